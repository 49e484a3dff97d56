/** A number between two consecutive ones: the smaller with a letter or a dash, never both in one gap (RULES R5). */
import type { SeriesRules } from '../records/numberingProfile.ts';
import { lettersToGive } from './letters.ts';
import { compareParts, formatNumber, parseNumber, type HouseNumberParts, type NumberSuffix } from './number.ts';

export interface Insertion {
  readonly number: HouseNumberParts;
  /** The gap already holds numbers in the other style than the profile's, so that style goes on. */
  readonly styleKept: boolean;
  /** No suffix was left in the right place, so this one reads out of order along the road. */
  readonly outOfOrder: boolean;
}

const dashCount = 99;

/**
 * The next free suffix on `after`'s whole number, behind `after` and before `before`; null when all are used up.
 * `taken` holds every number of the road that is or was given.
 */
export function insertAfter(
  after: HouseNumberParts,
  before: HouseNumberParts | null,
  taken: ReadonlySet<string>,
  profile: Pick<SeriesRules, 'insertion' | 'skipDStroke'>,
): Insertion | null {
  const style = styleInUse(after.base, taken) ?? profile.insertion;
  const styleKept = style !== profile.insertion;
  let late: HouseNumberParts | null = null;
  for (const suffix of suffixes(style, profile.skipDStroke)) {
    const number = { base: after.base, suffix };
    if (taken.has(formatNumber(number))) continue;
    const inPlace = compareParts(number, after) > 0 && (before === null || compareParts(number, before) < 0);
    if (inPlace) return { number, styleKept, outOfOrder: false };
    late = compareParts(number, after) > 0 ? (late ?? number) : late;
  }
  return late && { number: late, styleKept, outOfOrder: true };
}

function* suffixes(style: NumberSuffix['style'], skipDStroke: boolean): Generator<NumberSuffix> {
  if (style === 'letter') for (const letter of lettersToGive(skipDStroke)) yield { style, letter };
  else for (let index = 1; index <= dashCount; index += 1) yield { style, index };
}

function styleInUse(base: number, taken: ReadonlySet<string>): NumberSuffix['style'] | null {
  for (const text of taken) {
    if (!text.startsWith(String(base))) continue;
    const parts = parseNumber(text);
    if (parts?.base === base && parts.suffix) return parts.suffix.style;
  }
  return null;
}
