/**
 * Buildings of OpenStreetMap as features: ways that close and carry `building`, and the outer rings of multipolygon
 * relations. From OSM XML (extracts, JOSM) and from the JSON of Overpass, with or without `out geom`.
 */
import { SaxesParser } from 'saxes';
import type { Feature } from './features.ts';
import { featureOf, limits } from './features.ts';
import { fileProblem, type FileProblem } from './fileProblem.ts';
import { joinedRings } from './osmRings.ts';

type Place = readonly [lng: number, lat: number];
type Tags = Record<string, string>;

interface Way {
  readonly refs: string[];
  readonly places: Place[];
  readonly tags: Tags;
}

interface Relation {
  readonly outer: { readonly ref: string; readonly places: readonly Place[] }[];
  readonly tags: Tags;
}

interface Elements {
  readonly nodes: Map<string, Place>;
  readonly ways: Map<string, Way>;
  readonly relations: Relation[];
}

const nothing = (): Elements => ({ nodes: new Map(), ways: new Map(), relations: [] });

/** Of XML without a document type: one that declares its own entities is refused. */
export function featuresOfOsmXml(text: string): readonly Feature[] | FileProblem {
  const elements = nothing();
  let root: string | null = null;
  let way: Way | null = null;
  let relation: Relation | null = null;
  let problem: Error | null = null;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    problem ??= error;
  });
  parser.on('doctype', () => {
    problem ??= new Error('a document type is not read');
  });
  parser.on('opentag', ({ name, attributes }) => {
    root ??= name;
    const { id = '', ref = '', k = '', v = '', lon, lat, type, role } = attributes;
    if (name === 'node') elements.nodes.set(id, [Number(lon), Number(lat)]);
    else if (name === 'way') elements.ways.set(id, (way = { refs: [], places: [], tags: {} }));
    else if (name === 'relation') elements.relations.push((relation = { outer: [], tags: {} }));
    else if (name === 'nd') way?.refs.push(ref);
    else if (name === 'member' && type === 'way' && role !== 'inner') relation?.outer.push({ ref, places: [] });
    else if (name === 'tag') {
      const tags = relation?.tags ?? way?.tags;
      if (tags) tags[k] = v;
    }
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'way') way = null;
    else if (name === 'relation') relation = null;
  });
  // In pieces, so that what is no XML is given up at its first fault.
  const pieceCharacters = 1 << 16;
  for (let at = 0; at < text.length && problem === null; at += pieceCharacters) {
    parser.write(text.slice(at, at + pieceCharacters));
  }
  if (problem === null) parser.close();
  if (problem !== null) return fileProblem('buildings', 'file-not-xml');
  if (root !== 'osm') return fileProblem('buildings', 'file-not-osm');
  return buildingsOf(elements);
}

/** Null: a node outside the box that was asked for (`out geom(bbox)`). */
type Geometry = readonly ({ readonly lat: number; readonly lon: number } | null)[];

interface OverpassElement {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly lat?: unknown;
  readonly lon?: unknown;
  readonly nodes?: readonly unknown[];
  readonly geometry?: Geometry;
  readonly members?: readonly ({
    readonly type?: unknown;
    readonly ref?: unknown;
    readonly role?: unknown;
    readonly geometry?: Geometry;
  } | null)[];
  readonly tags?: Tags;
}

/** Null: not the JSON of Overpass. */
export function featuresOfOsmJson(text: string): readonly Feature[] | FileProblem | null {
  if (!/"elements"\s*:/.test(text.slice(0, 5_000))) return null;
  let list: unknown;
  try {
    list = (JSON.parse(text.replace(/^\uFEFF/, '')) as { elements?: unknown }).elements;
  } catch {
    return fileProblem('buildings', 'file-not-json');
  }
  if (!Array.isArray(list)) return null;
  const elements = nothing();
  for (const given of list as readonly (OverpassElement | null)[]) {
    if (given === null) continue;
    const places = placesOf(given.geometry);
    if (given.type === 'node') elements.nodes.set(String(given.id), [Number(given.lon), Number(given.lat)]);
    else if (given.type === 'way') {
      elements.ways.set(String(given.id), { refs: (given.nodes ?? []).map(String), places, tags: given.tags ?? {} });
    } else if (given.type === 'relation') {
      const outer = (given.members ?? [])
        .filter((member) => member !== null)
        .filter(({ type, role }) => type === 'way' && role !== 'inner')
        .map((member) => ({ ref: String(member.ref), places: placesOf(member.geometry) }));
      elements.relations.push({ outer, tags: given.tags ?? {} });
    }
  }
  return buildingsOf(elements);
}

const placesOf = (geometry: Geometry = []): Place[] =>
  geometry.filter((node) => node !== null).map(({ lon, lat }): Place => [Number(lon), Number(lat)]);

const isBuilding = (tags: Tags): boolean => tags['building'] !== undefined && tags['building'] !== 'no';

function buildingsOf({ nodes, ways, relations }: Elements): readonly Feature[] | FileProblem {
  const placesOfWay = ({ refs, places }: Way): readonly Place[] =>
    places.length > 0
      ? places
      : refs.flatMap((ref) => {
          const place = nodes.get(ref);
          return place ? [place] : [];
        });
  const taken: { readonly tags: Tags; readonly rings: readonly (readonly Place[])[] }[] = [];
  for (const way of ways.values()) if (isBuilding(way.tags)) taken.push({ tags: way.tags, rings: [placesOfWay(way)] });
  for (const { outer, tags } of relations) {
    if (!isBuilding(tags)) continue;
    const lines = outer.map(({ ref, places }) => {
      const way = ways.get(ref);
      return places.length > 0 || !way ? places : placesOfWay(way);
    });
    taken.push({ tags, rings: joinedRings(lines) });
  }
  if (taken.length > limits.features) {
    return fileProblem('buildings', 'file-too-many-features', { limit: limits.features, given: taken.length });
  }
  return taken.map(({ tags, rings }, index) => {
    const geometry = { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) };
    return featureOf({ type: 'Feature', properties: tags, geometry }, index);
  });
}
