/** Shapes of a .shp (Esri's technical description, 1998), read in its order without its index; no length of it is believed. */
import { contains } from '../../../geometry/polygon.ts';
import type { Position } from '../../../geometry/shapes.ts';
import type { ReadLimits } from '../readLimits.ts';
import { twiceArea } from './geoJsonShape.ts';
import { areasOf, joinedShapes, pointsOf, type Joined } from './joinedShapes.ts';
import { refuse } from './rawShapes.ts';
import { recordsIn } from './wholeRecords.ts';

const headerBytes = 100;
const fileCode = 9994;

export async function* shpShapes(
  pieces: AsyncIterable<Uint8Array>,
  table: string,
  limits: ReadLimits,
): AsyncGenerator<{ readonly records: readonly Joined[]; readonly bytes: number }, void> {
  let isBegun = false;
  let row = 0;
  const broken = (): never => refuse('broken', { table, row: row + 1, column: '.shp' });
  // A vertex with height and measure is 32 bytes, a part four or eight.
  const mostBytes = 200 + limits.vertices * 40;
  const take = (bytes: Uint8Array, records: Joined[]): number => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = 0;
    if (!isBegun) {
      if (bytes.length < headerBytes) return 0;
      if (view.getInt32(0) !== fileCode) broken();
      isBegun = true;
      at = headerBytes;
    }
    while (at + 8 <= bytes.length) {
      const length = view.getInt32(at + 4) * 2;
      if (length < 4) return isBlank(bytes.subarray(at)) ? at : broken();
      if (length > mostBytes) {
        refuse('too-many-vertices', { table, row: row + 1, column: '.shp' }, { limit: limits.vertices });
      }
      if (at + 8 + length > bytes.length) break;
      records.push(shapeOf(new DataView(bytes.buffer, bytes.byteOffset + at + 8, length)) ?? broken());
      row += 1;
      at += 8 + length;
    }
    return at;
  };
  yield* recordsIn(pieces, take, (rest) => {
    if (!isBegun || !isBlank(rest)) broken();
  });
}

/** Some programs fill the file up. */
const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

const nothing: Joined = { geometry: null, isPartial: false };

/** Null where its counts do not fit its bytes. Kinds 11–18 have heights and measures, 21–28 measures: left out. */
function shapeOf(view: DataView): Joined | null {
  const type = view.getInt32(0, true);
  if (type === 0) return nothing;
  const kind = type % 10;
  if (type > 28 || kind === 0) return { geometry: null, isPartial: true };
  if (kind === 1) {
    if (view.byteLength < 20) return null;
    return { geometry: { type: 'Point', coordinates: positionAt(view, 4) }, isPartial: false };
  }
  if (kind === 8) {
    const points = positionsAt(view, 40, count(view, 36));
    return points && { geometry: pointsOf(points), isPartial: false };
  }
  if (kind !== 3 && kind !== 5) return { geometry: null, isPartial: true };
  const parts = partsOf(view);
  if (!parts) return null;
  if (kind === 3) return joinedShapes(parts.map((coordinates) => ({ type: 'LineString', coordinates })));
  return { geometry: areasOf(polygonsOf(parts)), isPartial: false };
}

const count = (view: DataView, at: number): number => (view.byteLength < at + 4 ? -1 : view.getInt32(at, true));

const positionAt = (view: DataView, at: number): Position => [view.getFloat64(at, true), view.getFloat64(at + 8, true)];

function positionsAt(view: DataView, at: number, positions: number): Position[] | null {
  if (positions < 0 || at + positions * 16 > view.byteLength) return null;
  return Array.from({ length: positions }, (_, index) => positionAt(view, at + index * 16));
}

function partsOf(view: DataView): readonly (readonly Position[])[] | null {
  const parts = count(view, 36);
  const points = count(view, 40);
  if (parts < 0 || 44 + parts * 4 > view.byteLength) return null;
  const positions = positionsAt(view, 44 + parts * 4, points);
  if (!positions) return null;
  const starts = Array.from({ length: parts }, (_, index) => view.getInt32(44 + index * 4, true));
  const isRising = starts.every((start, index) => start >= (starts[index - 1] ?? 0) && start <= points);
  return isRising ? starts.map((start, index) => positions.slice(start, starts[index + 1] ?? points)) : null;
}

/** Outer rings go with the clock, holes against it; a hole belongs to the ring it lies in, one that lies in none bounds land. */
function polygonsOf(rings: readonly (readonly Position[])[]): (readonly Position[])[][] {
  const solid = rings.filter((ring) => ring.length > 0);
  const polygons = solid.filter((ring) => twiceArea(ring) <= 0).map((ring) => [ring]);
  const holes = solid.filter((ring) => twiceArea(ring) > 0);
  for (const hole of holes) {
    const around = polygons.find(([outer]) => contains({ type: 'Polygon', coordinates: [outer!] }, hole[0]!));
    if (around) around.push(hole);
    else polygons.push([hole]);
  }
  return polygons;
}
