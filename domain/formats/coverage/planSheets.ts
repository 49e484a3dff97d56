/** Criterion 3 as tables: what the plan says against what stands, and whether the criterion is met. */
import { criterion3, type Criterion3RowId } from '../../coverage/criterion3.ts';
import { criterion3Models, type ModelInUse } from '../../coverage/criterion3Models.ts';
import { villageOf, type World } from '../../records/world.ts';
import { noticeOf, vietnameseDate } from '../listWords.ts';
import { numberColumn as number, textColumn as text, type Column, type Row } from '../table.ts';
import { groupedNumber } from '../vietnameseFigures.ts';
import type { Sheet } from '../xlsx.ts';

export const criterion3RowWords: { readonly [R in Criterion3RowId]: string } = {
  'commune-cameras': 'Camera của xã',
  'village-cameras': 'Camera của thôn',
  'household-cameras': 'Camera của hộ gia đình',
  lamps: 'Đèn chiếu sáng',
};

export const fieldWords: { readonly [F in ModelInUse['field']]: string } = {
  security: 'An ninh trật tự',
  lighting: 'Năng lượng, chiếu sáng',
};

const modelWords = ({ field, deviceIds }: ModelInUse): string => {
  if (deviceIds.length === 0) return `${fieldWords[field]}: chưa có thiết bị đang dùng`;
  const what = field === 'security' ? 'camera của xã và thôn đang dùng' : 'đèn đang sáng';
  return `${fieldWords[field]}: ${groupedNumber(deviceIds.length)} ${what}`;
};

/** "Đạt", "Chưa đạt", and why: a sentence a field. */
export function criterion3Verdict(world: World): { readonly verdict: string; readonly why: readonly string[] } {
  const { isMet, models } = criterion3Models(world);
  return { verdict: isMet ? 'Đạt' : 'Chưa đạt', why: models.map(modelWords) };
}

const columns: readonly Column[] = [
  text('what', 'Nội dung', 30),
  number('standing', 'Kế hoạch: đã có', 16),
  number('toAdd', 'Kế hoạch: lắp thêm', 18),
  number('target', 'Chỉ tiêu', 10),
  number('existing', 'Đang dùng', 12),
  number('planned', 'Dự kiến', 10),
  number('broken', 'Hỏng', 8),
  number('lacking', 'Còn thiếu', 10),
  text('note', 'Ghi chú', 60),
];

/** Household cameras have a row only where the world holds them for whoever reads it. */
export function planSheet(world: World, withHouseholds: boolean): Sheet {
  const { rows, camerasBy } = criterion3(world);
  const { verdict, why } = criterion3Verdict(world);
  const { costDong = null, responsible = null } = villageOf(world)?.targets.criterion3 ?? {};
  const said = (what: string, note: string | null): Row => [what, ...Array<null>(7).fill(null), note];
  const notice = noticeOf(world);
  return {
    name: 'Kế hoạch và thực tế',
    columns,
    rows: [
      ...rows
        .filter(({ id }) => withHouseholds || id !== 'household-cameras')
        .map(({ id, target, devices, lacking, unplaced }): Row => {
          const note = unplaced ? `${groupedNumber(unplaced)} chưa chọn chỗ` : null;
          return [
            ...[criterion3RowWords[id], target?.standing ?? null, target?.toAdd ?? null],
            ...[target && target.standing + target.toAdd],
            ...[devices.existing.length, devices.planned.length, devices.broken.length, lacking, note],
          ];
        }),
      said('Hạn lắp camera của xã', camerasBy && vietnameseDate(camerasBy)),
      said('Kinh phí', costDong === null ? null : `${groupedNumber(costDong)} đồng`),
      said('Người phụ trách', responsible),
      said('Tiêu chí 3', verdict),
      ...why.map((words) => said('', words)),
      ...(notice === null ? [] : [said(notice, null)]),
    ],
  };
}
