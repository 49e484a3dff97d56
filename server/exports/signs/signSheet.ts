/** The sheet of one sign: its faces to scale with their measures, a map of the surroundings, and what a fitter must know. */
import { plateWords, vietnameseDate } from '../../../domain/formats/listWords.ts';
import {
  facingWords,
  orderedPostWords,
  placeWords,
  problemWords,
  signKindWords,
  sizeVerdictWords,
  sizeWords,
} from '../../../domain/formats/signWords.ts';
import { gridCells, gridOf } from '../../../domain/formats/villageGrid.ts';
import { decimal, dong } from '../../../domain/formats/vietnameseFigures.ts';
import { villageOf, type World } from '../../../domain/records/world.ts';
import type { FaceDrawing } from '../../../domain/signs/face/faceDrawing.ts';
import type { OrderLine } from '../../../domain/signs/orderLines.ts';
import { verdictOf } from '../../../domain/signs/sizes.ts';
import { signProfileOf } from '../../../domain/signs/villageSigns.ts';
import { drawMap } from './drawMap.ts';
import type { SignFace } from './signFaces.ts';
import { ink, page, type Paper } from './paper.ts';

export interface SheetFacts {
  readonly line: OrderLine;
  readonly lines: readonly OrderLine[];
  readonly faces: readonly SignFace[];
  /** Why it stands there, and what could not be read without it, a sentence each. */
  readonly reasons: { readonly why: readonly string[]; readonly alone: readonly string[] };
}

const left = { x: page.margin, width: 168 } as const;
const right = { x: 188, width: page.width - page.margin - 188 } as const;
const top = 30;
const mapHeight = 84;

export function drawSignSheet(paper: Paper, world: World, facts: SheetFacts): void {
  const { line, lines, faces, reasons } = facts;
  const { sign, ordinal, size } = line;
  paper.addPage();
  const title = `${signKindWords[sign.signKind]} số ${ordinal}`;
  paper.text(title, page.margin, 10, { size: 18, weight: 'semiBold' });
  const facesWord = sign.faces.length === 1 ? '1 mặt' : `${sign.faces.length} mặt`;
  paper.text(
    `${sizeWords(size)} · ${facesWord} · ${orderedPostWords(line)} · ${plateWords[sign.state]}`,
    page.margin,
    19,
    {
      size: 11,
      color: ink.soft,
    },
  );
  const where = { size: 11, color: ink.soft, width: right.width, align: 'right' } as const;
  paper.text(villageOf(world)?.name ?? '', right.x, 12, where);

  drawFaces(paper, faces);
  const window = {
    center: sign.place,
    metersPerMillimeter: 1,
    widthMillimeters: right.width,
    heightMillimeters: mapHeight,
  };
  drawMap(paper, world, { x: right.x, y: top, window, lines, about: line });

  let y = top + mapHeight + 4;
  for (const [name, words] of factsOf(world, line)) {
    const below = paper.text(name, right.x, y, { size: 9, color: ink.soft, width: 22 });
    y = Math.max(below, paper.text(words, right.x + 23, y, { size: 9, width: right.width - 23 })) + 1.2;
  }
  const { why, alone } = reasons;
  const onlyThis = alone.length > 0 && alone.join() === why.join();
  const sentences = why.length === 0 ? ['Do người lập phương án đặt thêm.'] : why;
  const all = onlyThis ? [...sentences, 'Không còn biển nào khác để đọc những tên này.'] : sentences;
  const below = drawReasons(paper, 'Vì sao đặt ở đây', all, 150);
  if (alone.length > 0 && !onlyThis) drawReasons(paper, 'Không có biển này thì không còn đọc được', alone, below + 2);
}

function drawReasons(paper: Paper, title: string, reasons: readonly string[], from: number): number {
  const style = { size: 9.5, width: left.width } as const;
  const last = page.height - 14;
  if (from + 12 > last) return from;
  let y = paper.text(title, left.x, from, { size: 10, weight: 'semiBold' }) + 1;
  for (const reason of reasons) {
    if (y + paper.textHeight(`– ${reason}`, style) > last) break;
    y = paper.text(`– ${reason}`, left.x, y, style) + 0.8;
  }
  return y;
}

