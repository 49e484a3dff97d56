/** Rows of a file in the order in which they are looked at, and where the map goes for one. */
import type { GoneRecord, IncomingRow, Shape } from '../../domain/formats/imports/incoming.ts';
import { positionsOfShape } from '../../domain/formats/files/fileShape.ts';
import { boxOf } from '../map/fly.ts';
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

export const boxOfShapes = (shapes: readonly Shape[]): BoundingBox | null =>
  boxOf(shapes.flatMap((shape) => positionsOfShape(shape)));

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
