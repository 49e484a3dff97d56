import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../../domain/formats/csv.ts';
import { formatOf } from '../../../../domain/formats/files/formats.ts';
import { householdListColumns, householdListRows } from '../../../../domain/formats/householdList.ts';
import { householdDifference } from '../../../../domain/formats/imports/householdDifference.ts';
import { householdRows } from '../../../../domain/formats/imports/householdRows.ts';
import { householdFields } from '../../../../domain/formats/imports/importFields.ts';
import { matchColumns } from '../../../../domain/formats/imports/matchColumns.ts';
import { toXlsx } from '../../../../domain/formats/xlsx.ts';
import { worldOf } from '../../../../domain/records/world.ts';
import { aHousehold, aVillage, idOf } from '../../builders.ts';
import { readWhole } from '../files/reading.ts';

const families = ['Nguyễn Thị Ẩn', 'Đỗ Văn Ễ', 'Trịnh Ngọc Ữ', 'Lê Hữu Ợt', 'H’Hen Niê'];
const world = worldOf([
  aVillage(),
  ...Array.from({ length: 60 }, (_, i) =>
    aHousehold({
      id: idOf(100 + i),
      ordinal: i + 1,
      headName: `${families[i % families.length]} ${String.fromCharCode(65 + (i % 26))}`,
      phone: i % 4 === 0 ? null : `09${String(10_000_000 + i * 7919)}`,
    }),
  ),
]);
const workbook = () =>
  toXlsx(householdListColumns, householdListRows(world), {
    title: 'Danh sách hộ',
    sheetName: 'Hộ',
    createdAt: new Date(0),
  });

/** What taking the file in would do. */
async function differenceOf(name: string, bytes: Uint8Array) {
  const {
    tables: [table],
  } = await readWhole(formatOf(bytes, name)!, bytes, name);
  const choice = matchColumns(householdFields, table!.columns);
  const rows = householdRows(table!.rows, choice);
  const { standings, gone } = householdDifference(world, rows, choice);
  const all = [...standings.values()];
  return {
    choice,
    gone,
    rows: rows.length,
    added: all.filter(({ kind }) => kind === 'added').length,
    changed: all.flatMap((standing) =>
      standing.kind === 'changed' ? [[standing.household.ordinal, standing.changes] as const] : [],
    ),
  };
}

describe('the list of households', () => {
  it('taken in as it was given out changes nothing, as a workbook and as CSV', async () => {
    const files = {
      'ho.xlsx': await workbook(),
      'ho.csv': new TextEncoder().encode(toCsv(householdListColumns, householdListRows(world))),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const { choice, gone, rows, added, changed } = await differenceOf(name, bytes);
      expect(Object.keys(choice).sort()).toEqual(
        ['address', 'headName', 'householdId', 'houseId', 'ordinal', 'phone', 'plusCode'].sort(),
      );
      expect([rows, added, changed, gone]).toEqual([60, 0, [], []]);
    }
  });

  it('of ten cells changed in a spreadsheet shows exactly those ten', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await workbook()) as unknown as ArrayBuffer);
    const sheet = book.worksheets[0]!;
    const [ordinal, headName, phone] = ['ordinal', 'headName', 'phone'].map(
      (key) => householdListColumns.findIndex((column) => column.key === key) + 1,
    );
    const edits: [row: number, column: number, value: string | number | null][] = [
      [2, headName!, 'Người Khác'],
      [9, headName!, 'Nguyễn Thị Ẩn'],
      [20, headName!, 'ĐẶNG Ổn'],
      [3, phone!, '0912345678'],
      [4, phone!, '0987654321'],
      [7, phone!, null],
      [10, phone!, '0365432109'],
      [11, phone!, '02373123456'],
      [30, ordinal!, 901],
      [31, ordinal!, 902],
    ];
    for (const [row, column, value] of edits) sheet.getCell(row, column).value = value;
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const { gone, added, changed } = await differenceOf('ho.xlsx', bytes);
    expect(Object.fromEntries(changed)).toEqual({
      1: { headName: 'Người Khác' },
      8: { headName: 'Nguyễn Thị Ẩn' },
      19: { headName: 'ĐẶNG Ổn' },
      2: { phone: '0912345678' },
      3: { phone: '0987654321' },
      6: { phone: null },
      9: { phone: '0365432109' },
      10: { phone: '02373123456' },
      29: { ordinal: 901 },
      30: { ordinal: 902 },
    });
    expect([added, gone]).toEqual([0, []]);
  });
});
