/** GPX 1.0 and 1.1 read: waypoints, routes and tracks, a table each. */
import type { Position } from '../../../geometry/shapes.ts';
import type { ReadLimits } from '../readLimits.ts';
import { joinedShapes } from './joinedShapes.ts';
import { setCell, type RawFeature, type RawPiece } from './rawShapes.ts';
import { readXml, type XmlElement, type XmlReader } from './xmlPieces.ts';

export async function* gpxFeatures(
  pieces: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
): AsyncGenerator<RawPiece, void> {
  const tracks = new Tracks();
  for await (const readBytes of readXml(pieces, limits, 'gpx', tracks)) yield { features: tracks.taken(), readBytes };
  const features = tracks.taken();
  if (features.length > 0) yield { features, readBytes: 0 };
}

const tables: Readonly<Record<string, string>> = { wpt: 'waypoints', rte: 'routes', trk: 'tracks' };
const points = new Set(['wpt', 'rtept', 'trkpt']);
const ownTexts = new Set(['name', 'desc', 'cmt', 'time', 'ele', 'type', 'sym', 'number', 'src']);

class Tracks implements XmlReader {
  #features: RawFeature[] = [];
  #cells = new Map<string, string>();
  #lines: Position[][] = [];
  /** Heading of a cell that our own files write among the extensions. */
  #heading: string | null = null;

  taken(): readonly RawFeature[] {
    const features = this.#features;
    this.#features = [];
    return features;
  }

  open({ name, attributes }: XmlElement): void {
    if (name in tables) {
      this.#cells = new Map();
      this.#lines = name === 'trk' ? [] : [[]];
    } else if (name === 'trkseg') this.#lines.push([]);
    this.#heading = attributes['heading'] ?? null;
    if (points.has(name)) this.#lines.at(-1)?.push([degrees(attributes['lon']), degrees(attributes['lat'])]);
  }

  close(name: string, text: string, path: readonly string[]): void {
    const parent = path.at(-2) ?? '';
    const table = tables[name];
    if (table !== undefined) {
      const joined =
        name === 'wpt'
          ? joinedShapes(this.#lines[0]!.map((coordinates) => ({ type: 'Point', coordinates })))
          : joinedShapes(this.#lines.map((coordinates) => ({ type: 'LineString', coordinates })));
      this.#features.push({ table, cells: this.#cells, ...joined });
    } else if (parent in tables && ownTexts.has(name)) setCell(this.#cells, name, text);
    else if (parent === 'extensions' && (path.at(-3) ?? '') in tables)
      setCell(this.#cells, this.#heading ?? name, text);
    // A track is of the time at which it begins.
    else if (parent === 'trkpt' && name === 'time' && !this.#cells.has('time')) setCell(this.#cells, 'time', text);
  }
}

const degrees = (text = ''): number => (text.trim() === '' ? NaN : Number(text));
