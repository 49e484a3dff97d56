/** Which column of a file is which field: by its heading, and by what the person chose for such a heading before. */
import { foldText } from '../../addressing/vietnameseText.ts';
import type { ImportField } from './importFields.ts';

/** By field key, the number of its column. */
export type ColumnChoice<Key extends string> = { readonly [K in Key]?: number };

/** By the heading without marks, the field it was taken for; null: it was left out. */
export type RememberedColumns = Readonly<Record<string, string | null>>;

/** "Họ tên (chủ hộ)*" → "ho ten chu ho". */
export const headingKey = (heading: string): string =>
  foldText(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Each column is one field at most, and each field has one column at most. */
export function matchColumns<Key extends string>(
  fields: readonly ImportField<Key>[],
  headings: readonly string[],
  remembered: RememberedColumns = {},
): ColumnChoice<Key> {
  const keys = headings.map(headingKey);
  const chosen = new Map<Key, number>();
  const taken = new Set<number>();
  const take = (key: Key, column: number) => {
    if (chosen.has(key) || taken.has(column)) return;
    chosen.set(key, column);
    taken.add(column);
  };
  for (const [column, key] of keys.entries()) {
    const known = remembered[key];
    if (known === null) taken.add(column);
    const field = fields.find((one) => one.key === known);
    if (field) take(field.key, column);
  }
  const candidates = fields.flatMap(({ key, headings: names }) =>
    keys.flatMap((heading, column) => {
      const rank = rankOf(heading, names);
      return rank === null ? [] : [{ key, column, rank }];
    }),
  );
  candidates.sort((a, b) => a.rank - b.rank || a.column - b.column);
  for (const { key, column } of candidates) take(key, column);
  return Object.fromEntries(chosen) as ColumnChoice<Key>;
}

/** The choice with another column for a field (null: none); the field that had the column loses it. */
export function withColumn<Key extends string>(
  choice: ColumnChoice<Key>,
  key: Key,
  column: number | null,
): ColumnChoice<Key> {
  const others = Object.entries(choice).filter(([other, taken]) => other !== key && taken !== column);
  return Object.fromEntries(column === null ? others : [...others, [key, column]]) as ColumnChoice<Key>;
}

/** What is to be remembered of a choice, beside what was remembered before. */
export function rememberColumns<Key extends string>(
  before: RememberedColumns,
  headings: readonly string[],
  choice: ColumnChoice<Key>,
): RememberedColumns {
  const fieldOf = new Map(Object.entries(choice).map(([key, column]) => [column as number, key]));
  const now = headings.map((heading, column) => [headingKey(heading), fieldOf.get(column) ?? null] as const);
  return { ...before, ...Object.fromEntries(now.filter(([key]) => key !== '')) };
}

/** The same words first, then headings that begin with them, then those that hold them; the earlier name the better. */
function rankOf(heading: string, names: readonly string[]): number | null {
  let best: number | null = null;
  for (const [place, name] of names.entries()) {
    const key = headingKey(name);
    const kind =
      heading === key ? 0 : heading.startsWith(`${key} `) ? 1 : ` ${heading} `.includes(` ${key} `) ? 2 : null;
    // Two letters stand for too much inside a longer heading ("Hộ TT").
    if (kind === null || (kind > 0 && key.length < 4)) continue;
    const rank = kind * 100 + place;
    if (best === null || rank < best) best = rank;
  }
  return best;
}
