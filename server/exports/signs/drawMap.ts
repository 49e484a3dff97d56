/** A map on paper: the marks of the window, numbered signs with the way they look, north and a scale. */
import { spotBeside, type Spot } from '../../../domain/formats/mapLabels.ts';
import { mapMarks, onPaper, type MapMark, type MapWindow } from '../../../domain/formats/paperMap.ts';
import { decimal } from '../../../domain/formats/vietnameseFigures.ts';
import type { World } from '../../../domain/records/world.ts';
import type { OrderLine } from '../../../domain/signs/orderLines.ts';
import { looksOf } from '../../../domain/signs/reading.ts';
import { ink, type Paper } from './paper.ts';

export const paperColor = '#f6f2e8';
const signColor = '#12407a';
const otherColor = '#7f93ad';
/** Signs so near to each other on the paper share a label. */
const togetherMillimeters = 1.2;
const pointsAMillimeter = 72 / 25.4;

export interface MapOnPage {
  readonly x: number;
  readonly y: number;
  readonly window: MapWindow;
  readonly lines: readonly OrderLine[];
  /** The sign the sheet is about; null: all are alike. */
  readonly about: OrderLine | null;
}

export function drawMap(paper: Paper, world: World, { x, y, window, lines, about }: MapOnPage): void {
  const { widthMillimeters: width, heightMillimeters: height } = window;
  paper.within(x, y, width, height, () => {
    paper.filledBox(0, 0, width, height, paperColor);
    const taken: Spot[] = [];
    // Numbers of signs find their places first, names of roads between them; drawn the other way round.
    const signs = signMarks(paper, window, lines, taken);
    for (const mark of mapMarks(world, window, taken)) drawMark(paper, mark);
    drawSigns(paper, signs, about);
    drawNorth(paper, width - 7, 4);
    drawScale(paper, window);
  });
  paper.box(x, y, width, height);
}

/** `edge`: in points, of the light around words. */
export function drawMark(paper: Paper, mark: MapMark, edge?: number): void {
  switch (mark.kind) {
    case 'area':
      return paper.area(mark.points, mark.color);
    case 'line':
      return paper.polyline(mark.points, mark.color, mark.width);
    case 'dot':
      return paper.dot(mark.at, mark.radius, mark.color);
    case 'landmark':
      return paper.dot(mark.at, mark.half, mark.color);
    case 'label': {
      const { color, turnDegrees, sizeMillimeters } = mark;
      return paper.label(mark.text, mark.at, { size: sizeMillimeters * pointsAMillimeter, color, turnDegrees, edge });
    }
  }
}

interface SignMark {
  readonly at: readonly [number, number];
  readonly lines: OrderLine[];
  readonly words: string;
  /** The middle of its label. */
  readonly label: readonly [number, number];
  readonly wide: number;
}

const labelStyle = { size: 7.5, weight: 'semiBold', color: '#ffffff' } as const;

function signMarks(paper: Paper, window: MapWindow, lines: readonly OrderLine[], taken: Spot[]): readonly SignMark[] {
  const toPaper = onPaper(window);
  const { widthMillimeters: width, heightMillimeters: height } = window;
  const groups: { at: readonly [number, number]; lines: OrderLine[] }[] = [];
  for (const line of lines) {
    const at = toPaper(line.sign.place);
    if (at[0] < 0 || at[1] < 0 || at[0] > width || at[1] > height) continue;
    const group = groups.find(({ at: [gx, gy] }) => Math.hypot(gx - at[0], gy - at[1]) < togetherMillimeters);
    if (group) group.lines.push(line);
    else groups.push({ at, lines: [line] });
  }
  for (const { at } of groups) taken.push({ left: at[0] - 1, right: at[0] + 1, top: at[1] - 1, bottom: at[1] + 1 });
  return groups.map((group) => {
    const words = group.lines.map(({ ordinal }) => ordinal).join(', ');
    const wide = Math.max(4.4, paper.textWidth(words, labelStyle) + 2.2);
    return { ...group, words, wide, label: spotBeside(group.at, wide, 4, window, taken) };
  });
}

function drawSigns(paper: Paper, signs: readonly SignMark[], about: OrderLine | null): void {
  for (const { at, lines, words, label, wide } of signs) {
    const color = about === null || lines.includes(about) ? signColor : otherColor;
    paper.line(at, label, color, 0.25);
    for (const { sign } of lines) drawPlate(paper, at, sign, color);
    paper.filledBox(label[0] - wide / 2, label[1] - 2, wide, 4, color, 1);
    paper.text(words, label[0] - wide / 2, label[1] - 1.65, { ...labelStyle, width: wide, align: 'center' });
  }
}

/** The plate from above, with a short line the way each face looks. */
function drawPlate(
  paper: Paper,
  [x, y]: readonly [number, number],
  { facingDegrees, faces }: OrderLine['sign'],
  color: string,
): void {
  for (const [east, north] of looksOf(facingDegrees, faces.length)) {
    // Two faces are the sides of one plate.
    paper.line([x - north * 1.5, y - east * 1.5], [x + north * 1.5, y + east * 1.5], color, 0.8);
    paper.line([x, y], [x + east * 1.8, y - north * 1.8], color, 0.3);
  }
}

export function drawNorth(paper: Paper, x: number, y: number): void {
  const arrow = [
    [x, y],
    [x + 2, y + 6],
    [x, y + 4.8],
    [x - 2, y + 6],
  ] as const;
  paper.area(arrow, ink.strong);
  paper.label('Bắc', [x, y + 8.2], { size: 7, weight: 'semiBold' });
}

const rounds = [5, 10, 20, 25, 50, 100, 200, 250, 500, 1000] as const;

export function drawScale(paper: Paper, { metersPerMillimeter, heightMillimeters }: MapWindow): void {
  const meters = rounds.findLast((length) => length / metersPerMillimeter <= 30) ?? 1000;
  const [x, y, length] = [4, heightMillimeters - 4, meters / metersPerMillimeter];
  paper.line([x, y], [x + length, y], ink.strong, 0.5);
  for (const end of [x, x + length]) paper.line([end, y - 1], [end, y + 1], ink.strong, 0.5);
  paper.label(`${decimal(meters, 0)} m`, [x + length / 2, y - 2.2], { size: 7 });
}
