/** A table as an Excel workbook: typed text cells (5/4 is not a date, =1+1 is not a formula), frozen heading. */
import { writeXlsx, type CellStyle } from 'hucre/xlsx';
import type { Cell, Column, Row } from './table.ts';

/** What the file says about itself; the time is given, not read from a clock. */
export interface WorkbookFacts {
  readonly title: string;
  /** At most 31 characters, none of []:*?/\ . */
  readonly sheetName: string;
  readonly createdAt: Date;
}

export interface Sheet {
  /** At most 31 characters, none of []:*?/\\ . */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export const toXlsx = (columns: readonly Column[], rows: readonly Row[], facts: WorkbookFacts): Promise<Uint8Array> =>
  toWorkbook([{ name: facts.sheetName, columns, rows }], facts);

/** Several tables, each on a sheet of its own. */
export async function toWorkbook(
  sheets: readonly Sheet[],
  { title, createdAt }: Omit<WorkbookFacts, 'sheetName'>,
): Promise<Uint8Array> {
  return writeXlsx({
    properties: { title, creator: 'Số Nhà', created: createdAt, modified: createdAt },
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map((column) => ({
        width: column.widthCharacters,
        ...(column.type === 'text' ? { style: textStyle } : {}),
      })),
      cells: cellsOfLines(rows),
      rows: [columns.map((column) => column.heading), ...rows.map((row) => row.map(cellValue))],
      freezePane: { rows: 1 },
    })),
  });
}

const textStyle = { numFmt: '@' } as const;

/** Spreadsheets show a line feed only in a cell that wraps. By "row,column" of the sheet, whose first row is the heading. */
function cellsOfLines(rows: readonly Row[]): Map<string, { readonly style: CellStyle }> {
  const style = { ...textStyle, alignment: { wrapText: true, vertical: 'top' } } as const;
  return new Map(
    rows.flatMap((row, at) =>
      row.flatMap((cell, column) =>
        typeof cell === 'string' && cell.includes('\n') ? [[`${at + 1},${column}`, { style }] as const] : [],
      ),
    ),
  );
}

const cellValue = (cell: Cell): Cell => (typeof cell === 'number' && !Number.isFinite(cell) ? null : cell);
