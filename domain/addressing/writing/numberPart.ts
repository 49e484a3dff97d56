/** One part of a number as people write it: what the strict grammar holds, and the marks it lacks (98 Bis, 9T1, 018). */
import { compareParts, formatNumber, largestNumber, type HouseNumberParts, type NumberSuffix } from '../number.ts';

/** Second and third house of one number, as the French numbering of the south has them. */
export const repeatMarks = ['Bis', 'Ter', 'Quater'] as const;
export type RepeatMark = (typeof repeatMarks)[number];

export interface NumberPart extends HouseNumberParts {
  readonly repeat: RepeatMark | null;
  /** The 1 of 42A1: a house divided a second time; 1 to 99. */
  readonly division: number | null;
}

export type PartProblem = 'not-a-number' | 'letters-only' | 'zero' | 'number-too-large' | 'letter-never-given';

const form = /^(\d+)(?:([A-ZĐ])(\d{1,2})?|-(\d{1,2})|\s?(BIS|TER|QUATER))?$/;

/**
 * Reads one part in capitals without spaces (but before Bis): "12", "012", "12A", "42A1", "20-1", "98 BIS".
 * Zeros in front are dropped. Refuses with the reason what is no number of a house or lane.
 */
export function readPart(text: string): NumberPart | PartProblem {
  const match = form.exec(text);
  if (!match) return problemOf(text);
  const [, digits, letter, division, index, repeat] = match;
  const base = Number(digits);
  if (base === 0 || Number(division ?? 1) === 0 || Number(index ?? 1) === 0) return 'zero';
  if (base > largestNumber) return 'number-too-large';
  let suffix: NumberSuffix | null = null;
  if (letter !== undefined) suffix = { style: 'letter', letter };
  else if (index !== undefined) suffix = { style: 'dash', index: Number(index) };
  return {
    base,
    suffix,
    repeat: repeatMarks.find((mark) => mark.toUpperCase() === repeat) ?? null,
    division: division === undefined ? null : Number(division),
  };
}

function problemOf(text: string): PartProblem {
  if (!/\d/.test(text)) return 'letters-only';
  return /^\d+\s?[ĂÂÊÔƠƯ]$/.test(text) ? 'letter-never-given' : 'not-a-number';
}

/** "98 Bis", "42A1", "20-1"; the inverse of reading. */
export const writePart = (part: NumberPart): string =>
  `${formatNumber(part)}${part.division ?? ''}${part.repeat === null ? '' : ` ${part.repeat}`}`;

/** As stored numbers are ordered; a repeat follows its plain number, a division its letter: 98 < 98 Bis < 98-1 < 98A < 98A1. */
export function comparePart(a: NumberPart, b: NumberPart): number {
  return (
    a.base - b.base ||
    (a.repeat !== null && b.suffix !== null ? -1 : 0) ||
    (b.repeat !== null && a.suffix !== null ? 1 : 0) ||
    compareParts(a, b) ||
    rank(a.repeat) - rank(b.repeat) ||
    (a.division ?? 0) - (b.division ?? 0)
  );
}

const rank = (repeat: RepeatMark | null): number => (repeat === null ? -1 : repeatMarks.indexOf(repeat));
