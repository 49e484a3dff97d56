/** Names of records, of their fields and choices, as they stand outside the panels too: in tools, keys and messages. */
export const labelsVi = {
  'house.numbered': 'Nhà số {number}',
  'house.unnumbered': 'Nhà chưa có số',
  'house.use': 'Công dụng',
  'household.ordinal': 'Hộ số {ordinal}',
  'sign.kind': 'Loại biển',
  'device.owner': 'Chủ sở hữu',
  'device.state': 'Tình trạng',
  'landmark.kind': 'Loại',
  'survey.good': 'Tốt',
  'survey.damaged': 'Hỏng',
  'survey.missing': 'Mất',
  'survey.skip': 'Bỏ qua',
  'survey.back': 'Biển trước',
  'road.unnamedTitle': '{class} chưa đặt tên',
  'road.class': 'Loại',
  'decision.title': 'Số {number} ngày {date}',
} as const;
