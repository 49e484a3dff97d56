/** Rows of a new plan that read as before stay the same objects: lists and the map then pass over them. */
import type { NumberingPlan, NumberingRow } from '../../domain/addressing/numberingPlan.ts';

export function withSameRows(before: NumberingPlan | null, after: NumberingPlan): NumberingPlan {
  if (!before) return after;
  const known = new Map(before.rows.map((row) => [row.houseId, row]));
  return { ...after, rows: after.rows.map((row) => sameAs(known.get(row.houseId), row)) };
}

function sameAs(old: NumberingRow | undefined, row: NumberingRow): NumberingRow {
  if (!old) return row;
  const fields = Object.keys(row) as (keyof NumberingRow)[];
  return fields.every((field) => old[field] === row[field]) ? old : row;
}
