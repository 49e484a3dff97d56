/** The columns of the address list: those of RULES §3.2 that exist today, in its order. */
import { numberColumn as number, textColumn as text, type Column } from './table.ts';

/** public carries nothing about people; full adds households' heads and phones (RULES §6). */
export type ListVariant = 'public' | 'full';
/** issued: official addresses only; all: drafts too, told apart by their state. */
export type ListStates = 'issued' | 'all';

const columns = [
  number('ordinal', 'STT', 6),
  text('houseId', 'Mã nhà', 38),
  text('householdOrdinals', 'Số thứ tự hộ', 12),
  text('headNames', 'Họ tên chủ hộ', 28),
  text('phones', 'Số điện thoại', 24),
  text('number', 'Số nhà', 9),
  text('alley', 'Ngách', 9),
  text('lane', 'Ngõ', 9),
  text('road', 'Đường', 24),
  text('village', 'Thôn', 20),
  text('commune', 'Xã', 20),
  text('communeCode', 'Mã xã', 8),
  text('formerUnits', 'Xã/Huyện (cũ)', 30),
  text('province', 'Tỉnh', 20),
  text('fullAddress', 'Địa chỉ đầy đủ', 64),
  number('latitude', 'Vĩ độ', 13),
  number('longitude', 'Kinh độ', 13),
  number('vn2000North', 'VN-2000 X (N)', 14),
  number('vn2000East', 'VN-2000 Y (E)', 14),
  text('plusCode', 'Plus Code', 14),
  text('vpostcode', 'Vpostcode', 14),
  text('ndas10', 'Mã địa chỉ số', 14),
  text('location12', 'Mã định danh địa điểm', 18),
  text('vnpt', 'Mã VNPT', 14),
  text('use', 'Loại nhà', 18),
  text('name', 'Tên công trình', 24),
  text('sheet', 'Tờ', 7),
  text('plot', 'Thửa', 7),
  text('plateState', 'Trạng thái biển', 16),
  text('state', 'Trạng thái địa chỉ', 16),
  text('decisionNumber', 'Số quyết định', 18),
  text('issuedOn', 'Ngày cấp', 12),
  text('note', 'Ghi chú', 20),
] as const;

export type ListKey = (typeof columns)[number]['key'];

const personKeys: ReadonlySet<string> = new Set<ListKey>(['householdOrdinals', 'headNames', 'phones']);

export const addressListColumns = (variant: ListVariant): readonly Column<ListKey>[] =>
  variant === 'full' ? columns : columns.filter((column) => !personKeys.has(column.key));
