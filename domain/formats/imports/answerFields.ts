/** What the file a platform sends back may tell of each address, and under which headings: those of our releases too. */
import { addressListColumns } from '../addressListColumns.ts';
import { builtInProfiles } from '../releases/releaseProfile.ts';
import { field, placeFields, type ImportField } from './importFields.ts';
import { headingKey, matchColumns, type ColumnChoice, type RememberedColumns } from './matchColumns.ts';

type PlaceKey = (typeof placeFields)[number]['key'];

/** GeoJSON and shapefiles call our columns by their keys. */
const known = placeFields.map(({ key, headings }): ImportField<PlaceKey> => ({
  key,
  headings: [...headings, key.toLowerCase()],
}));

export const answerFields = [
  field(
    'verdict',
    'Kết quả',
    'Kết quả xử lý',
    'Trạng thái',
    'Trạng thái xử lý',
    'Phản hồi',
    'Tình trạng',
    'Result',
    'Status',
  ),
  field('reason', 'Lý do', 'Lý do từ chối', 'Nguyên nhân', 'Nội dung lỗi', 'Mô tả lỗi', 'Reason', 'Error', 'Message'),
  field('ndas10', 'Mã địa chỉ số', 'Mã địa chỉ số quốc gia', 'Mã địa chỉ quốc gia', 'NdasCode', 'Ndas', 'ndas10'),
  field('vnpt', 'Mã VNPT', 'Mã của VNPT', 'VNPT id', 'vnpt'),
  field('vpostcode', 'Vpostcode', 'Mã Vpostcode'),
  field('location12', 'Mã định danh địa điểm', 'Mã định danh', 'location12'),
  field(
    'answeredOn',
    'Ngày trả lời',
    'Ngày tiếp nhận',
    'Ngày xử lý',
    'Ngày phản hồi',
    'Ngày cập nhật',
    'Answered',
    'Date',
  ),
  field('releaseNumber', 'Đợt bàn giao', 'Đợt', 'Release'),
  ...known,
  field('name', 'Tên công trình', 'NameBuilding'),
] as const;

export type AnswerField = (typeof answerFields)[number]['key'];

/** Columns of our own lists that tell nothing back, though their headings sound like it ("Trạng thái biển", "Ghi chú"). */
const ourOwn: RememberedColumns = Object.fromEntries(
  [
    ...addressListColumns('full').map(({ heading }) => heading),
    ...Object.values(builtInProfiles).flatMap(({ columns }) => columns.map(({ heading }) => heading)),
  ]
    .map(headingKey)
    .filter((key) => !answerFields.some(({ headings }) => headings.some((heading) => headingKey(heading) === key)))
    .map((key) => [key, null]),
);

export const matchAnswerColumns = (
  headings: readonly string[],
  remembered: RememberedColumns = {},
): ColumnChoice<AnswerField> => matchColumns<AnswerField>(answerFields, headings, { ...ourOwn, ...remembered });