function factsOf(world: World, line: OrderLine): readonly (readonly [name: string, words: string])[] {
  const { sign, unitPriceVnd, postPriceVnd } = line;
  const [lng, lat] = sign.place;
  const grid = gridOf(world);
  const paper = gridCells(grid, sign.place);
  const verdict = sizeVerdictWords(verdictOf(signProfileOf(world), sign));
  const rows: (readonly [string, string])[] = [
    ['Vị trí', placeWords(world, line)],
    ['Mặt nhìn về', facingWords(sign)],
    // With points, as maps on phones take them.
    ['WGS 84', `${lat.toFixed(7)}, ${lng.toFixed(7)}`],
  ];
  if (grid && paper) {
    const meridian = grid.name.replace('VN-2000 ', '').replace('′', "'");
    const place = `X ${decimal(paper.vn2000North, 2)}; Y ${decimal(paper.vn2000East, 2)}`;
    rows.push(['VN-2000', `${place} (kinh tuyến trục ${meridian})`]);
  }
  const postWord = postPriceVnd === null ? '' : `; cột mới ${dong(postPriceVnd)}`;
  rows.push(['Đơn giá', unitPriceVnd === null ? `Chưa có${postWord}` : `${dong(unitPriceVnd)}${postWord}`]);
  if (sign.dueDay) rows.push(['Hạn', vietnameseDate(sign.dueDay)]);
  if (verdict) rows.push(['Cỡ biển', verdict]);
  if (sign.stateNote) rows.push(['Ghi chú', sign.stateNote]);
  return rows;
}

/** Millimetres of the room for faces, with their measures. */
const room = { width: left.width - 10, height: 112 } as const;
const scales = [1, 2, 2.5, 4, 5, 7.5, 10, 15, 20, 30] as const;

/** Faces that say the same are drawn once; up to four below and beside each other, all at the largest scale that fits. */
function drawFaces(paper: Paper, faces: readonly SignFace[]): void {
  const columns = faces.length > 1 ? 2 : 1;
  const rows = Math.ceil(faces.length / columns);
  const cell = { width: room.width / columns, height: room.height / rows } as const;
  const shown = faces.flatMap(({ drawn }) => ('problem' in drawn ? [] : [drawn]));
  const fits = (scale: number) =>
    shown.every(
      (one) => one.widthMillimeters / scale <= cell.width - 2 && one.heightMillimeters / scale <= cell.height - 20,
    );
  const scale = scales.find(fits) ?? scales.at(-1)!;
  faces.forEach(({ text, drawn, sides, readMeters }, index) => {
    const x = left.x + 10 + (index % columns) * cell.width;
    const y = top + 4 + Math.floor(index / columns) * cell.height;
    if ('problem' in drawn) {
      const words = `${sides}: ${withoutArrows(text).replace(/\n/g, ' / ')}\n${problemWords(drawn.problem)}`;
      return void paper.text(words, x, y, { size: 11, color: ink.wrong, width: cell.width - 14 });
    }
    const width = drawn.widthMillimeters / scale;
    const height = drawn.heightMillimeters / scale;
    paper.face(drawn, x, y, 1 / scale);
    measure(paper, x, y, width, height, drawn);
    const caption = `${sides}. Tỷ lệ 1 : ${decimal(scale, scale % 1 === 0 ? 0 : 1)}. ${lettersWords(drawn)} Đọc được từ khoảng ${decimal(readMeters ?? 0, 0)} m.`;
    paper.text(caption, x, y + height + 6.5, { size: 8.5, color: ink.soft, width: cell.width - 12 });
  });
}

const lettersWords = ({ lines }: FaceDrawing): string =>
  `Chữ cao: ${lines
    .map(({ text, letterMillimeters, narrowed }) => {
      const narrow = narrowed < 0.995 ? `, ép ngang ${decimal(narrowed * 100, 0)} %` : '';
      return `“${withoutArrows(text)}” ${decimal(letterMillimeters, 0)} mm${narrow}`;
    })
    .join('; ')}.`;

/** The typeface of papers has no arrows either. */
const withoutArrows = (text: string): string =>
  text.replace(/^[←→↑↓↖↗↘↙\s]+|[←→↑↓↖↗↘↙\s]+$/gu, '').replace(/[←→↑↓↖↗↘↙]/gu, '…');

/** Measures below and at the left of the face. */
function measure(paper: Paper, x: number, y: number, width: number, height: number, drawn: FaceDrawing): void {
  const below = y + height + 3;
  const beside = x - 3;
  paper.line([x, below], [x + width, below], ink.strong, 0.15);
  paper.line([beside, y], [beside, y + height], ink.strong, 0.15);
  for (const end of [x, x + width]) paper.line([end, below - 1], [end, below + 1], ink.strong, 0.15);
  for (const end of [y, y + height]) paper.line([beside - 1, end], [beside + 1, end], ink.strong, 0.15);
  paper.label(`${drawn.widthMillimeters}`, [x + width / 2, below], { size: 8 });
  paper.label(`${drawn.heightMillimeters}`, [beside, y + height / 2], { size: 8, turnDegrees: -90 });
}
