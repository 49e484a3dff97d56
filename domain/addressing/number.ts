/** House and lane numbers: 12, 12A, 12Đ, 20-1: parsing, writing, order (RULES §1.5). */
import { parseGroupNumber } from './groupNumber.ts';
import { letterOrder } from './letters.ts';

export type NumberSuffix =
  { readonly style: 'dash'; readonly index: number } | { readonly style: 'letter'; readonly letter: string };

export interface HouseNumberParts {
  /** 1 to 9999. */
  readonly base: number;
  readonly suffix: NumberSuffix | null;
}

const grammar = /^([1-9]\d{0,3})(?:([A-ZĐ])|-([1-9]\d?))?$/;

/** The parts of a number written as stored (capital letter, no spaces), or null if it is not one. */
export function parseNumber(text: string): HouseNumberParts | null {
  const match = grammar.exec(text);
  if (!match) return null;
  const [, base, letter, index] = match;
  if (letter !== undefined) return { base: Number(base), suffix: { style: 'letter', letter } };
  if (index !== undefined) return { base: Number(base), suffix: { style: 'dash', index: Number(index) } };
  return { base: Number(base), suffix: null };
}

export function formatNumber({ base, suffix }: HouseNumberParts): string {
  if (suffix === null) return String(base);
  return suffix.style === 'dash' ? `${base}-${suffix.index}` : `${base}${suffix.letter}`;
}

/** 20 < 20-1 < 20-2 < 20-10 < 20A < 20D < 20Đ < 20E < 21. */
export function compareParts(a: HouseNumberParts, b: HouseNumberParts): number {
  return (
    a.base - b.base || suffixKind(a.suffix) - suffixKind(b.suffix) || suffixIndex(a.suffix) - suffixIndex(b.suffix)
  );
}

const suffixKind = (suffix: NumberSuffix | null): number => (suffix === null ? 0 : suffix.style === 'dash' ? 1 : 2);

const suffixIndex = (suffix: NumberSuffix | null): number =>
  suffix === null ? 0 : suffix.style === 'dash' ? suffix.index : letterOrder(suffix.letter);

/** Order of numbers as stored, groups by their letters after plain ones; what is no number last, by its characters. */
export function compareNumbers(a: string, b: string): number {
  const [ga, gb] = [parseGroupNumber(a), parseGroupNumber(b)];
  if (ga && gb) {
    const letters = letterOrder(ga.letter) - letterOrder(gb.letter);
    if (ga.initials !== gb.initials) return ga.initials < gb.initials ? -1 : 1;
    return letters || compareNumbers(ga.number, gb.number);
  }
  const left = parseNumber(a);
  const right = parseNumber(b);
  if (left && right) return compareParts(left, right);
  if (left || right) return left ? -1 : 1;
  if (ga || gb) return ga ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Order of full numbers, part by part: 12/5 < 12/5/3 < 12/10. */
export function compareFullNumbers(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const order = compareNumbers(left[i]!, right[i]!);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

export const largestNumber = 9999;

/** The first number of a side (RULES R1): odd on the left, even on the right. */
export const firstNumber = (side: 'left' | 'right'): 1 | 2 => (side === 'left' ? 1 : 2);

/** The next whole number of a side after a number (of either parity, with or without suffix). */
export function nextNumber(side: 'left' | 'right', after: number): number {
  const first = firstNumber(side);
  return after < first ? first : after + ((after - first) % 2 === 0 ? 2 : 1);
}
