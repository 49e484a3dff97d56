/** What a release knows of an address, each with its heading, its width and a sentence on what it means. */
import { addressListColumns, type ListKey } from '../addressListColumns.ts';
import { textColumn, type Column } from '../table.ts';

type PersonKey = 'householdOrdinals' | 'headNames' | 'phones';
/** The running number belongs to the file, not to the address. */
export type ReleaseKey = Exclude<ListKey, PersonKey | 'ordinal'> | 'provinceCode';

const listed = addressListColumns('public').filter(({ key }) => key !== 'ordinal') as readonly Column<
  Exclude<ReleaseKey, 'provinceCode'>
>[];

export const releaseColumns: readonly Column<ReleaseKey>[] = listed.flatMap((column) =>
  column.key === 'province' ? [column, textColumn('provinceCode', 'Mã tỉnh', 8)] : [column],
);

export const releaseKeys: readonly ReleaseKey[] = releaseColumns.map(({ key }) => key);

/** For the sheet that explains the columns. */
export const meanings: { readonly [K in ReleaseKey]: string } = {
  houseId: 'Mã của ngôi nhà trong phần mềm Số Nhà: không đổi khi đánh lại số hay đổi tên đường.',
  number: 'Số nhà như ghi trên biển, là chữ: 5A, 20-1. Không phải ngày tháng.',
  alley: 'Ngách. Ngõ sâu hơn hai cấp được ghép vào đây, cách nhau bằng dấu / (thí dụ 4/2).',
  lane: 'Ngõ (kiệt): số hoặc tên.',
  road: 'Tên đường.',
  village: 'Tên thôn.',
  commune: 'Tên xã hiện nay (từ 1/7/2025).',
  communeCode: 'Mã xã của Tổng cục Thống kê, 5 chữ số, là chữ.',
  formerUnits: 'Xã, huyện trước 1/7/2025.',
  province: 'Tên tỉnh.',
  provinceCode: 'Mã tỉnh của Tổng cục Thống kê, 2 chữ số, là chữ.',
  fullAddress: 'Địa chỉ viết đầy đủ, từ số nhà đến tỉnh.',
  latitude: 'Vĩ độ của lối vào nhà, WGS 84, độ.',
  longitude: 'Kinh độ của lối vào nhà, WGS 84, độ.',
  vn2000North: 'Toạ độ X (hướng bắc) của lối vào, VN-2000 múi 3° của tỉnh, mét.',
  vn2000East: 'Toạ độ Y (hướng đông) của lối vào, VN-2000 múi 3° của tỉnh, mét.',
  plusCode: 'Plus Code (mã mở của Google) của lối vào.',
  vpostcode: 'Vpostcode do Bưu điện cấp, nếu đã có.',
  ndas10: 'Mã địa chỉ số quốc gia, 10 chữ số, do Bưu điện Việt Nam cấp, nếu đã có.',
  location12: 'Mã định danh địa điểm, 12 chữ số, do Bộ Công an cấp, nếu đã có.',
  vnpt: 'Mã của VNPT, nếu đã có.',
  use: 'Loại nhà: nhà ở, công trình công cộng, cơ sở kinh doanh…',
  name: 'Tên công trình, nếu có.',
  sheet: 'Số tờ bản đồ địa chính.',
  plot: 'Số thửa đất.',
  plateState: 'Biển số nhà: dự kiến, đã đặt làm, đã gắn…',
  state: 'Trạng thái của địa chỉ. Đợt bàn giao chỉ có địa chỉ đã cấp.',
  decisionNumber: 'Quyết định cấp số nhà.',
  issuedOn: 'Ngày cấp, ngày/tháng/năm.',
  note: 'Ghi chú. Thôn minh hoạ ghi “Dữ liệu minh hoạ”.',
};

export const ordinalMeaning = 'Số thứ tự trong tệp này.';
export const blankMeaning = 'Để trống: phần mềm không có dữ liệu cho cột này của nơi nhận.';
