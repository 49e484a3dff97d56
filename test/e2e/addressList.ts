/** Reads an address list back with another library and holds every row against the records themselves. */
import exceljs from 'exceljs';
import { expect } from 'vitest';
import { fullNumber } from '../../domain/addressing/fullNumber.ts';
import type { World } from '../../domain/records/world.ts';

export async function checkAddressList(file: string, world: World, variant: 'public' | 'full'): Promise<void> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('the workbook has no sheet');
  const headings = cellsOf(sheet.getRow(1)).map((cell) => cell.text);
  const rows = Array.from({ length: sheet.rowCount - 1 }, (_, index) => {
    const cells = cellsOf(sheet.getRow(index + 2));
    return new Map(headings.map((heading, column) => [heading, cells[column]]));
  });
  expect(rows).toHaveLength([...world.address.values()].filter((address) => address.state === 'issued').length);
  expect(headings.includes('Họ tên chủ hộ')).toBe(variant === 'full');
  expect(headings.includes('Số điện thoại')).toBe(variant === 'full');

  const addressOf = new Map([...world.address.values()].map((address) => [address.houseId, address]));
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const text = (heading: string) => row.get(heading)?.text ?? '';
    const address = addressOf.get(text('Mã nhà'));
    if (!address) throw new Error(`row ${index + 2} is of no house of the village`);
    seen.add(address.houseId);
    expect(row.get('STT')?.value).toBe(index + 1);
    expect(text('Số nhà')).toBe(address.number);
    // 5/4 and 20-1 must stay text: Excel would make dates of them.
    expect(row.get('Số nhà')?.type).toBe(exceljs.ValueType.String);
    expect(row.get('Số nhà')?.numFmt).toBe('@');
    expect(text('Plus Code')).toBe(address.plusCode);
    expect(row.get('Vĩ độ')?.value).toBe(address.entrance[1]);
    expect(row.get('Kinh độ')?.value).toBe(address.entrance[0]);
    expect(text('Ngày cấp')).toBe((address.issuedOn ?? '').split('-').reverse().join('/'));
    const ways = [text('Ngõ'), text('Ngách'), text('Số nhà')].filter((part) => part !== '').join('/');
    expect(ways).toBe(fullNumber(world, address));
    if (variant === 'full') expect(text('Họ tên chủ hộ')).toBe(headsOf(world, address.houseId));
  });
  expect(seen.size).toBe(rows.length);
  expectHouseOrder(
    world,
    rows.map((row) => row.get('Mã nhà')?.text ?? ''),
  );
}

const cellsOf = (row: exceljs.Row): exceljs.Cell[] =>
  Array.from({ length: row.cellCount }, (_, i) => row.getCell(i + 1));

const headsOf = (world: World, houseId: string): string =>
  [...world.household.values()]
    .filter((household) => household.houseId === houseId)
    .sort((a, b) => a.ordinal - b.ordinal)
    .map((household) => household.headName)
    .join('; ');

/** Along each way the measures rise; a lane's houses stand together. */
function expectHouseOrder(world: World, houseIds: readonly string[]): void {
  const addressOf = new Map([...world.address.values()].map((address) => [address.houseId, address]));
  const last = new Map<string, number>();
  for (const id of houseIds) {
    const address = addressOf.get(id);
    if (!address) continue;
    expect(address.measureMeters).toBeGreaterThanOrEqual(last.get(address.roadId) ?? 0);
    last.set(address.roadId, address.measureMeters);
  }
}
