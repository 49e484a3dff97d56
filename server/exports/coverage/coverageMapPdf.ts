/**
 * The map of cameras and lamps: one sheet of A3, to scale. No household's camera is on it; for everybody the others are
 * points, in full they show what they see (RULES §6.5).
 */
import { setImmediate } from 'node:timers/promises';
import { currentUnitNames, writeUnit } from '../../../domain/addressing/unitsLine.ts';
import { criterion3 } from '../../../domain/coverage/criterion3.ts';
import { totalMeters } from '../../../domain/coverage/stretches.ts';
import { withoutHouseholdCameras } from '../../../domain/coverage/publicDevices.ts';
import { villageCoverage, type CoverageAsked } from '../../../domain/coverage/villageCoverage.ts';
import { densityWords } from '../../../domain/formats/coverage/deviceWords.ts';
import { criterion3RowWords, criterion3Verdict } from '../../../domain/formats/coverage/planSheets.ts';
import { noticeOf } from '../../../domain/formats/listWords.ts';
import { scaledWindow } from '../../../domain/formats/mapScale.ts';
import { decimal, groupedNumber } from '../../../domain/formats/vietnameseFigures.ts';
import { villageOf, type World } from '../../../domain/records/world.ts';
import { dayInVietnam } from '../signs/orderPdf.ts';
import { ink, openPaper, sheets, type Paper } from '../signs/paper.ts';
import { typeface } from '../signs/typeface.ts';
import { drawCoverage } from './drawCoverage.ts';
import { drawLegend } from './drawLegend.ts';

const page = sheets.A3;
const side = { x: 324, width: page.width - page.margin - 324 } as const;
const map = { x: page.margin, y: page.margin, width: 306, height: page.height - page.margin - 14 } as const;

export async function coverageMapPdf(whole: World, hasViews: boolean, asked: CoverageAsked, at: Date): Promise<Buffer> {
  const world = withoutHouseholdCameras(whole);
  const village = villageOf(world);
  const day = dayInVietnam(at);
  const paper = await openPaper(await typeface(), {
    title: `Bản đồ camera và đèn chiếu sáng ${village?.name ?? ''}`.trim(),
    at,
    foot: `Số Nhà · ${village?.name ?? ''} · lập ngày ${day}`,
    notice: noticeOf(world),
    size: 'A3',
  });
  const coverage = villageCoverage(world, asked);
  // Others are served between working it out and drawing it.
  await setImmediate();
  paper.addPage();
  const window = scaledWindow(world, map.width, map.height);
  drawCoverage(paper, world, { x: map.x, y: map.y, window, coverage, hasViews });
  await setImmediate();
  let y = paper.text('BẢN ĐỒ CAMERA VÀ ĐÈN CHIẾU SÁNG', side.x, 12, {
    size: 17,
    weight: 'semiBold',
    width: side.width,
  });
  const units = village ? currentUnitNames(village).map((unit) => writeUnit(unit, 'vi')) : [];
  y = paper.text([village?.name ?? '', ...units].join(', '), side.x, y + 2, { size: 12, width: side.width });
  const scale = `Ngày ${day} · tỷ lệ 1 : ${groupedNumber(window.scale)} trên giấy A3`;
  y = paper.text(scale, side.x, y + 1, { size: 10, color: ink.soft, width: side.width });
  if (noticeOf(world)) {
    const style = { size: 12, weight: 'semiBold', color: ink.alert, width: side.width } as const;
    y = paper.text(noticeOf(world)!, side.x, y + 2, style);
  }
  y = drawCounts(paper, world, y + 6);
  y = drawFigures(paper, coverage, asked, y + 6);
  y = drawVerdict(paper, world, y + 4);
  drawLegend(paper, { x: side.x, y: y + 6, width: side.width }, { hasViews, darkMeters: asked.darkMeters });
  return paper.finish();
}

type Coverage = ReturnType<typeof villageCoverage>;

const heading = { size: 12, weight: 'semiBold', width: side.width } as const;

/** A line of words at the left and figures at the right; the millimetre below it. */
function row(paper: Paper, words: string, figures: string, y: number): number {
  const [left, right] = [side.width - 34, 33];
  const below = paper.text(words, side.x, y, { size: 10, width: left });
  const style = { size: 10, weight: 'semiBold', width: right, align: 'right' } as const;
  const end = Math.max(below, paper.text(figures, side.x + side.width - right, y, style)) + 1;
  paper.line([side.x, end], [side.x + side.width, end]);
  return end + 1;
}

function drawCounts(paper: Paper, world: World, from: number): number {
  let y = paper.text('Thiết bị', side.x, from, heading) + 1;
  for (const { id, devices, target } of criterion3(world).rows) {
    if (id === 'household-cameras') continue;
    const more = [
      devices.planned.length > 0 ? `${groupedNumber(devices.planned.length)} dự kiến` : null,
      devices.broken.length > 0 ? `${groupedNumber(devices.broken.length)} hỏng` : null,
      target ? `kế hoạch ${groupedNumber(target.standing + target.toAdd)}` : null,
    ].filter((words) => words !== null);
    const note = more.length > 0 ? ` (${more.join(', ')})` : '';
    y = row(paper, `${criterion3RowWords[id]}${note}`, `${groupedNumber(devices.existing.length)} đang dùng`, y);
  }
  return y;
}

function drawFigures(
  paper: Paper,
  coverage: Coverage,
  { densityIndex, darkMeters }: CoverageAsked,
  from: number,
): number {
  const { lengthMeters, roads, places, light } = coverage;
  const share = (meters: number) =>
    lengthMeters > 0 ? `${groupedNumber(meters)} m · ${decimal((100 * meters) / lengthMeters, 0)} %` : '0 m';
  let y = paper.text(`Trên ${groupedNumber(lengthMeters)} m đường, ngõ`, side.x, from, heading) + 1;
  y = row(paper, 'Camera nhìn thấy ban ngày', share(roads.day.seenMeters), y);
  y = row(paper, 'Camera nhìn thấy ban đêm', share(roads.night.seenMeters), y);
  y = row(paper, 'Ít nhất hai camera nhìn thấy', share(roads.day.seenTwiceMeters), y);
  y = row(paper, 'Có đèn chiếu sáng', share(light.litMeters), y);
  const dark = `${groupedNumber(light.dark.length)} đoạn · ${groupedNumber(totalMeters(light.dark))} m`;
  y = row(paper, `Đoạn tối dài hơn ${groupedNumber(darkMeters)} m`, dark, y);
  const { doors, doorCount } = places.day;
  y = row(paper, 'Cửa nhà camera nhìn thấy', `${groupedNumber(doors.length)} / ${groupedNumber(doorCount)}`, y);
  const note = `Nhìn thấy: ${densityWords(densityIndex)}; bị nhà che thì không tính. Không kể camera của hộ gia đình.`;
  return paper.text(note, side.x, y, { size: 9, color: ink.soft, width: side.width });
}

function drawVerdict(paper: Paper, world: World, from: number): number {
  const { verdict, why } = criterion3Verdict(world);
  let y = paper.text(`Tiêu chí 3: ${verdict.toLocaleLowerCase('vi')}`, side.x, from, heading) + 1;
  for (const words of why) y = paper.text(`– ${words}`, side.x, y, { size: 10, width: side.width }) + 0.6;
  return y;
}
