/** House plates at their real size on A4, with marks to cut along; a plate wider than the paper on several sheets. */
import { setImmediate } from 'node:timers/promises';
import encodeQR from 'qr';
import { addressLine } from '../../../domain/addressing/fullNumber.ts';
import { noticeOf } from '../../../domain/formats/listWords.ts';
import { problemWords, sizeWords } from '../../../domain/formats/signWords.ts';
import { villageOf, type World } from '../../../domain/records/world.ts';
import { drawFace, type DrawnFace, type FaceDrawing } from '../../../domain/signs/face/faceDrawing.ts';
import type { LetterFont } from '../../../domain/signs/face/letterFont.ts';
import { wantedLetterMillimeters } from '../../../domain/signs/face/letterHeight.ts';
import type { HousePlate } from '../../../domain/signs/housePlates.ts';
import type { SignProfile } from '../../../domain/signs/profile.ts';
import { signProfileOf } from '../../../domain/signs/villageSigns.ts';
import { dayInVietnam } from './orderPdf.ts';
import { openPaper, ink, page, type Paper } from './paper.ts';
import { typeface } from './typeface.ts';

/** The address of the public page of a house, for its QR code; null: plates without codes. */
export type PageOfCode = ((plusCode: string) => string) | null;

export async function platesPdf(
  world: World,
  plates: readonly HousePlate[],
  pageOf: PageOfCode,
  at: Date,
): Promise<Buffer> {
  const face = await typeface();
  const village = villageOf(world);
  const paper = await openPaper(face, {
    title: `Biển số nhà ${village?.name ?? ''}`.trim(),
    at,
    foot: `Số Nhà · ${village?.name ?? ''} · ${dayInVietnam(at)} · in đúng 100 %, không co giãn`,
    notice: noticeOf(world),
  });
  const profile = signProfileOf(world);
  if (plates.length === 0) {
    paper.addPage();
    paper.text('Không có biển số nhà nào cần làm.', page.margin, 20, { size: 14 });
  }
  for (const plate of plates) {
    const link = linkOf(plate, pageOf);
    const drawn = drawPlate(face.letters, profile, plate, pageOf);
    const words = `${addressLine(world, plate.address, { form: 'long', language: 'vi', withUnits: false })} · ${sizeWords(plate.size)}`;
    drawPlatePages(paper, plate, drawn, link === null ? words : `${words} · mã QR mở ${link}`);
    await setImmediate();
  }
  return paper.finish();
}

/** What is said of each house beside its plate. */
export const plateFields = (pageOf: PageOfCode): readonly string[] =>
  pageOf ? ['number', 'address', 'size', 'plusCode'] : ['number', 'address', 'size'];

/** Only issued addresses have a page. */
const linkOf = ({ address }: HousePlate, pageOf: PageOfCode): string | null =>
  address.state === 'issued' && pageOf ? pageOf(address.plusCode) : null;

export function drawPlate(font: LetterFont, profile: SignProfile, plate: HousePlate, pageOf: PageOfCode): DrawnFace {
  const { number, size } = plate;
  const link = linkOf(plate, pageOf);
  return drawFace(font, {
    signKind: 'house-plate',
    text: number,
    ...size,
    letterMillimeters: wantedLetterMillimeters('house-plate', size, profile),
    ...(link === null ? {} : { code: encodeQR(link, 'raw', { ecc: 'medium', border: 4 }) }),
  });
}

/** Where a plate, or a part of one, may be on the page. */
const room = { width: 285, height: 168, top: 12 } as const;
/** Parts are drawn so far over their joint, to be glued. */
const overlap = 10;

function drawPlatePages(paper: Paper, plate: HousePlate, drawn: DrawnFace, words: string): void {
  if ('problem' in drawn) {
    paper.addPage();
    const wrong = `${plate.number}: ${problemWords(drawn.problem)}`;
    return void paper.text(wrong, page.margin, 20, { size: 14, color: ink.wrong, width: 250 });
  }
  const columns = partsOf(drawn.widthMillimeters, room.width);
  const rows = partsOf(drawn.heightMillimeters, room.height);
  const parts = rows.flatMap((row) => columns.map((column) => ({ row, column })));
  parts.forEach(({ row, column }, index) => {
    paper.addPage();
    const [width, height] = [column.to - column.from, row.to - row.from];
    const [x, y] = [(page.width - width) / 2, room.top + (room.height - height) / 2];
    paper.within(x, y, width, height, () => paper.face(drawn, -column.from, -row.from, 1));
    cutMarks(paper, drawn, x - column.from, y - row.from, { x, y, width, height });
    const part = parts.length === 1 ? '' : ` · phần ${index + 1}/${parts.length}, dán chồng ${overlap} mm`;
    paper.text(`${words}${part}`, page.margin, page.height - 20, {
      size: 9,
      color: ink.soft,
      width: page.width - 2 * page.margin,
      align: 'center',
    });
  });
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** As few equal parts as the room allows, each reaching over the joint with the next. */
export function partsOf(length: number, most: number): readonly Part[] {
  const count = length <= most ? 1 : Math.ceil((length - overlap) / (most - overlap));
  const step = (length - overlap) / count;
  return Array.from({ length: count }, (_, index) => {
    return count === 1 ? { from: 0, to: length } : { from: index * step, to: (index + 1) * step + overlap };
  });
}

/** At the plate's own corners, as far as they are on this page. */
function cutMarks(
  paper: Paper,
  { widthMillimeters, heightMillimeters }: FaceDrawing,
  left: number,
  top: number,
  shown: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void {
  const [gap, length] = [0.8, 4.5];
  for (const [x, way] of [
    [left, -1],
    [left + widthMillimeters, 1],
  ] as const) {
    for (const [y, down] of [
      [top, -1],
      [top + heightMillimeters, 1],
    ] as const) {
      const isHere =
        x >= shown.x - 1 && x <= shown.x + shown.width + 1 && y >= shown.y - 1 && y <= shown.y + shown.height + 1;
      if (!isHere) continue;
      paper.line([x + way * gap, y], [x + way * (gap + length), y], ink.strong, 0.15);
      paper.line([x, y + down * gap], [x, y + down * (gap + length)], ink.strong, 0.15);
    }
  }
}
