/** What a table shows of its rows: filtered by words and choices, sorted by a column. Pure. */
import { compareVietnamese, foldText } from '../../domain/addressing/vietnameseText.ts';
import type { Id } from '../../domain/records/fields.ts';

export interface TableColumn<Row> {
  readonly id: string;
  /** What the cell says. */
  readonly textOf: (row: Row) => string;
  /** What it is sorted by where that is not its text: a figure, or null where there is none. */
  readonly figureOf?: (row: Row) => number | null;
  readonly widthPixels: number;
  /** Person data: only for roles that may see it. */
  readonly isPersonal?: boolean;
  /** Not among the columns shown until a person asks for it. */
  readonly isExtra?: boolean;
}

export interface TableSort {
  readonly column: string;
  readonly isDescending: boolean;
}

/** Rows whose columns hold all the words, in any order and place, without minding marks. */
export function rowsHolding<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  typed: string,
): readonly Row[] {
  const words = foldText(typed).split(' ').filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = foldText(columns.map(({ textOf }) => textOf(row)).join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** Sorted as people read: numbers by size, Vietnamese letters in their order; empty cells last, equal rows as they were. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: TableSort | null,
): readonly Row[] {
  const column = columns.find(({ id }) => id === sort?.column);
  if (!sort || !column) return rows;
  const { textOf, figureOf } = column;
  const keyed = rows.map((row) => ({ row, key: figureOf ? figureOf(row) : textOf(row) || null }));
  const direction = sort.isDescending ? -1 : 1;
  const compare = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : compareVietnamese(String(a), String(b));
  return keyed
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      return direction * compare(a.key, b.key);
    })
    .map(({ row }) => row);
}

/** A press on a heading: upwards, downwards, then again the order of the list. */
export function nextSort(sort: TableSort | null, column: string): TableSort | null {
  if (sort?.column !== column) return { column, isDescending: false };
  return sort.isDescending ? null : { column, isDescending: true };
}

/** The rows of which a window shows a part, with some beyond its edges: from `first` up to, not with, `end`. */
export function windowOf(
  count: number,
  rowPixels: number,
  scrollTop: number,
  heightPixels: number,
): { readonly first: number; readonly end: number } {
  const beyond = 6;
  const first = Math.max(0, Math.floor(scrollTop / rowPixels) - beyond);
  return { first, end: Math.min(count, Math.ceil((scrollTop + heightPixels) / rowPixels) + beyond) };
}

/** Where the keys of a table lead from a row; null for keys that are none of its own. */
export function rowAfterKey(key: string, at: number, count: number, rowsOnPage: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + rowsOnPage,
    PageUp: at - rowsOnPage,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, next));
}

/** All between two rows, both with them, whichever comes first. */
export function rowsBetween<Row extends { readonly id: Id }>(rows: readonly Row[], from: Id, to: Id): readonly Row[] {
  const at = rows.findIndex(({ id }) => id === from);
  const end = rows.findIndex(({ id }) => id === to);
  if (at < 0 || end < 0) return rows.filter(({ id }) => id === to);
  return rows.slice(Math.min(at, end), Math.max(at, end) + 1);
}
