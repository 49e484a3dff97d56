/** How a text is best set on a face: in which lines, in the room that border and code leave. */
import type { SignKind } from '../../records/sign.ts';
import { arranged, type Arranged } from './arrangement.ts';
import { borderSizes } from './border.ts';
import { waysToSet } from './faceLines.ts';
import type { Bounds } from './outline.ts';
import type { SetLine } from './typesetting.ts';

export interface FaceToSet {
  readonly signKind: SignKind;
  readonly text: string;
  readonly widthMillimeters: number;
  readonly heightMillimeters: number;
  /** Capitals of the largest line, where there is room; plates of houses and gates fill their height. */
  readonly letterMillimeters: number;
  /** The squares of a QR code with its light margin, dark where true; drawn at the right. */
  readonly code?: readonly (readonly boolean[])[];
}

/** Between the border line and the text, above and beside it, of the plate's height (assumed). */
const clearShare = { above: 0.05, beside: 0.065 } as const;
/** The QR code with its white margin, as a share of the plate's height. */
export const codeShare = 0.28;
/** One line more must make the letters so much higher. */
const worthALine = 1.12;

/** `lineOf` sets a line; null for a text without a word. */
export function bestSetting(lineOf: (text: string) => SetLine, face: FaceToSet): Arranged | null {
  const room = roomFor(face);
  let best: Arranged | null = null;
  for (const lines of waysToSet(face.signKind, face.text)) {
    if (lines.length === 0 || lines.some(({ text }) => text === '')) continue;
    const set = lines.map(({ text, share }) => ({ set: lineOf(text), share }));
    const found = arranged(set, room, face.letterMillimeters);
    const asked =
      best && found.lines.length > best.lines.length ? worthALine ** (found.lines.length - best.lines.length) : 1;
    if (!best || found.quality > best.quality * asked) best = found;
  }
  return best;
}

/** Where ink may be: inside the border line with a clear strip, beside the code. */
export function roomFor(face: Omit<FaceToSet, 'text' | 'signKind' | 'letterMillimeters'>): Bounds {
  const { widthMillimeters: width, heightMillimeters: height } = face;
  const { insetMillimeters, lineMillimeters } = borderSizes(width, height);
  const line = insetMillimeters + lineMillimeters;
  const [above, beside] = [line + clearShare.above * height, line + clearShare.beside * height];
  const code = face.code ? (codeShare + clearShare.beside) * height : 0;
  return { left: beside, top: above, right: width - beside - code, bottom: height - above };
}
