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

const grammar = /^(?:([A-ZĐ]{2,4})\.([A-ZĐ])-|([A-ZĐ]))([1-9].*)$/;

/** The parts of a number as stored, or null if it is of no group. */
export function parseGroupNumber(text: string): GroupNumberParts | null {
  const [, initials, letterAfter, letter, number] = grammar.exec(text) ?? [];
  const found = letterAfter ?? letter;
  return found !== undefined && number !== undefined ? { initials: initials ?? '', letter: found, number } : null;
}

export const formatGroupNumber = ({ initials, letter, number }: GroupNumberParts): string =>
  initials === '' ? `${letter}${number}` : `${initials}.${letter}-${number}`;

/** "Đường Bằng Lăng" → BL, "Đường Đền Hàn" → ĐH, "Đường Làng" → LA; two to four letters, or none: "Đường 2". */
export function roadInitials(name: string): string {
  const words = splitClassWord(name)
    .rest.split(/[^\p{L}\p{M}]+/u)
    .map(plainCapitals);
  const letters = words.filter((word) => word !== '');
  const initials = letters.length === 1 ? letters[0]!.slice(0, 2) : letters.map((word) => word[0]).join('');
  return initials.length < 2 ? '' : initials.slice(0, 4);
}

/** Capitals without marks, of which only Đ keeps its bar. */
const plainCapitals = (word: string): string =>
  [...word.normalize('NFC')]
    .map((letter) => (/[đĐ]/.test(letter) ? 'Đ' : foldText(letter).toUpperCase()))
    .join('')
    .replace(/[^A-ZĐ]/g, '');
