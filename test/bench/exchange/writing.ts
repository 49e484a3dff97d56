/** Ways of writing a made-up list, ours and others', each to a sink that only counts. */
import ExcelJS from 'exceljs';
import { format as csvFormat } from 'fast-csv';
import { Writable } from 'node:stream';
import { writeCsv } from '../../../domain/formats/files/text/writeCsv.ts';
import { writeWorkbook } from '../../../domain/formats/files/xlsx/writeWorkbook.ts';
import { guardFormula } from '../../../domain/formats/formulaGuard.ts';
import type { Cell } from '../../../domain/formats/table.ts';
import { fastGzip } from '../../../server/exports/fastGzip.ts';
import { madeRows, madeTable } from './madeRows.ts';

export const facts = { title: 'Danh sách địa chỉ', createdAt: new Date(0) };

/** Rows written, and the bytes they came to. */
export type Write = (rows: number) => Promise<number>;

export async function counted(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.length;
  return bytes;
}

class Sink extends Writable {
  bytes = 0;

  override _write(piece: Buffer, _encoding: string, done: () => void): void {
    this.bytes += piece.length;
    done();
  }
}

const ended = (sink: Writable) =>
  new Promise<void>((resolve, reject) => void sink.once('finish', resolve).once('error', reject));

export const writeOurXlsx: Write = (rows) =>
  counted(writeWorkbook([{ table: madeTable, rows: madeRows(rows) }], facts, { gzip: fastGzip }));

export const writeExceljs: Write = async (rows) => {
  const sink = new Sink();
  const end = ended(sink);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink });
  const sheet = workbook.addWorksheet(madeTable.name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = madeTable.columns.map(({ heading, widthCharacters }) => ({
    header: heading,
    width: widthCharacters,
  }));
  for (const piece of madeRows(rows)) {
    for (const { cells } of piece) sheet.addRow(cells).commit();
    // exceljs does not wait for its sink: without this nothing would be written before the end.
    await new Promise((resolve) => setImmediate(resolve));
  }
  sheet.commit();
  await workbook.commit();
  await end;
  return sink.bytes;
};

export const writeOurCsv: Write = (rows) => counted(writeCsv(madeTable, madeRows(rows)));

export const writeFastCsv: Write = async (rows) => {
  const sink = new Sink();
  const end = ended(sink);
  const stream = csvFormat<Cell[], Cell[]>({ writeBOM: true, rowDelimiter: '\r\n' });
  stream.pipe(sink);
  stream.write(madeTable.columns.map(({ heading }) => heading));
  for (const piece of madeRows(rows)) {
    for (const { cells } of piece) {
      const guarded = cells.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cell));
      if (!stream.write(guarded)) await new Promise((resolve) => stream.once('drain', resolve));
    }
  }
  stream.end();
  await end;
  return sink.bytes;
};
