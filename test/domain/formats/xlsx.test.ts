import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../domain/formats/table.ts';
import { toXlsx } from '../../../domain/formats/xlsx.ts';

const columns: readonly Column[] = [
  { key: 'number', heading: 'Số nhà', type: 'text', widthCharacters: 9 },
  { key: 'name', heading: 'Đường', type: 'text', widthCharacters: 24 },
  { key: 'lat', heading: 'Vĩ độ', type: 'number', widthCharacters: 13 },
];
const facts = { title: 'Danh sách', sheetName: 'Danh sách', createdAt: new Date('2022-10-10T00:00:00Z') };
const texts = ['5/4', '20-1', '0123456789', '12', '1E5', '=HYPERLINK("http://x","y")', "'=1", '-7', 'Ngõ <b>&"'];

async function readBack(bytes: Uint8Array) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as never);
  return workbook.worksheets[0]!;
}

describe('XLSX, read with another library', () => {
  it('keeps every text a text: no date, no number, no formula', async () => {
    const sheet = await readBack(
      await toXlsx(
        columns,
        texts.map((text) => [text, 'Đường Đền Hàn', 19.97]),
        facts,
      ),
    );
    texts.forEach((text, index) => {
      const cell = sheet.getRow(index + 2).getCell(1);
      expect(cell.type).toBe(ExcelJS.ValueType.String);
      expect(cell.value).toBe(text);
      expect(cell.numFmt).toBe('@');
    });
  });

  it('keeps numbers numbers, negative ones too, and leaves out what is no number', async () => {
    const sheet = await readBack(
      await toXlsx(
        columns,
        [
          ['1', null, -5.25],
          ['2', null, Number.NaN],
        ],
        facts,
      ),
    );
    expect(sheet.getRow(2).getCell(3).value).toBe(-5.25);
    expect(sheet.getRow(2).getCell(2).value).toBeNull();
    expect(sheet.getRow(3).getCell(3).value).toBeNull();
  });

  it('wraps cells of several lines, and them alone; they stay texts', async () => {
    const sheet = await readBack(
      await toXlsx(
        columns,
        [
          ['5\n4', 'ĐƯỜNG ĐỀN HÀN', 1],
          ['5/4', 'ĐƯỜNG\nĐỀN HÀN', 2],
        ],
        facts,
      ),
    );
    const wraps = [2, 3].map((row) =>
      [1, 2, 3].map((column) => sheet.getCell(row, column).alignment?.wrapText ?? false),
    );
    expect(wraps).toEqual([
      [true, false, false],
      [false, true, false],
    ]);
    const cell = sheet.getCell(3, 2);
    expect([cell.value, cell.type, cell.numFmt]).toEqual(['ĐƯỜNG\nĐỀN HÀN', ExcelJS.ValueType.String, '@']);
  });

  it('has its headings, a frozen first row and column widths', async () => {
    const sheet = await readBack(await toXlsx(columns, [['5/4', 'x', 1]], facts));
    expect(sheet.name).toBe('Danh sách');
    expect((sheet.getRow(1).values as unknown[]).slice(1)).toEqual(['Số nhà', 'Đường', 'Vĩ độ']);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.columns.map((column) => Math.round(column.width!))).toEqual([9, 24, 13]);
  });

  it('is the same for the same list', async () => {
    const [one, two] = [await toXlsx(columns, [['1', 'x', 1]], facts), await toXlsx(columns, [['1', 'x', 1]], facts)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});
