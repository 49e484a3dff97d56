import { describe, expect, it } from 'vitest';
import {
  nextSort,
  rowAfterKey,
  rowsBetween,
  rowsHolding,
  sortedRows,
  windowOf,
  type TableColumn,
} from '../../../web/state/tableView.ts';

interface Row {
  readonly id: string;
  readonly number: string;
  readonly road: string;
  readonly meters: number | null;
}
const row = (id: string, number: string, road: string, meters: number | null): Row => ({ id, number, road, meters });
const rows = [
  row('a', '10', 'Đường Đền Hàn', 30),
  row('b', '2A', 'Đường Chí Phúc', null),
  row('c', '2', 'Đường Đá', 5),
  row('d', '', 'Dương Xá', 200),
];
const columns: readonly TableColumn<Row>[] = [
  { id: 'number', widthPixels: 1, textOf: ({ number }) => number },
  { id: 'road', widthPixels: 1, textOf: ({ road }) => road },
  { id: 'meters', widthPixels: 1, textOf: ({ meters }) => String(meters ?? ''), figureOf: ({ meters }) => meters },
];
const ids = (found: readonly Row[]) => found.map(({ id }) => id).join('');
const sorted = (column: string, isDescending = false) => ids(sortedRows(rows, columns, { column, isDescending }));

describe('the table', () => {
  it('filters by words in any column, without marks', () => {
    expect(ids(rowsHolding(rows, columns, 'den'))).toBe('a');
    expect(ids(rowsHolding(rows, columns, 'PHUC 2a'))).toBe('b');
    expect(ids(rowsHolding(rows, columns, 'duong'))).toBe('abcd');
    expect(ids(rowsHolding(rows, columns, ' '))).toBe('abcd');
    expect(ids(rowsHolding(rows, columns, 'chợ'))).toBe('');
  });

  it('sorts numbers by size and names as Vietnamese are, empty ones last in both directions', () => {
    expect(sorted('number')).toBe('cbad');
    expect(sorted('number', true)).toBe('abcd');
    expect(sorted('road')).toBe('dbca');
    expect(sorted('meters')).toBe('cadb');
    expect(sorted('meters', true)).toBe('dacb');
    expect(ids(sortedRows(rows, columns, null))).toBe('abcd');
    expect(ids(rows)).toBe('abcd');
  });

  it('a heading pressed again turns the order round, then gives back the order of the list', () => {
    const up = nextSort(null, 'road');
    const down = nextSort(up, 'road');
    expect([up, down, nextSort(down, 'road')]).toEqual([
      { column: 'road', isDescending: false },
      { column: 'road', isDescending: true },
      null,
    ]);
    expect(nextSort(down, 'number')).toEqual({ column: 'number', isDescending: false });
  });

  it('draws a few rows of ten thousand', () => {
    const { first, end } = windowOf(10_000, 40, 200_000, 400);
    expect(first).toBeLessThanOrEqual(5_000);
    expect(end).toBeGreaterThanOrEqual(5_010);
    expect(end - first).toBeLessThan(30);
    expect(windowOf(3, 40, 0, 400)).toEqual({ first: 0, end: 3 });
  });

  it('keys lead up and down and stop at the ends', () => {
    expect(rowAfterKey('ArrowDown', 0, 4, 2)).toBe(1);
    expect(rowAfterKey('ArrowUp', 0, 4, 2)).toBe(0);
    expect(rowAfterKey('PageDown', 1, 4, 10)).toBe(3);
    expect([rowAfterKey('End', 0, 4, 2), rowAfterKey('Home', 3, 4, 2)]).toEqual([3, 0]);
    expect([rowAfterKey('x', 0, 4, 2), rowAfterKey('End', 0, 0, 2)]).toEqual([null, null]);
  });

  it('a range holds all between, in either direction', () => {
    expect(ids(rowsBetween(rows, 'a', 'c'))).toBe('abc');
    expect(ids(rowsBetween(rows, 'd', 'b'))).toBe('bcd');
    expect(ids(rowsBetween(rows, 'gone', 'b'))).toBe('b');
  });
});
