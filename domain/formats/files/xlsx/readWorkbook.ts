/** Workbooks of Excel read sheet by sheet, row by row. */
import { FileRefused, type ByteSource, type FileEvent } from '../fileFormat.ts';
import { fault, note, type FileFault } from '../fileFault.ts';
import { openPacked } from '../packed.ts';
import type { ReadLimits } from '../readLimits.ts';
import { otherExtension } from '../rows/otherExtension.ts';
import { TableReader } from '../rows/tableReader.ts';
import { compoundFault, isCompound } from './compoundFile.ts';
import { parsedXml } from './parsedXml.ts';
import { sharedStringsOf, type SharedText } from './sharedStrings.ts';
import { SheetRows } from './sheetRows.ts';
import { stylesOf, type CellStyle } from './styles.ts';
import { workbookMap, type SheetPlace } from './workbookMap.ts';

export const xlsxExtensions = ['.xlsx', '.xlsm'] as const;

interface Opened {
  readonly shared: readonly SharedText[];
  readonly styles: readonly CellStyle[];
  readonly from1904: boolean;
}

export async function* readWorkbook(source: ByteSource, limits: ReadLimits): AsyncGenerator<FileEvent, void> {
  if (source.size > limits.bytes) throw new FileRefused(fault('too-large', {}, { limit: limits.bytes }));
  if (isCompound(await source.slice(0, Math.min(8, source.size)))) throw new FileRefused(await compoundFault(source));
  const entries = await openPacked(source, limits);
  const { sheets, sharedStrings, styles, from1904 } = await workbookMap(entries, limits);
  yield* otherExtension(source.name, 'xlsx', xlsxExtensions);
  const opened = {
    shared: await sharedStringsOf(sharedStrings, limits),
    styles: await stylesOf(styles, limits),
    from1904,
  };
  const budget = { rows: limits.rows };
  let readBytes = source.size - sheets.reduce((sum, { entry }) => sum + entry.packedBytes, 0);
  let tables = 0;
  const leftOut: FileFault[] = [];
  for (const sheet of sheets) {
    yield { readBytes: Math.max(0, readBytes) };
    try {
      if (yield* readSheet(sheet, opened, limits, budget)) tables += 1;
    } catch (error) {
      // A sheet of remarks or sums beside the list is no reason to refuse the list.
      if (!(error instanceof FileRefused) || error.fault.code !== 'no-heading') throw error;
      leftOut.push(error.fault);
    }
    readBytes += sheet.entry.packedBytes;
  }
  yield { readBytes: source.size };
  if (tables === 0) throw new FileRefused(leftOut[0] ?? fault('empty'));
  // Told of the whole file: there is no table of theirs to tell it of.
  for (const { table, row } of leftOut) yield { note: note('sheet-left-out', { row }, { sheet: table ?? '' }) };
}

/** Whether there was a table on it. */
async function* readSheet(
  { name, isHidden, entry }: SheetPlace,
  opened: Opened,
  limits: ReadLimits,
  budget: { rows: number },
): AsyncGenerator<FileEvent, boolean> {
  const reader = new TableReader({ name, decimal: '.', countsCells: false }, limits, budget);
  const found = new SheetRows(name, opened);
  for await (const _ of parsedXml(entry, found, limits, () => ({ table: name, row: found.row }))) {
    const { rows, said } = found.take();
    yield* reader.push(rows);
    for (const { code, row, column, lastRow } of said) {
      // What is merged stands behind all rows; titles may be.
      if (lastRow !== undefined) yield* reader.end();
      if (lastRow === undefined || lastRow > reader.headingRow) reader.count(code, row, column);
    }
  }
  if (!(yield* reader.end())) return false;
  for (const [first, last] of found.hiddenColumns) {
    const end = Math.min(last, reader.columns.length - 1);
    for (let column = first; column <= end; column += 1) reader.count('hidden-columns', reader.headingRow, column);
  }
  if (isHidden) yield { note: note('hidden-table', { table: name }, { count: 1 }) };
  yield* reader.notes();
  return true;
}
