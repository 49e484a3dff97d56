/** Nodes, ways and relations of an extract of OpenStreetMap, held compactly, and the roads and buildings they make. */
import type { Position } from '../../../geometry/shapes.ts';
import type { ReadLimits } from '../readLimits.ts';
import { joinedRings } from '../../osmRings.ts';
import { areasOf } from './joinedShapes.ts';
import { refuse, setCell, type RawFeature } from './rawShapes.ts';

export type OsmTags = ReadonlyMap<string, string>;

export interface OsmWay {
  readonly id: number;
  readonly refs: Float64Array;
  readonly tags: OsmTags | null;
}

export interface OsmRelation {
  readonly id: number;
  /** Ways, those that bound holes apart. */
  readonly outer: readonly number[];
  readonly inner: readonly number[];
  readonly tags: OsmTags;
}

/** 24 bytes each. */
const mostNodes = 20_000_000;

export class OsmElements {
  #ids = new Float64Array(1024);
  #places = new Float64Array(2048);
  #nodes = 0;
  #isSorted = true;
  readonly ways = new Map<number, OsmWay>();
  readonly relations: OsmRelation[] = [];

  addNode(id: number, lng: number, lat: number): void {
    if (this.#nodes === this.#ids.length) this.#grow();
    if (this.#nodes > 0 && id <= this.#ids[this.#nodes - 1]!) this.#isSorted = false;
    this.#ids[this.#nodes] = id;
    this.#places[this.#nodes * 2] = lng;
    this.#places[this.#nodes * 2 + 1] = lat;
    this.#nodes += 1;
  }

  addWay(way: OsmWay): void {
    this.ways.set(way.id, way);
  }

  #grow(): void {
    if (this.#nodes >= mostNodes) refuse('took-too-much-memory', {}, { limit: mostNodes });
    const [ids, places] = [new Float64Array(this.#nodes * 2), new Float64Array(this.#nodes * 4)];
    ids.set(this.#ids);
    places.set(this.#places);
    [this.#ids, this.#places] = [ids, places];
  }

  /** Extracts are sorted by standard; JOSM's files are not. */
  sort(): void {
    if (this.#isSorted) return;
    const order = Array.from({ length: this.#nodes }, (_, index) => index).sort(
      (a, b) => this.#ids[a]! - this.#ids[b]!,
    );
    this.#ids = Float64Array.from(order, (index) => this.#ids[index]!);
    const places = new Float64Array(this.#nodes * 2);
    for (const [at, index] of order.entries()) places.set(this.#places.subarray(index * 2, index * 2 + 2), at * 2);
    this.#places = places;
    this.#isSorted = true;
  }

  placeOf(id: number): Position | null {
    let [low, high] = [0, this.#nodes - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#ids[middle]!;
      if (found === id) return [this.#places[middle * 2]!, this.#places[middle * 2 + 1]!];
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  /** Nodes that the extract does not hold are passed over. */
  lineOf(way: OsmWay): Position[] {
    const line: Position[] = [];
    for (const ref of way.refs) {
      const place = this.placeOf(ref);
      if (place) line.push(place);
    }
    return line;
  }
}

const isBuilding = (tags: OsmTags | null): boolean => tags?.has('building') === true && tags.get('building') !== 'no';

/** Roads first, then buildings: those of ways, then those of multipolygon relations. */
export function* osmFeatures(elements: OsmElements, limits: ReadLimits): Generator<RawFeature> {
  elements.sort();
  const roads = new TagColumns(limits);
  const buildings = new TagColumns(limits);
  for (const { tags } of elements.ways.values()) {
    if (isBuilding(tags)) buildings.count(tags!);
    else if (tags?.has('highway')) roads.count(tags);
  }
  const areas = elements.relations.filter(({ tags }) => isBuilding(tags));
  for (const { tags } of areas) buildings.count(tags);
  for (const way of elements.ways.values()) {
    if (!way.tags?.has('highway') || isBuilding(way.tags)) continue;
    const coordinates = elements.lineOf(way);
    const geometry = coordinates.length > 1 ? ({ type: 'LineString', coordinates } as const) : null;
    const isPartial = coordinates.length < way.refs.length;
    yield { table: 'highway', cells: roads.cells(`way/${way.id}`, way.tags), geometry, isPartial };
  }
  for (const way of elements.ways.values()) {
    if (!isBuilding(way.tags)) continue;
    const ring = elements.lineOf(way);
    const isPartial = ring.length < way.refs.length;
    const geometry = ring.length > 2 ? areasOf([[ring]]) : null;
    yield { table: 'building', cells: buildings.cells(`way/${way.id}`, way.tags!), geometry, isPartial };
  }
  for (const relation of areas) yield buildingOf(elements, relation, buildings);
}

function buildingOf(elements: OsmElements, { id, outer, inner, tags }: OsmRelation, columns: TagColumns): RawFeature {
  let missing = 0;
  const linesOf = (ids: readonly number[]): Position[][] =>
    ids.flatMap((one) => {
      const way = elements.ways.get(one);
      if (!way) missing += 1;
      return way ? [elements.lineOf(way)] : [];
    });
  const rings = joinedRings(linesOf(outer));
  const holes = joinedRings(linesOf(inner));
  // Holes are told of one outline only; of several each would have to be asked for its own.
  const areas = rings.map((ring, index) => (index === 0 && rings.length === 1 ? [ring, ...holes] : [ring]));
  const isPartial = missing > 0 || (rings.length > 1 && holes.length > 0);
  return { table: 'building', cells: columns.cells(`relation/${id}`, tags), geometry: areasOf(areas), isPartial };
}

/** Which tags have columns: the commonest, as far as a table may be wide; all others stand together in one cell. */
class TagColumns {
  readonly #limits: ReadLimits;
  readonly #counts = new Map<string, number>();
  #own: ReadonlySet<string> | null = null;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  count(tags: OsmTags): void {
    for (const key of tags.keys()) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  cells(id: string, tags: OsmTags): Map<string, string> {
    const most = this.#limits.columns - 2;
    this.#own ??= new Set(
      [...this.#counts]
        .sort(([, a], [, b]) => b - a)
        .slice(0, most)
        .map(([key]) => key),
    );
    const cells = new Map([['osm_id', id]]);
    const others: string[] = [];
    for (const [key, value] of tags) {
      if (this.#own.has(key)) setCell(cells, key, value);
      else others.push(`${key}=${value}`);
    }
    setCell(cells, 'other_tags', others.join('; '));
    return cells;
  }
}
