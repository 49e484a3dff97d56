/** Where a table begins: the row with its headings, below any titles. */
import type { RawRow } from './rawRow.ts';

const isFilled = (cell: string | null): boolean => cell !== null && cell.trim() !== '';
const filledOf = (row: RawRow): readonly string[] => row.cells.filter((cell): cell is string => isFilled(cell));

/** Numbers, dates, phones, codes: what stands in a row of data and not in a heading. */
const looksLikeData = (cell: string): boolean => !/\p{L}/u.test(cell);

const searched = 50;

/** Its place among the rows, which are the first of the file; null when none could be one. */
export function headingPlace(rows: readonly RawRow[]): number | null {
  const first = rows.slice(0, searched);
  const widest = Math.max(0, ...first.map((row) => filledOf(row).length));
  if (widest === 0) return null;
  const least = widest <= 3 ? widest : Math.ceil(widest * 0.6);
  return placeWith(first, least) ?? placeWith(first, Math.ceil(widest / 2));
}

function placeWith(rows: readonly RawRow[], least: number): number | null {
  const place = rows.findIndex((row) => filledOf(row).length >= least);
  if (place < 0) return null;
  const filled = filledOf(rows[place]!);
  return filled.some(looksLikeData) ? null : place;
}

/** The row of numbers (1), (2), (3)… that papers have below their headings. */
export function isColumnNumbers(row: RawRow): boolean {
  const numbers = filledOf(row).map((cell) => /^\s*\(?(\d+)\)?\s*$/.exec(cell)?.[1]);
  return numbers.length >= 3 && numbers.every((number, index) => Number(number) === index + 1);
}
