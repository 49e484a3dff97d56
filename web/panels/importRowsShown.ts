/** Rows of a file in the order in which they are looked at, and where the map goes for one. */
import type { GoneRecord, IncomingRow, Shape } from '../../domain/formats/imports/incoming.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { filterOf, type RowFilter, type ShownIncoming } from '../state/incoming.svelte.ts';
import { flyTo, type BoundingBox } from '../state/view.svelte.ts';

/** What needs a look comes first. */
export const filters = [
  'doubtful',
  'faulty',
  'changed',
  'added',
  'same',
  'gone',
] as const satisfies readonly RowFilter[];

export const tones = {
  added: 'enamel',
  changed: 'todo',
  same: 'plain',
  faulty: 'problem',
  gone: 'plain',
  doubtful: 'todo',
} as const;

export function countsOf({ incoming }: ShownIncoming): Readonly<Record<(typeof filters)[number], number>> {
  const counts = { doubtful: 0, faulty: 0, changed: 0, added: 0, same: 0, gone: incoming.gone.length };
  for (const row of incoming.rows) counts[filterOf(row)] += 1;
  return counts;
}

export function rowsFor({ incoming }: ShownIncoming, filter: RowFilter): readonly IncomingRow[] {
  if (filter === 'gone') return [];
  if (filter !== 'all') return incoming.rows.filter((row) => filterOf(row) === filter);
  const byFilter = filters.map((one) => incoming.rows.filter((row) => filterOf(row) === one));
  return byFilter.flat();
}

const positionsOf = (shape: Shape): readonly Position[] =>
  shape.type === 'Point'
    ? [shape.coordinates]
    : shape.type === 'LineString'
      ? shape.coordinates
      : (shape.coordinates[0] ?? []);

export function boxOfShapes(shapes: readonly Shape[]): BoundingBox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const shape of shapes) {
    for (const [lng, lat] of positionsOf(shape)) {
      [west, south] = [Math.min(west, lng), Math.min(south, lat)];
      [east, north] = [Math.max(east, lng), Math.max(north, lat)];
    }
  }
  return west === Infinity ? null : [west, south, east, north];
}

/** To where it will be; of a household to its house. */
export function showRow({ shape, recordId, house }: IncomingRow): void {
  const box = shape && boxOfShapes([shape]);
  const houseId = recordId ?? house?.houseId ?? null;
  if (shape?.type === 'Point') flyTo(shape.coordinates);
  else if (box) flyTo(box);
  else if (houseId) flyTo({ kind: 'house', id: houseId });
}

export function showGone({ shape }: GoneRecord): void {
  const box = shape && boxOfShapes([shape]);
  if (shape?.type === 'Point') flyTo(shape.coordinates);
  else if (box) flyTo(box);
}
