/** An order of signs as a workbook: what it sums up to, and every sign with its texts exactly as to be printed. */
import type { World } from '../records/world.ts';
import type { OrderLine, SignOrder } from '../signs/orderLines.ts';
import { verdictOf } from '../signs/sizes.ts';
import { signProfileOf } from '../signs/villageSigns.ts';
import { noticeOf, plateWords } from './listWords.ts';
import {
  facingWords,
  orderedPostWords,
  placeWords,
  postWords,
  signKindWords,
  sizeVerdictWords,
  sizeWords,
} from './signWords.ts';
import { numberColumn as number, textColumn as text, type Column, type Row } from './table.ts';
import { gridCells, gridOf } from './villageGrid.ts';
import type { Sheet } from './xlsx.ts';

const sumColumns: readonly Column[] = [
  text('what', 'Hạng mục', 34),
  text('size', 'Kích thước', 18),
  number('count', 'Số lượng', 10),
  number('unitPriceVnd', 'Đơn giá (đồng)', 16),
  number('amountVnd', 'Thành tiền (đồng)', 18),
];

const mostFaces = 4;

const signColumns: readonly Column[] = [
  number('ordinal', 'STT', 6),
  text('signId', 'Mã biển', 38),
  text('kind', 'Loại biển', 18),
  text('size', 'Kích thước', 16),
  ...Array.from({ length: mostFaces }, (_, index) => text(`face${index + 1}`, `Chữ mặt ${index + 1}`, 28)),
  text('place', 'Vị trí', 58),
  text('facing', 'Mặt biển nhìn về', 34),
  number('latitude', 'Vĩ độ', 13),
  number('longitude', 'Kinh độ', 13),
  number('vn2000North', 'VN-2000 X (N)', 14),
  number('vn2000East', 'VN-2000 Y (E)', 14),
  text('post', 'Cột', 14),
  text('state', 'Trạng thái', 14),
  number('unitPriceVnd', 'Đơn giá biển (đồng)', 18),
  number('postPriceVnd', 'Cột mới (đồng)', 16),
  text('note', 'Ghi chú', 40),
];

/** `notes`: what is wrong with a sign's faces, by its id, as the drawing found it. */
export function signOrderSheets(
  world: World,
  order: SignOrder,
  notes: ReadonlyMap<string, string> = new Map(),
): readonly Sheet[] {
  return [
    { name: 'Tổng hợp', columns: sumColumns, rows: [...sumRows(order), ...sampleRows(world)] },
    {
      name: 'Từng biển',
      columns: signColumns,
      rows: [...order.lines.map((line) => signRow(world, line, notes.get(line.sign.id))), ...sampleRows(world)],
    },
  ];
}

function sampleRows(world: World): readonly Row[] {
  const notice = noticeOf(world);
  return notice === null ? [] : [[null, notice]];
}

function sumRows({ sums, newPosts, totalVnd, unpriced, budgetVnd, leftVnd }: SignOrder): readonly Row[] {
  const amount = (count: number, price: number | null) => (price === null ? null : count * price);
  return [
    ...sums.map(({ signKind, size, count, unitPriceVnd }): Row => {
      return [signKindWords[signKind], sizeWords(size), count, unitPriceVnd, amount(count, unitPriceVnd)];
    }),
    ['Cột mới', null, newPosts.count, newPosts.unitPriceVnd, amount(newPosts.count, newPosts.unitPriceVnd)],
    ['Tổng cộng', null, null, null, totalVnd],
    ...(unpriced > 0 ? [['Chưa có đơn giá', null, unpriced, null, null]] : []),
    ['Kinh phí', null, null, null, budgetVnd],
    [leftVnd !== null && leftVnd < 0 ? 'Còn thiếu' : 'Còn lại', null, null, null, leftVnd],
  ];
}

function signRow(world: World, line: OrderLine, problem: string | undefined): Row {
  const { sign, ordinal, size, unitPriceVnd, postPriceVnd } = line;
  const [longitude, latitude] = sign.place;
  const paper = gridCells(gridOf(world), sign.place);
  const verdict = verdictOf(signProfileOf(world), sign);
  const post = orderedPostWords(line);
  const notes = [sizeVerdictWords(verdict), problem, post === postWords[sign.post] ? null : post, sign.stateNote];
  return [
    ...[ordinal, sign.id, signKindWords[sign.signKind], sizeWords(size)],
    ...Array.from({ length: mostFaces }, (_, index) => sign.faces[index] ?? null),
    ...[placeWords(world, line), facingWords(sign), latitude, longitude],
    ...[
      paper?.vn2000North ?? null,
      paper?.vn2000East ?? null,
      postWords[sign.post],
      plateWords[sign.state],
      unitPriceVnd,
      postPriceVnd,
    ],
    notes.filter((note) => note !== null && note !== undefined).join('; ') || null,
  ];
}
