/**
 * A line of capitals as long as a bold sans serif sets it, without its outlines: good to a few per cent, for reckoning
 * where no typeface is at hand. Of Be Vietnam Pro SemiBold (SIL OFL), in capital heights.
 */
import type { SetLine } from './typesetting.ts';

const usualWidth = 0.97;
const spaceWidth = 0.31;
const widths: Readonly<Record<string, number>> = { I: 0.38, J: 0.65, M: 1.19, W: 1.4, O: 1.12, Q: 1.11, '1': 0.56 };
const marks = /[\u0300-\u036f]/gu;
const dotBelow = '\u0323';
/** Tone marks: huyền, sắc, ngã, hỏi. */
const tone = /[\u0300\u0301\u0303\u0309]/u;
const hat = /[\u0302\u0306]/u;

const heightOf = (decomposed: string): number => {
  const [hasTone, hasHat] = [tone.test(decomposed), hat.test(decomposed)];
  if (hasTone && hasHat) return 1.55;
  return hasTone || hasHat ? 1.35 : 1;
};

export function roughLine(text: string): SetLine {
  let width = 0;
  let above = 1;
  let below = 0;
  for (const character of text.normalize('NFC')) {
    const decomposed = character.normalize('NFD');
    width += character === ' ' ? spaceWidth : (widths[decomposed.replace(marks, '')] ?? usualWidth);
    above = Math.max(above, heightOf(decomposed));
    if (decomposed.includes(dotBelow)) below = 0.32;
  }
  return { text, outlines: [], width: Math.max(width, usualWidth / 2), above, below };
}
