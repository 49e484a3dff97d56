/** The order of signs for the workshop and the village: a cover with totals and a map of all, then a sheet a sign. */
import { setImmediate } from 'node:timers/promises';
import { noticeOf, vietnameseDate } from '../../../domain/formats/listWords.ts';
import { isInFile } from '../../../domain/formats/orderFormats.ts';
import type { MapWindow } from '../../../domain/formats/paperMap.ts';
import { signKindWords, sizeWords, whyWords } from '../../../domain/formats/signWords.ts';
import { dong, groupedNumber } from '../../../domain/formats/vietnameseFigures.ts';
import { currentUnitNames, writeUnit } from '../../../domain/addressing/unitsLine.ts';
import { windowAround } from '../../../domain/formats/mapScale.ts';
import { villageOf, type World } from '../../../domain/records/world.ts';
import type { SignOrder } from '../../../domain/signs/orderLines.ts';
import { servedBySigns } from '../../../domain/signs/reevaluate.ts';
import { countServers, needsOf } from '../../../domain/signs/siting.ts';
import { signGroundOf, signProfileOf } from '../../../domain/signs/villageSigns.ts';
import { drawMap } from './drawMap.ts';
import { openPaper, ink, page, type Paper } from './paper.ts';
import { facesOfSign } from './signFaces.ts';
import { drawSignSheet } from './signSheet.ts';
import { typeface } from './typeface.ts';

/** House plates are counted on the cover and drawn in their own file, not a sheet each. */
export async function orderPdf(world: World, order: SignOrder, at: Date): Promise<Buffer> {
  const face = await typeface();
  const village = villageOf(world);
  const day = dayInVietnam(at);
  const paper = await openPaper(face, {
    title: `Đơn đặt biển ${village?.name ?? ''}`.trim(),
    at,
    foot: `Số Nhà · ${village?.name ?? ''} · lập ngày ${day}`,
    notice: noticeOf(world),
  });
  await drawCover(paper, world, order, day);
  const profile = signProfileOf(world);
  const ground = signGroundOf(world);
  const needs = needsOf(ground);
  await setImmediate();
  const served = servedBySigns(ground, needs);
  const servers = countServers([...served.values()].map((serves) => ({ serves })));
  for (const line of order.lines) {
    const { sign } = line;
    if (!isInFile('pdf', sign)) continue;
    const serves = served.get(sign.id) ?? [];
    const alone = serves.filter((need) => servers.get(need) === 1);
    const faces = facesOfSign(face.letters, profile, sign);
    const words = { why: whyWords(world, serves), alone: whyWords(world, alone) };
    drawSignSheet(paper, world, { line, lines: order.lines, faces, reasons: words });
    // Others are served between two sheets.
    await setImmediate();
  }
  return paper.finish();
}

/** dd/mm/yyyy where the village is. */
export const dayInVietnam = (at: Date): string =>
  vietnameseDate(new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10));

const table = { x: page.margin, width: 104, top: 44 } as const;
interface MapPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const map: MapPlace = { x: 122, y: 12, width: page.width - page.margin - 122, height: 184 };
/** More signs get a map of a whole page too. */
const mostOnSmallMap = 20;

/** Others are served between its maps. */
async function drawCover(paper: Paper, world: World, order: SignOrder, day: string): Promise<void> {
  const village = villageOf(world);
  paper.addPage();
  paper.text('ĐƠN ĐẶT BIỂN', table.x, 12, { size: 20, weight: 'semiBold' });
  const units = village ? currentUnitNames(village).map((unit) => writeUnit(unit, 'vi')) : [];
  const place = [village?.name ?? '', ...units].join(', ');
  const below = paper.text(place, table.x, 22, { size: 11, width: table.width });
  paper.text(`Ngày ${day} · ${order.lines.length} biển · ${order.newPosts.count} cột mới`, table.x, below + 1, {
    size: 10,
    color: ink.soft,
  });
  drawTotals(paper, order);
  await setImmediate();
  drawOverview(paper, world, order, map);
  await setImmediate();
  if (order.lines.length <= mostOnSmallMap) return;
  paper.addPage();
  const { margin } = page;
  drawOverview(paper, world, order, { x: margin, y: margin, width: page.width - 2 * margin, height: map.height });
  await setImmediate();
}

