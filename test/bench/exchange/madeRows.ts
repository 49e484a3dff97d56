/** Made-up address lists of any length, in pieces: nothing of them is kept. */
import { addressListColumns, type ListKey } from '../../../domain/formats/addressListColumns.ts';
import type { WrittenRow, WrittenTable } from '../../../domain/formats/files/fileFormat.ts';
import type { Cell } from '../../../domain/formats/table.ts';

export const madeTable: WrittenTable = { name: 'Địa chỉ', columns: addressListColumns('public') };

const roads = ['Đường Đền Hàn', 'Đường Chí Phúc', 'Đường Nguyễn Thị Minh Khai', 'Đường 3/2', 'Đường Quang Trung'];

export function cellsOf(row: number): { readonly [K in ListKey]?: Cell } {
  const road = roads[row % roads.length]!;
  const number = `${1 + ((row * 7) % 400)}${row % 11 === 0 ? 'A' : ''}`;
  const lane = row % 3 === 0 ? String(1 + (row % 40)) : null;
  const scattered = (row * 2654435761) % 4294967296;
  // With the decimals a list has: of more, writing the digits would be most of the work.
  const latitude = (199_500_000 + (scattered % 1e6)) / 1e7;
  const longitude = (1_057_500_000 + (scattered % 999_983)) / 1e7;
  const way = lane === null ? road.toLowerCase() : `ngõ ${lane}, ${road.toLowerCase()}`;
  return {
    ordinal: row + 1,
    houseId: `01928f3a-${(scattered % 65_536).toString(16).padStart(4, '0')}-7abc-9def-${String(row).padStart(12, '0')}`,
    number,
    lane,
    road,
    village: 'Chí Phúc',
    commune: 'Tống Sơn',
    communeCode: '15316',
    formerUnits: 'Xã Hà Sơn, Huyện Hà Trung',
    province: 'Thanh Hóa',
    fullAddress: `Số ${number}, ${way}, thôn Chí Phúc, xã Tống Sơn, tỉnh Thanh Hóa`,
    latitude,
    longitude,
    vn2000North: (2_213_000_000 + (scattered % 1e6)) / 1000,
    vn2000East: (582_000_000 + (scattered % 999_983)) / 1000,
    plusCode: `7PG72Q6R+${(scattered % 1000).toString().padStart(3, '2')}`,
    ndas10: row % 2 === 0 ? String(scattered).padStart(10, '0') : null,
    use: row % 9 === 0 ? 'Kinh doanh' : 'Nhà ở',
    name: row % 50 === 0 ? `Cửa hàng "Hồng & Hạnh", số ${number}` : null,
    sheet: String(1 + (row % 60)),
    plot: String(1 + (row % 900)),
    plateState: 'Chưa có biển',
    state: 'Đã cấp',
    decisionNumber: '12/QĐ-UBND',
    issuedOn: '10/10/2026',
    note: row % 20 === 0 ? '-' : null,
  };
}

const rowsAPiece = 500;

export function* madeRows(count: number): Generator<readonly WrittenRow[], void> {
  const keys = madeTable.columns.map(({ key }) => key as ListKey);
  for (let from = 0; from < count; from += rowsAPiece) {
    const piece: WrittenRow[] = [];
    for (let row = from; row < Math.min(count, from + rowsAPiece); row += 1) {
      const cells = cellsOf(row);
      const coordinates = [Number(cells.longitude), Number(cells.latitude)] as const;
      piece.push({ cells: keys.map((key) => cells[key] ?? null), geometry: { type: 'Point', coordinates } });
    }
    yield piece;
  }
}
