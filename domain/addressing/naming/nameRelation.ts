/** How much two names of ways are the same: a judgement as a closed union, from the finest difference to the widest. */
import { foldText } from '../vietnameseText.ts';
import { isSerial, nameForms, type NameForms } from './nameForms.ts';

/** Each may also have the differences before it: what differs in marks may differ in i and y too. */
export const nameRelations = [
  /** But for letter case, spaces, signs and look-alikes. */
  'same',
  /** Hòa, Hoà. */
  'same-but-for-tone-placement',
  /** Đ. Láng, Đường Láng; Ng. Huệ, Nguyễn Huệ. */
  'abbreviation',
  /** Sỹ, Sĩ. */
  'same-but-for-i-y',
  /** Đường Đền Hàn, duong den han. */
  'same-but-for-marks',
  /** Phố Huế, Đường Huế; Ngõ 183A Lĩnh Nam, Ngõ 183A Đường Lĩnh Nam. */
  'same-but-for-class-word',
  /** One typing error: a letter too many, too few, wrong, or two changed about. */
  'near',
  'different',
] as const;

export type NameRelation = (typeof nameRelations)[number];

/** Symmetric; a name is `same` as itself. */
export const nameRelation = (a: string, b: string): NameRelation => relationOf(nameForms(a), nameForms(b));

export function relationOf(a: NameForms, b: NameForms): NameRelation {
  if (a.plain === b.plain) return 'same';
  if (a.toned === b.toned) return 'same-but-for-tone-placement';
  if (a.full === b.full || isShortFor(a, b) || isShortFor(b, a)) return 'abbreviation';
  if (a.withI === b.withI) return 'same-but-for-i-y';
  if (a.folded === b.folded || a.simple === b.simple) return 'same-but-for-marks';
  if (a.bare === b.bare) return 'same-but-for-class-word';
  return isNear(a, b) ? 'near' : 'different';
}

/** Fewer letters, and most pairs one letter apart are two real names: Lê Lai, Lê Lợi. */
const fewestLetters = 7;
/** Longer than any stored name: such a text is not looked at letter by letter. */
export const longestMistyped = 100;

/**
 * One error in the words, none in the numbers and single letters of a series (Trung Yên 15A, 15B). Where both have
 * marks, these must agree in all other letters: Trần Quốc Toản and Trần Quốc Hoàn are two men, not one mistyped.
 */
function isNear(a: NameForms, b: NameForms): boolean {
  if (Math.max(a.bare.length, b.bare.length) > longestMistyped) return false;
  if (Math.min(letterCount(a.bare), letterCount(b.bare)) < fewestLetters) return false;
  if (serials(a.bare) !== serials(b.bare) || !isOneTypingError(a.bare, b.bare)) return false;
  return !a.hasMarks || !b.hasMarks || isOneTypingError(a.bareWithMarks, b.bareWithMarks);
}

const letterCount = (bare: string): number =>
  bare
    .split(' ')
    .filter((token) => !isSerial(token))
    .join('').length;

export const serials = (bare: string): string => bare.split(' ').filter(isSerial).join(' ');

/** Whether one step of Damerau's distance leads from one text to the other; equal texts are not an error apart. */
export function isOneTypingError(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** "ng. huệ" for "nguyễn huệ", "n.t. minh khai" for "nguyễn thị minh khai": dotted words begin the other's. */
function isShortFor(short: NameForms, long: NameForms): boolean {
  if (!hasInitials(short.bare)) return false;
  const tokens = short.bare.replace(/\.(?=\S)/g, '. ').split(' ');
  const others = long.bare.split(' ');
  return (
    tokens.length === others.length &&
    !tokens.at(-1)!.endsWith('.') &&
    tokens.every((token, i) =>
      token.endsWith('.') ? others[i]!.startsWith(foldText(token.slice(0, -1))) : token === others[i],
    )
  );
}

export const hasInitials = (bare: string): boolean => /\p{L}\./u.test(bare);
