/** One line of letters and arrows at capital height 1, and how far its ink reaches. */
import { arrowOutline, isArrow } from './arrow.ts';
import type { LetterFont } from './letterFont.ts';
import { boundsOf, placed, type Outline } from './outline.ts';

export interface SetLine {
  readonly text: string;
  /** Capital height 1, y upwards from the baseline, x from the left end of the ink. */
  readonly outlines: readonly Outline[];
  readonly width: number;
  /** From the baseline up to the highest mark, at least 1; and down to the lowest, at least 0. */
  readonly above: number;
  readonly below: number;
}

export function setLine(font: LetterFont, text: string): SetLine {
  const scale = 1 / font.capHeight;
  const outlines: Outline[] = [];
  let x = 0;
  for (const piece of text.split(/([←→↑↓↖↗↘↙])/u)) {
    if (isArrow(piece)) {
      outlines.push(placed(arrowOutline(piece), { scaleX: 1, scaleY: 1, x, y: 0 }));
      x += 1;
      continue;
    }
    const { letters, advance } = font.line(piece);
    for (const letter of letters) {
      const at = { scaleX: scale, scaleY: scale, x: x + letter.x * scale, y: 0 };
      if (letter.outline.length > 0) outlines.push(placed(letter.outline, at));
    }
    x += advance * scale;
  }
  // With y upwards, the "top" of the bounds is the lowest ink.
  const ink = boundsOf(outlines) ?? { left: 0, right: 0, top: 0, bottom: 1 };
  return {
    text,
    outlines: outlines.map((outline) => placed(outline, { scaleX: 1, scaleY: 1, x: -ink.left, y: 0 })),
    width: ink.right - ink.left,
    above: Math.max(1, ink.bottom),
    below: Math.max(0, -ink.top),
  };
}