function drawOverview(paper: Paper, world: World, order: SignOrder, place: MapPlace): void {
  const window = windowOf(world, order, place);
  drawMap(paper, world, { x: place.x, y: place.y, window, lines: order.lines, about: null });
}

const columns = [
  { x: 0, width: 58, align: 'left' },
  { x: 58, width: 10, align: 'right' },
  { x: 68, width: 18, align: 'right' },
  { x: 86, width: 18, align: 'right' },
] as const;

function drawTotals(paper: Paper, order: SignOrder): void {
  let y = table.top;
  const row = (cells: readonly string[], weight: 'regular' | 'semiBold' = 'regular', color: string = ink.strong) => {
    const style = (index: number) => ({ size: 8.5, weight, color, ...columns[index]! });
    const height = Math.max(...cells.map((cell, index) => paper.textHeight(cell, style(index))));
    cells.forEach((cell, index) => paper.text(cell, table.x + columns[index]!.x, y, style(index)));
    y += height + 1.4;
    paper.line([table.x, y - 0.9], [table.x + table.width, y - 0.9]);
  };
  row(['Hạng mục', 'SL', 'Đơn giá', 'Thành tiền'], 'semiBold');
  const plain = (value: number | null) => (value === null ? '—' : groupedNumber(value));
  for (const { signKind, size, count, unitPriceVnd } of order.sums) {
    const amount = unitPriceVnd === null ? null : count * unitPriceVnd;
    row([`${signKindWords[signKind]} ${sizeWords(size)}`, groupedNumber(count), plain(unitPriceVnd), plain(amount)]);
  }
  const { count, unitPriceVnd } = order.newPosts;
  row([
    'Cột mới',
    groupedNumber(count),
    plain(unitPriceVnd),
    plain(unitPriceVnd === null ? null : count * unitPriceVnd),
  ]);
  y += 3;
  const total = (name: string, words: string, color: string = ink.strong) => {
    paper.text(name, table.x, y, { size: 11, weight: 'semiBold', color });
    paper.text(words, table.x + 44, y, {
      size: 11,
      weight: 'semiBold',
      color,
      width: table.width - 44,
      align: 'right',
    });
    y += 7;
  };
  total('Tổng cộng', dong(order.totalVnd));
  if (order.budgetVnd !== null && order.leftVnd !== null) {
    total('Kinh phí', dong(order.budgetVnd));
    if (order.leftVnd < 0) total('Còn thiếu', dong(-order.leftVnd), ink.wrong);
    else total('Còn lại', dong(order.leftVnd));
  }
  const notes = [
    order.unpriced > 0 ? `${groupedNumber(order.unpriced)} hạng mục chưa có đơn giá, chưa tính vào tổng.` : null,
    'Số trên bản đồ là số của biển trong các trang sau; vạch ngắn chỉ hướng mặt biển nhìn về.',
    order.sums.some(({ signKind }) => signKind === 'house-plate') ? 'Biển số nhà: xem tệp biển số nhà.' : null,
  ];
  for (const note of notes) {
    if (note) y = paper.text(note, table.x, y, { size: 9, color: ink.soft, width: table.width }) + 1;
  }
}

/** A village of a few houses is not drawn larger than this. */
const leastMetersPerMillimeter = 0.2;

/** All signs of the order and the roads and houses of the village. */
function windowOf(world: World, order: SignOrder, { width, height }: MapPlace): MapWindow {
  const signs = order.lines.map(({ sign }) => sign.place);
  const window = windowAround(world, signs, width, height);
  return { ...window, metersPerMillimeter: Math.max(leastMetersPerMillimeter, window.metersPerMillimeter) };
}
