/** KML 2.2 read: placemarks as rows, folders as tables, extended data as columns. */
import type { Position } from '../../../geometry/shapes.ts';
import type { FileShape } from '../fileShape.ts';
import type { ReadLimits } from '../readLimits.ts';
import { joinedShapes } from './joinedShapes.ts';
import { cellText, setCell, type RawFeature, type RawPiece } from './rawShapes.ts';
import { readXml, type XmlElement, type XmlReader } from './xmlPieces.ts';

/** Bytes of one document in its order; `name`: what a table without a name is called. */
export async function* kmlFeatures(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  limits: ReadLimits,
): AsyncGenerator<RawPiece, void> {
  const placemarks = new Placemarks(name);
  for await (const readBytes of readXml(pieces, limits, 'kml', placemarks)) {
    yield { features: placemarks.taken(), readBytes };
  }
  const features = placemarks.taken();
  if (features.length > 0) yield { features, readBytes: 0 };
}

const containers = new Set(['Document', 'Folder']);
/** What a placemark says of itself in elements of its own. */
const ownTexts = new Set(['name', 'description', 'address', 'phoneNumber']);
/** Shapes of kinds that are not read. */
const otherShapes = new Set(['Model', 'MultiTrack']);

class Placemarks implements XmlReader {
  #features: RawFeature[] = [];
  /** Names of the folders it is in, the outermost first. */
  readonly #names: (string | null)[] = [];
  readonly #fallback: string;
  #cells: Map<string, string> | null = null;
  #shapes: FileShape[] = [];
  #isPartial = false;
  #rings: Position[][] = [];
  #track: Position[] = [];
  #dataName = '';

  constructor(fallback: string) {
    this.#fallback = fallback;
  }

  taken(): readonly RawFeature[] {
    const features = this.#features;
    this.#features = [];
    return features;
  }

  open({ name, attributes }: XmlElement): void {
    if (containers.has(name)) this.#names.push(null);
    else if (name === 'Placemark') {
      this.#cells = new Map();
      this.#shapes = [];
      this.#isPartial = false;
    } else if (name === 'Data' || name === 'SimpleData') this.#dataName = attributes['name'] ?? '';
    else if (name === 'Polygon') this.#rings = [];
    else if (name === 'Track') this.#track = [];
    else if (otherShapes.has(name)) this.#isPartial = true;
  }

  close(name: string, text: string, path: readonly string[]): void {
    const parent = path.at(-2) ?? '';
    if (containers.has(name)) this.#names.pop();
    else if (name === 'name' && containers.has(parent)) this.#names[this.#names.length - 1] = cellText(text);
    else if (this.#cells === null) return;
    else if (name === 'Placemark') this.#placemark();
    else if (parent === 'Placemark' && ownTexts.has(name)) setCell(this.#cells, name, text);
    else if (name === 'SimpleData' || (name === 'value' && parent === 'Data'))
      setCell(this.#cells, this.#dataName, text);
    else this.#shape(name, text, parent);
  }

  #shape(name: string, text: string, parent: string): void {
    if (name === 'coordinates') {
      const positions = positionsOf(text);
      if (parent === 'Point' && positions[0]) this.#shapes.push({ type: 'Point', coordinates: positions[0] });
      else if (parent === 'LineString') this.#shapes.push({ type: 'LineString', coordinates: positions });
      else if (parent === 'LinearRing') this.#rings.push(positions);
    } else if (name === 'LinearRing' && parent !== 'outerBoundaryIs' && parent !== 'innerBoundaryIs') {
      // A ring that bounds nothing is a line.
      const ring = this.#rings.pop();
      if (ring) this.#shapes.push({ type: 'LineString', coordinates: ring });
    } else if (name === 'Polygon') this.#shapes.push({ type: 'Polygon', coordinates: this.#rings });
    else if (name === 'coord') this.#track.push(positionOf(text.split(/\s+/)));
    else if (name === 'Track') this.#shapes.push({ type: 'LineString', coordinates: this.#track });
  }

  #placemark(): void {
    const table = [...this.#names].reverse().find((name) => name !== null) ?? this.#fallback;
    const { geometry, isPartial } = joinedShapes(this.#shapes);
    this.#features.push({ table, cells: this.#cells!, geometry, isPartial: isPartial || this.#isPartial });
    this.#cells = null;
  }
}

/** "lng,lat,height lng,lat,height"; blanks behind commas are written by some. */
const positionsOf = (text: string): Position[] =>
  text === ''
    ? []
    : text
        .replace(/\s*,\s*/g, ',')
        .split(/\s+/)
        .map((tuple) => positionOf(tuple.split(',')));

const positionOf = ([lng = '', lat = '']: readonly string[]): Position => [numberOf(lng), numberOf(lat)];

const numberOf = (text: string): number => (text === '' ? NaN : Number(text));
