/** How the lines of a face stand to each other: the class word small above the name, a lane's road small below it. */
import { wayWordOf } from '../../addressing/roadClass.ts';
import type { SignKind } from '../../records/sign.ts';

export interface FaceLine {
  readonly text: string;
  /** Of the height of the largest letters. */
  readonly share: number;
}

/** Assumed: no rule says how much smaller the upper line is than the name. */
const smallShares: { readonly [K in SignKind]: number } = {
  'road-name': 0.5,
  'lane-mouth': 0.45,
  direction: 1,
  'village-entrance': 0.5,
  'house-plate': 0.3,
};

/** The lines of a face as they are typed, those of a name also parted in every other way it may be set. */
export function waysToSet(signKind: SignKind, face: string): readonly (readonly FaceLine[])[] {
  const typed = face
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
  const lines = signKind === 'road-name' ? classWordAbove(typed) : typed;
  const small = smallShares[signKind];
  const largest = signKind === 'road-name' || signKind === 'village-entrance' ? lines.length - 1 : 0;
  const shareOf = (index: number) => (index === largest ? 1 : small);
  return waysToBreak(lines[largest] ?? '').map((parts) =>
    lines.flatMap((text, index) =>
      index === largest ? parts.map((part) => ({ text: part, share: 1 })) : [{ text, share: shareOf(index) }],
    ),
  );
}

/** "ĐƯỜNG ĐỀN HÀN" on one line is set as TT 36/2006 wants it: the class word on a line of its own. */
function classWordAbove(lines: readonly string[]): readonly string[] {
  const [only] = lines;
  if (lines.length !== 1 || only === undefined) return lines;
  const space = only.indexOf(' ');
  return space > 0 && wayWordOf(only.slice(0, space)) ? [only.slice(0, space), only.slice(space + 1)] : lines;
}

const mostParts = 3;

/** In one line, and in up to three parted between words; an arrow stays with the word beside it. */
function waysToBreak(text: string): readonly (readonly string[])[] {
  const words = text.split(' ');
  const ways: (readonly string[])[] = [[text]];
  if (words.length > maxWordsParted) return ways;
  for (let first = 1; first < words.length; first += 1) {
    const head = words.slice(0, first).join(' ');
    ways.push([head, words.slice(first).join(' ')]);
    for (let second = first + 1; second < words.length; second += 1) {
      ways.push([head, words.slice(first, second).join(' '), words.slice(second).join(' ')]);
    }
  }
  return ways.filter((parts) => parts.length <= mostParts && parts.every((part) => /[\p{L}\p{N}]/u.test(part)));
}

/** A name of more words is no name; it is tried in one line and refused. */
const maxWordsParted = 16;
