/** Workbooks of ours opened and saved again by LibreOffice, all in one start of it. */
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberColumn, textColumn, type Row } from '../../../domain/formats/table.ts';
import { toXlsx } from '../../../domain/formats/xlsx.ts';
import { hardNames } from '../../domain/formats/files/shapes/filesOfShapes.ts';
import { aBench, isHere, type Bench } from '../programs.ts';

const columns = [
  textColumn('code', 'Mã địa chỉ số', 14),
  textColumn('name', 'Tên đường', 40),
  numberColumn('lat', 'Vĩ độ', 12),
];
const facts = { title: 'Thôn Chí Phúc', sheetName: 'Danh sách', createdAt: new Date('2026-11-29T08:00:00Z') };

const books: Readonly<Record<string, readonly Row[]>> = {
  'ten-kho.xlsx': hardNames.map((name, index) => [
    String(index).padStart(10, '0'),
    name.normalize('NFC'),
    20 + index / 1e7,
  ]),
  'nhieu-dong.xlsx': Array.from({ length: 1000 }, (_, index) => [
    String(index).padStart(10, '0'),
    `Ngõ ${index}/4`,
    index / 8,
  ]),
  'o-trong.xlsx': [
    ['0012345678', null, null],
    [null, 'Hai dòng\ntrong một ô', -1],
  ],
};

/** The heading and the rows of the only sheet; an empty cell is null. */
async function rowsOf(bytes: Uint8Array): Promise<unknown[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Danh sách']);
  const rows: unknown[][] = [];
  workbook.worksheets[0]!.eachRow({ includeEmpty: true }, (row) => {
    rows.push(columns.map((_, at) => row.getCell(at + 1).value));
  });
  return rows;
}

describe.skipIf(!isHere('soffice'))('LibreOffice', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await aBench();
    const paths: string[] = [];
    for (const [name, rows] of Object.entries(books))
      paths.push(await bench.put(name, await toXlsx(columns, rows, facts)));
    const profile = `-env:UserInstallation=file://${bench.folder}/profile`;
    await bench.run('soffice', profile, '--headless', '--convert-to', 'xlsx', '--outdir', 'saved', ...paths);
  });
  afterAll(() => bench.remove());

  it.each(Object.entries(books))('opens and saves %s with every cell as we wrote it', async (name, rows) => {
    const saved = await rowsOf(await bench.take(`saved/${name}`));
    expect(saved).toEqual([columns.map(({ heading }) => heading), ...rows.map((row) => [...row])]);
  });
});
