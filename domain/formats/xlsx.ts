/** Tables that are in memory as an Excel workbook; for tables of any length see files/xlsx/writeWorkbook.ts. */
import { joined } from './files/pieces.ts';
import { writeWorkbook } from './files/xlsx/writeWorkbook.ts';
import type { Column, Row } from './table.ts';

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
export const toWorkbook = (sheets: readonly Sheet[], facts: Omit<WorkbookFacts, 'sheetName'>): Promise<Uint8Array> =>
  joined(
    writeWorkbook(
      sheets.map(({ name, columns, rows }) => ({
        table: { name, columns },
        rows: [rows.map((cells) => ({ cells, geometry: null }))],
      })),
      facts,
    ),
  );
