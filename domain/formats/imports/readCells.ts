/** The cells of a row read into fields, whatever it is a row of. */
import type { FileRow } from '../files/fileFormat.ts';
import type { ColumnChoice } from './matchColumns.ts';

interface Reading<Problem> {
  readonly value: unknown;
  readonly problem: Problem | null;
  /** What is taken when a person refuses the proposal. */
  readonly asWritten?: unknown;
}

type Readers<Key extends string, Problem> = { readonly [F in Key]?: (cell: string | null) => Reading<Problem> };

export interface CellsRead<Key extends string, Problem> {
  readonly values: { readonly [F in Key]?: unknown };
  readonly problems: { [F in Key]?: Problem };
}

/** By field its reader; null stands where a field has no column. `isKept`: a person refused what was proposed there. */
export function cellsReader<Key extends string, Problem>(
  readers: Readers<Key, Problem>,
  choice: ColumnChoice<Key>,
  isKept: (row: number, key: Key, problem: Problem) => boolean = () => false,
): (row: Pick<FileRow, 'row' | 'cells'>) => CellsRead<Key, Problem> {
  const entries = Object.entries(readers) as [Key, (cell: string | null) => Reading<Problem>][];
  const columns = entries.map(([key, read]) => ({ key, read, column: choice[key] }));
  return ({ row, cells }) => {
    const values: { [F in Key]?: unknown } = {};
    const problems: { [F in Key]?: Problem } = {};
    for (const { key, read, column } of columns) {
      const { value, problem, asWritten } = read(column === undefined ? null : (cells[column] ?? null));
      if (problem) problems[key] = problem;
      values[key] = problem && isKept(row, key, problem) ? (asWritten ?? null) : value;
    }
    return { values, problems };
  };
}

/** The rows with a value of this field that stands in several rows named on all of them. */
export function markRepeated<Key extends string, Problem>(
  rows: readonly CellsRead<Key, Problem | 'given-twice'>[],
  key: Key,
): void {
  const seen = new Map<unknown, CellsRead<Key, Problem | 'given-twice'>>();
  for (const row of rows) {
    const value = row.values[key] ?? null;
    if (value === null) continue;
    const first = seen.get(value);
    if (!first) seen.set(value, row);
    else for (const one of [first, row]) one.problems[key] ??= 'given-twice';
  }
}
