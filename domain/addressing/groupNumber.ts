/** Numbers in a group of houses on a way without a name: A10, or with the initials of its road BL.A-10 (RULES §1.6). */
import { foldText } from './vietnameseText.ts';
import { splitClassWord } from './roadClass.ts';

export interface GroupNumberParts {
  /** The initials of the road's name; empty for a way without one. */
  readonly initials: string;
  readonly letter: string;
  /** The number inside the group, as a house number is written: 10, 10A, 10-1. */
  readonly number: string;
}

const grammar = /^(?:([A-ZĐ\d]{1,6})\.([A-ZĐ])-|([A-ZĐ]))([1-9].*)$/;

/** The parts of a number as stored, or null if it is of no group. */
export function parseGroupNumber(text: string): GroupNumberParts | null {
  const [, initials, letterAfter, letter, number] = grammar.exec(text) ?? [];
  const found = letterAfter ?? letter;
  return found !== undefined && number !== undefined ? { initials: initials ?? '', letter: found, number } : null;
}

export const formatGroupNumber = ({ initials, letter, number }: GroupNumberParts): string =>
  initials === '' ? `${letter}${number}` : `${initials}.${letter}-${number}`;

/** "Đường Bằng Lăng" → BL, "Đường Đền Hàn" → ĐH, "Đường 2" → 2; at most six. */
export function roadInitials(name: string): string {
  const words = splitClassWord(name)
    .rest.normalize('NFC')
    .split(/[^\p{L}\d]+/u);
  return words.map(initial).join('').slice(0, 6);
}

const initial = (word: string): string => {
  if (/^\d/.test(word)) return /^\d+/.exec(word)![0];
  return /^[đĐ]/.test(word) ? 'Đ' : (/^[a-z]/.exec(foldText(word))?.[0] ?? '').toUpperCase();
};
