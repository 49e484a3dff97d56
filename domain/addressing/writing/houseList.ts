/** One house or several in the last part of a number: single, range (72-74), list (12, 14), group code (A10). */
import type { SeriesRules } from '../../records/numberingProfile.ts';
import { readGroupCode, writeGroupCode } from './groupCode.ts';
import { closed } from './lanePieces.ts';
import { comparePart, readPart, writePart, type NumberPart, type PartProblem } from './numberPart.ts';

export interface Houses {
  readonly kind: 'single' | 'range' | 'list' | 'group-code';
  /** Canonical; one for single and group-code, the first and last of a range, all of a list. */
  readonly houses: readonly string[];
}

type HousesProblem = PartProblem | 'incomplete' | 'range-falls' | 'two-suffixes' | 'several-numbers' | 'unknown-words';

/** The largest index the rule's own example gives to an inserted house: 20-1, 20-2 … 20-25 (RULES R5). */
const largestDashIndex = 25;

/**
 * The readings of a text in capitals, the preferred one first; a second one only where a dash may be either.
 *
 * The rule of the dash: a range rises, a suffix counts from 1. 72-74 is a range (74 is no index); 20-1 a suffix
 * (1 is not after 20); 9-11 may be both: a range is preferred unless the village inserts by dash. 74-72 is neither.
 */
export function readHouses(
  text: string,
  insertion: SeriesRules['insertion'] | null,
): readonly Houses[] | HousesProblem {
  if (text === '') return 'incomplete';
  const listed = text.split(/\s*[,;+&]\s*|\s+(?:VÀ|VA|AND)\s+/u);
  if (listed.length > 1) return readList(listed);
  const code = readGroupCode(text.replace(/(?<=[A-ZĐ.]) (?=\d)/g, ''));
  if (code) return [{ kind: 'group-code', houses: [writeGroupCode(code)] }];
  const dashed = text.split('-');
  if (dashed.length > 2) return readList(dashed);
  const parts = readParts(dashed);
  if (typeof parts === 'string') return parts;
  const [first, second] = parts;
  if (!second) return [{ kind: 'single', houses: [writePart(first!)] }];
  return readPair(first!, second, insertion);
}

function readPair(
  first: NumberPart,
  second: NumberPart,
  insertion: SeriesRules['insertion'] | null,
): readonly Houses[] | HousesProblem {
  const readings: Houses[] = [];
  if (comparePart(first, second) < 0) {
    readings.push({ kind: 'range', houses: [writePart(first), writePart(second)] });
  }
  const isPlain = (part: NumberPart) => part.suffix === null && part.repeat === null;
  if (isPlain(first) && isPlain(second) && second.base <= largestDashIndex) {
    const suffixed = writePart({ ...first, suffix: { style: 'dash', index: second.base } });
    readings.push({ kind: 'single', houses: [suffixed] });
  }
  if (readings.length === 0) return isPlain(second) && second.base <= largestDashIndex ? 'two-suffixes' : 'range-falls';
  return insertion === 'dash' ? readings.toReversed() : readings;
}

function readList(texts: readonly string[]): readonly Houses[] | HousesProblem {
  const parts = readParts(texts);
  if (typeof parts === 'string') return parts;
  const rises = parts.every((part, i) => i === 0 || comparePart(parts[i - 1]!, part) < 0);
  return rises ? [{ kind: 'list', houses: parts.map(writePart) }] : 'range-falls';
}

function readParts(texts: readonly string[]): NumberPart[] | HousesProblem {
  const parts: NumberPart[] = [];
  for (const text of texts) {
    if (text.trim() === '') return 'incomplete';
    const part = readPart(closed(text));
    if (typeof part !== 'string') parts.push(part);
    else if (part !== 'not-a-number' || !text.includes(' ')) return part;
    else return /^\d+[A-ZĐ]?(?: \d+[A-ZĐ]?)+$/.test(text) ? 'several-numbers' : 'unknown-words';
  }
  return parts;
}
