/** What can be taken from a file, as fields, and what people call them in the headings of their lists. */

export interface ImportField<Key extends string = string> {
  readonly key: Key;
  /** As headings have them, the most telling first. */
  readonly headings: readonly string[];
}

export const field = <const Key extends string>(key: Key, ...headings: readonly string[]): ImportField<Key> => ({
  key,
  headings,
});

/** In VN-2000 X is north, as papers of the cadastre have it. */
const lngLat = [
  field('latitude', 'Vĩ độ', 'Latitude', 'Lat', 'Toạ độ X', 'X'),
  field('longitude', 'Kinh độ', 'Longitude', 'Lng', 'Lon', 'Long', 'Toạ độ Y', 'Y'),
] as const;

/** Where a house is, as lists tell it. */
export const placeFields = [
  field('houseId', 'Mã nhà', 'House id'),
  field('plusCode', 'Plus Code', 'PlusCode', 'Mã địa chỉ', 'Mã Plus'),
  field('number', 'Số nhà', 'HouseNumber', 'SN'),
  field('alley', 'Ngách', 'Hẻm', 'AlleyLV2'),
  field('lane', 'Ngõ', 'Kiệt', 'AlleyLV1'),
  field('road', 'Đường', 'Tên đường', 'Đường phố', 'Phố', 'StreetName'),
  field('address', 'Địa chỉ đầy đủ', 'Địa chỉ', 'Địa chỉ thường trú', 'Nơi ở', 'Chỗ ở hiện nay', 'FullAddress'),
  ...lngLat,
] as const;

export const householdFields = [
  field('householdId', 'Mã hộ', 'Household id'),
  field('ordinal', 'Số thứ tự hộ', 'Số hộ', 'Hộ số', 'STT', 'TT', 'Số thứ tự', 'Số TT'),
  field('headName', 'Họ tên chủ hộ', 'Họ và tên chủ hộ', 'Tên chủ hộ', 'Chủ hộ', 'Họ và tên', 'Họ tên', 'Name'),
  field('phone', 'Số điện thoại', 'Điện thoại', 'SĐT', 'Số ĐT', 'ĐT', 'Di động', 'Phone', 'Mobile'),
  ...placeFields,
] as const;

export type HouseholdField = (typeof householdFields)[number]['key'];

export const houseFields = [
  field('name', 'Tên công trình', 'Tên nhà', 'Tên', 'name', 'name:vi'),
  field('use', 'Loại nhà', 'Công năng', 'Loại công trình', 'use'),
  field('sheet', 'Tờ', 'Tờ bản đồ', 'Số tờ'),
  field('plot', 'Thửa', 'Số thửa'),
  ...placeFields,
] as const;

export const roadFields = [
  field('roadId', 'Mã đường', 'Road id'),
  field('roadName', 'Tên đường', 'Tên', 'name', 'name:vi', 'ten'),
  field('roadClass', 'Cấp đường', 'Loại đường', 'class'),
  field('widthMeters', 'Bề rộng', 'Rộng', 'Chiều rộng', 'width', 'widthMeters'),
] as const;

const pointPlace = [field('recordId', 'Mã', 'Record id'), ...lngLat] as const;

const owner = field('owner', 'Chủ sở hữu', 'Của ai', 'owner');
const deviceState = field('deviceState', 'Trạng thái', 'Tình trạng', 'state');
const pole = field('pole', 'Số cột', 'Cột', 'Mã cột', 'ref', 'pole');
const height = field('heightMeters', 'Chiều cao', 'Cao', 'height');
const facing = field('facingDegrees', 'Hướng', 'Góc hướng', 'direction');

export const landmarkFields = [
  field('name', 'Tên địa điểm', 'Tên', 'name', 'name:vi', 'desc'),
  field('landmarkKind', 'Loại địa điểm', 'Loại', 'type', 'sym'),
  ...pointPlace,
] as const;

export const lampFields = [
  ...[pole, owner, deviceState, height],
  field('powerWatts', 'Công suất', 'W', 'power'),
  ...pointPlace,
] as const;

export const cameraFields = [
  field('name', 'Tên camera', 'Tên', 'name'),
  ...[pole, owner, deviceState, facing, height],
  ...pointPlace,
] as const;

export const signFields = [
  field('faces', 'Nội dung biển', 'Nội dung', 'Chữ trên biển', 'Chữ', 'name', 'Tên'),
  field('signKind', 'Loại biển', 'Loại'),
  facing,
  ...pointPlace,
] as const;

export type HouseField = (typeof houseFields)[number]['key'];
export type RoadField = (typeof roadFields)[number]['key'];
type PointField = (typeof landmarkFields | typeof lampFields | typeof cameraFields | typeof signFields)[number]['key'];
export type ImportFieldKey = HouseholdField | HouseField | RoadField | PointField;
