import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { WrittenRow, WrittenTable } from '../../../../domain/formats/files/fileFormat.ts';
import { joined } from '../../../../domain/formats/files/pieces.ts';
import { sheetEnds } from '../../../../domain/formats/files/xlsx/sheetXml.ts';
import { writeWorkbook, type WrittenSheet } from '../../../../domain/formats/files/xlsx/writeWorkbook.ts';
import { numberColumn, textColumn, type Cell } from '../../../../domain/formats/table.ts';
import { fastGzip } from '../../../../server/exports/fastGzip.ts';

const facts = { title: 'Danh sách <địa chỉ>', createdAt: new Date('2026-11-29T10:20:30Z') };
const table = (name = 'Địa chỉ'): WrittenTable => ({
  name,
  columns: [textColumn('number', 'Số nhà', 9), textColumn('road', 'Đường', 24), numberColumn('lat', 'Vĩ độ', 13)],
});
const rowsOf = (...cells: readonly (readonly Cell[])[]): readonly WrittenRow[] =>
  cells.map((row) => ({ cells: row, geometry: null }));
const sheet = (...cells: readonly (readonly Cell[])[]): WrittenSheet => ({ table: table(), rows: [rowsOf(...cells)] });

async function opened(pieces: AsyncIterable<Uint8Array>): Promise<ExcelJS.Workbook> {
  const bytes = await joined(pieces);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as never);
  return workbook;
}

const valuesOf = (found: ExcelJS.Worksheet): unknown[][] =>
  found.getSheetValues().map((row) => (row as unknown[]).slice(1));

describe('a workbook written in pieces', () => {
  it('says what it is, who made it and when', async () => {
    const workbook = await opened(writeWorkbook([sheet(['5/4', 'x', 1])], facts));
    expect(workbook.title).toBe('Danh sách <địa chỉ>');
    expect(workbook.creator).toBe('Số Nhà');
    expect(workbook.created).toEqual(facts.createdAt);
  });

  it('goes on on further sheets, each with the heading, before one is full', async () => {
    const sheets = [
      { table: table(), rows: [rowsOf(['1'], ['2'], ['3']), rowsOf(['4'], ['5'], ['6'], ['7'])] },
      { table: table('Địa chỉ (2)'), rows: [rowsOf(['8'])] },
      { table: table('Không có gì'), rows: [] },
    ];
    const workbook = await opened(writeWorkbook(sheets, facts, { ends: { ...sheetEnds, rows: 4 } }));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Địa chỉ',
      'Địa chỉ (2)',
      'Địa chỉ (3)',
      'Địa chỉ (2) (2)',
      'Không có gì',
    ]);
    const numbers = workbook.worksheets.map((one) =>
      valuesOf(one)
        .slice(1)
        .map(([number]) => number),
    );
    expect(numbers).toEqual([
      ['Số nhà', '1', '2', '3'],
      ['Số nhà', '4', '5', '6'],
      ['Số nhà', '7'],
      ['Số nhà', '8'],
      ['Số nhà'],
    ]);
  });

  it('begins a new sheet before the XML of one comes to what a zip can hold', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => [`${index}`, 'Đường Đền Hàn'.repeat(10), index]);
    const workbook = await opened(writeWorkbook([sheet(...rows)], facts, { ends: { ...sheetEnds, bytes: 200_000 } }));
    expect(workbook.worksheets.length).toBeGreaterThan(1);
    expect(workbook.worksheets.flatMap((one) => valuesOf(one).slice(2)).length).toBe(3000);
  });

  it('cuts a long name so that its number fits into 31 characters', async () => {
    const long = { table: table('Danh sách địa chỉ thôn Chí Phúc'), rows: [rowsOf(['1'], ['2'])] };
    const workbook = await opened(writeWorkbook([long], facts, { ends: { ...sheetEnds, rows: 2 } }));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Danh sách địa chỉ thôn Chí Phúc',
      'Danh sách địa chỉ thôn Chí (2)',
    ]);
  });

  it('keeps what XML or Excel would take for something else, and leaves out what neither can hold', async () => {
    const texts = ['a & b < c > "d"', "'=1", ' hai đầu ', '🏠 ngõ', '\u00AD', 'a\r\nb\rc\nd', 'a\0\x1Fb\uFFFE'];
    const workbook = await opened(writeWorkbook([sheet(...texts.map((text) => [text]))], facts));
    const found = valuesOf(workbook.worksheets[0]!)
      .slice(2)
      .map(([text]) => text);
    expect(found).toEqual([...texts.slice(0, 5), 'a\nb\nc\nd', 'ab']);
  });

  it('writes what looks like an escape so that it is not read as one', async () => {
    const texts = ['_x000D_', 'x_x0041_', '__x005F_', '_x00'];
    const bytes = await joined(writeWorkbook([sheet(...texts.map((text) => [text]))], facts));
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]!.rows.slice(1).map(([text]) => text)).toEqual(texts);
  });

  it('refuses a cell that Excel would call damage', async () => {
    await expect(joined(writeWorkbook([sheet(['x'.repeat(32_768)])], facts))).rejects.toThrow(RangeError);
  });

  it('closes the rows when whoever writes stops', async () => {
    let closed = false;
    async function* endless() {
      try {
        for (;;) yield rowsOf(['1', 'Đường Đền Hàn', Math.PI]);
      } finally {
        closed = true;
      }
    }
    for (const gzip of [undefined, fastGzip]) {
      closed = false;
      let pieces = 0;
      for await (const piece of writeWorkbook([{ table: table(), rows: endless() }], facts, { gzip })) {
        expect(piece.length).toBeGreaterThan(0);
        if ((pieces += 1) === 3) break;
      }
      await expect.poll(() => closed).toBe(true);
    }
  });

  it('passes on what goes wrong with the rows', async () => {
    async function* broken() {
      yield rowsOf(['1']);
      throw new Error('the database has gone');
    }
    for (const gzip of [undefined, fastGzip]) {
      const written = joined(writeWorkbook([{ table: table(), rows: broken() }], facts, { gzip }));
      await expect(written).rejects.toThrow('the database has gone');
    }
  });

  it('has the same content packed by the server as by the platform', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => [`${index}`, 'Đường Đền Hàn', index / 7]);
    const [one, two] = [
      await joined(writeWorkbook([sheet(...rows)], facts)),
      await joined(writeWorkbook([sheet(...rows)], facts, { gzip: fastGzip })),
    ];
    const partsOf = (bytes: Uint8Array) =>
      Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString()]);
    expect(partsOf(one)).toEqual(partsOf(two));
  });
});
