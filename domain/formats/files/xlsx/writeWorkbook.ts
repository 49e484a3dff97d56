/**
 * Excel workbooks written as their rows come: typed text cells (5/4 is not a date, =1+1 is not a formula), frozen
 * heading. What does not fit on one sheet goes on on the next: "Địa chỉ", "Địa chỉ (2)".
 */
import type { FileFacts, RowPieces, WrittenTable } from '../fileFormat.ts';
import { platformGzip, type Gzip } from '../gzip.ts';
import { writeZip, type PackedEntry } from '../writeZip.ts';
import { RowCursor, sheetEnds, sheetXml, type SheetEnds } from './sheetXml.ts';
import { workbookParts } from './workbookParts.ts';

export interface WrittenSheet {
  readonly table: WrittenTable;
  readonly rows: RowPieces;
}

/** Geometry of the rows is not written. Throws a RangeError for a cell over 32,767 characters or a file over 4 GB. */
export const writeWorkbook = (
  sheets: readonly WrittenSheet[],
  facts: FileFacts,
  { gzip = platformGzip, ends = sheetEnds }: { readonly gzip?: Gzip | undefined; readonly ends?: SheetEnds } = {},
): AsyncGenerator<Uint8Array, void> => writeZip(entries(sheets, facts, ends), gzip);

async function* entries(
  sheets: readonly WrittenSheet[],
  facts: FileFacts,
  ends: SheetEnds,
): AsyncGenerator<PackedEntry, void> {
  const names: string[] = [];
  for (const { table, rows } of sheets) {
    const cursor = new RowCursor(rows);
    try {
      let part = 1;
      do {
        names.push(freeName(table.name, part, names));
        part += 1;
        yield { name: `xl/worksheets/sheet${names.length}.xml`, pieces: sheetXml(table.columns, cursor, ends) };
      } while (!(await cursor.isAtEnd()));
    } finally {
      await cursor.close();
    }
  }
  const encoder = new TextEncoder();
  for (const { name, xml } of workbookParts(names, facts)) yield { name, pieces: [encoder.encode(xml)] };
}

const longestName = 31;

/** Excel compares sheet names without case. */
function freeName(name: string, part: number, taken: readonly string[]): string {
  const isTaken = (wanted: string) => taken.some((one) => one.toLowerCase() === wanted.toLowerCase());
  for (let number = part; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const wanted = name.slice(0, longestName - suffix.length).trimEnd() + suffix;
    if (!isTaken(wanted)) return wanted;
  }
}
