/**
 * The one drawing of a face, to scale: ground, border, and every letter as an outline. Workshop files, order sheets and
 * plates print this and nothing else. Colours and border: TT 36/2006 (RULES §2.3); house plates the look of 2006 (§1.8).
 */
import { bestSetting, codeShare, roomFor, type FaceToSet } from './bestSetting.ts';
import { borderOutline } from './border.ts';
import { leastShare } from './fits.ts';
import type { LetterFont } from './letterFont.ts';
import { placed, rectangle, type Outline } from './outline.ts';
import { setLine } from './typesetting.ts';

export const faceColors = { ground: '#12407a', letters: '#ffffff', ink: '#101010' } as const;

export interface FaceShape {
  readonly color: keyof typeof faceColors;
  readonly outline: Outline;
}

/** Millimetres, from the top left corner, y downwards. */
export interface FaceDrawing {
  readonly widthMillimeters: number;
  readonly heightMillimeters: number;
  readonly shapes: readonly FaceShape[];
  /** Each line as it is set: its capitals without marks, and how far they are narrowed (1: not at all). */
  readonly lines: readonly { readonly text: string; readonly letterMillimeters: number; readonly narrowed: number }[];
  /** Of the largest line: what decides from how far the face is read. */
  readonly letterMillimeters: number;
}

/** does-not-fit: letters would be lower than `leastMillimeters`; no-letter: the typeface lacks one; empty: nothing to read. */
export type FaceProblem =
  | { readonly code: 'does-not-fit'; readonly letterMillimeters: number; readonly leastMillimeters: number }
  | { readonly code: 'no-letter'; readonly character: string }
  | { readonly code: 'empty' };

export type DrawnFace = FaceDrawing | { readonly problem: FaceProblem };

export function drawFace(font: LetterFont, face: FaceToSet): DrawnFace {
  const { widthMillimeters: width, heightMillimeters: height } = face;
  const missing = font.missing(face.text.replace(/[\n←→↑↓↖↗↘↙]/gu, ' '));
  if (missing !== null) return { problem: { code: 'no-letter', character: missing } };
  const best = bestSetting((text) => setLine(font, text), face);
  if (!best) return { problem: { code: 'empty' } };
  const leastMillimeters = leastShare * face.letterMillimeters;
  if (best.letterMillimeters < leastMillimeters) {
    return { problem: { code: 'does-not-fit', letterMillimeters: best.letterMillimeters, leastMillimeters } };
  }
  const letters = best.lines.flatMap(({ set, left, baseline, scaleX, scaleY }) =>
    set.outlines.map((outline) => placed(outline, { scaleX, scaleY: -scaleY, x: left, y: baseline })),
  );
  const shape = (color: FaceShape['color']) => (outline: Outline) => ({ color, outline });
  return {
    widthMillimeters: width,
    heightMillimeters: height,
    shapes: [
      shape('ground')(rectangle(0, 0, width, height)),
      shape('letters')(borderOutline(width, height)),
      ...letters.map(shape('letters')),
      ...codeShapes(face),
    ],
    lines: best.lines.map(({ set, scaleX, scaleY }) => ({
      text: set.text,
      letterMillimeters: scaleY,
      narrowed: scaleX / scaleY,
    })),
    letterMillimeters: best.letterMillimeters,
  };
}

function codeShapes(face: FaceToSet): readonly FaceShape[] {
  const { code, widthMillimeters, heightMillimeters } = face;
  if (!code) return [];
  const side = codeShare * heightMillimeters;
  const { right } = roomFor({ widthMillimeters, heightMillimeters });
  const [left, top] = [right - side, (heightMillimeters - side) / 2];
  const square = side / code.length;
  const dark = code.flatMap((row, y) =>
    darkRuns(row).flatMap(([from, count]) => rectangle(left + from * square, top + y * square, count * square, square)),
  );
  return [
    { color: 'letters', outline: rectangle(left, top, side, side) },
    { color: 'ink', outline: dark },
  ];
}

/** Neighbours in a row as one shape: fewer, and no hair lines between them. */
function darkRuns(row: readonly boolean[]): readonly (readonly [from: number, count: number])[] {
  const starts = row.flatMap((isDark, x) => (isDark && !row[x - 1] ? [x] : []));
  return starts.map((from) => {
    const end = row.indexOf(false, from);
    return [from, (end === -1 ? row.length : end) - from];
  });
}
