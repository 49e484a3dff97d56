/** The words of a written number parted from its figures: which piece is the house, which are lanes, and their order. */
import type { LaneWord } from '../roadClass.ts';
import { readPart, writePart, type PartProblem } from './numberPart.ts';
import { housePattern, lanePattern, laneWordOf } from './wayWords.ts';

export interface LaneText {
  /** The word written with it, or null where only a slash tells that it is a lane. */
  readonly word: LaneWord | null;
  /** Its own number in canonical form: "5", "107A". */
  readonly number: string;
}

interface LanePiece {
  readonly word: LaneWord;
  readonly body: string;
}

interface Pieces {
  /** Outermost first. */
  readonly lanes: readonly LanePiece[];
  /** Lanes written before the house with slashes, outermost first: ["5", "4"] of 5/4/4. */
  readonly inner: readonly string[];
  /** What is left for the house, or the houses: "4", "72-74", "12,14". */
  readonly house: string;
}

type PiecesProblem = 'incomplete' | 'lane-only' | 'several-numbers';

/** Depth by word; hẻm is said of every depth in the south, so where it stands alone its place decides. */
const depthOf: { readonly [W in LaneWord]: number } = { ngõ: 1, kiệt: 1, ngách: 2, hẻm: 3 };

const words = new RegExp(`(?<![\\p{L}\\d])(${lanePattern}|${housePattern})(?!\\p{L})[.:]?\\s*`, 'iu');

/** Parts a text in capitals at its words. "NGÕ 5 SỐ 3" and "3, NGÕ 5" give the same pieces. */
export function piecesOf(text: string): Pieces | PiecesProblem {
  const parts = text.split(words);
  const lanesBefore: LanePiece[] = [];
  const lanesAfter: LanePiece[] = [];
  let house: string | null = null;
  let lastWord: LaneWord | null = null;
  for (let i = 0; i < parts.length; i += 2) {
    const word = i === 0 ? null : laneWordOf(parts[i - 1]!);
    const body = parts[i]!.replace(/^[\s,;.:]+|[\s,;.:]+$/g, '');
    if (word !== null) {
      if (body === '' && house !== null && i === parts.length - 1) lastWord = word;
      else if (body === '') return 'incomplete';
      else (house === null ? lanesBefore : lanesAfter).push({ word, body });
    } else if (body !== '') {
      if (house !== null) return 'several-numbers';
      house = body;
    }
  }
  if (house === null) return lanesBefore.length + lanesAfter.length > 0 ? 'lane-only' : 'incomplete';
  // Before the house they are written from the road inward, after it from the house outward; the words know best.
  const lanes = [...lanesBefore, ...lanesAfter.toReversed()].sort((a, b) => depthOf[a.word] - depthOf[b.word]);
  const inner = house.split('/');
  const last = inner.pop()!;
  if (lastWord !== null) {
    // "12/5 ngõ": the word at the end is said of the lane before the house.
    const named = inner.pop();
    if (named === undefined) return 'incomplete';
    return { lanes: [...lanes, { word: lastWord, body: [...inner, named].join('/') }], inner: [], house: last };
  }
  return { lanes, inner, house: last };
}

/**
 * One chain of lanes, outermost first. A lane may be written with those above it, in either order ("ngách 5/4, ngõ 5"
 * or "ngách 4/5, ngõ 5"); alone, 5/4 is ngõ 5, ngách 4, as 97 % of alleys with known lanes are written.
 */
export function joinLanes(
  pieces: readonly LanePiece[],
  inner: readonly string[],
): readonly LaneText[] | PartProblem | 'lanes-disagree' | 'incomplete' {
  const chain: LaneText[] = [];
  for (const { word, body } of pieces) {
    const numbers = readNumbers(body.split('/'));
    if (typeof numbers === 'string') return numbers;
    const above = chain.map(({ number }) => number);
    if (numbers.length === 1 || isSame(numbers.slice(0, -1), above)) chain.push({ word, number: numbers.at(-1)! });
    else if (isSame(numbers.slice(1).toReversed(), above)) chain.push({ word, number: numbers[0]! });
    else if (above.length > 0) return 'lanes-disagree';
    else chain.push(...numbers.map((number, i) => ({ word: i === numbers.length - 1 ? word : null, number })));
  }
  const slashed = readNumbers(inner);
  if (typeof slashed === 'string') return slashed;
  // "5/4, ngõ 5" says the same lane twice.
  const said = chain.map(({ number }) => number);
  const repeats = said.length > 0 && isSame(slashed.slice(0, said.length), said);
  return [...chain, ...slashed.slice(repeats ? said.length : 0).map((number) => ({ word: null, number }))];
}

function readNumbers(texts: readonly string[]): string[] | PartProblem | 'incomplete' {
  const numbers: string[] = [];
  for (const text of texts) {
    if (text === '') return 'incomplete';
    const part = readPart(closed(text));
    if (typeof part === 'string') return part;
    numbers.push(writePart(part));
  }
  return numbers;
}

/** "12 A" → "12A"; the space before Bis stays. */
export const closed = (text: string): string => text.trim().replace(/(\d) (?=[A-ZĐ]\d{0,2}(?![\p{L}\d]))/gu, '$1');

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((number, i) => number === b[i]);
