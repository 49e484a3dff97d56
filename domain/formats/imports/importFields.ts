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

/** Where a house is, as lists tell it. */
export const placeFields = [
  field('houseId', 'Mã nhà', 'House id'),
  field('plusCode', 'Plus Code', 'PlusCode', 'Mã địa chỉ', 'Mã Plus'),
  field('number', 'Số nhà', 'HouseNumber', 'SN'),
  field('alley', 'Ngách', 'Hẻm', 'AlleyLV2'),
  field('lane', 'Ngõ', 'Kiệt', 'AlleyLV1'),
  field('road', 'Đường', 'Tên đường', 'Đường phố', 'Phố', 'StreetName'),
  field('address', 'Địa chỉ đầy đủ', 'Địa chỉ', 'Địa chỉ thường trú', 'Nơi ở', 'Chỗ ở hiện nay', 'FullAddress'),
  field('latitude', 'Vĩ độ', 'Latitude', 'Lat'),
  field('longitude', 'Kinh độ', 'Longitude', 'Lng', 'Lon', 'Long'),
] as const;

export const householdFields = [
  field('householdId', 'Mã hộ', 'Household id'),
  field('ordinal', 'Số thứ tự hộ', 'Số hộ', 'Hộ số', 'STT', 'TT', 'Số thứ tự', 'Số TT'),
  field('headName', 'Họ tên chủ hộ', 'Họ và tên chủ hộ', 'Tên chủ hộ', 'Chủ hộ', 'Họ và tên', 'Họ tên', 'Name'),
  field('phone', 'Số điện thoại', 'Điện thoại', 'SĐT', 'Số ĐT', 'ĐT', 'Di động', 'Phone', 'Mobile'),
  ...placeFields,
] as const;

export type HouseholdField = (typeof householdFields)[number]['key'];
