/** House numbers as people write them, read tolerantly: "Ngõ 5 số 3", "72-74", "98 bis", "24 ngách 30", "A10". */
import type { SeriesRules } from '../../records/numberingProfile.ts';
import { parseGroupNumber } from '../groupNumber.ts';
import { parseNumber } from '../number.ts';
import { readHouses, type Houses } from './houseList.ts';
import { joinLanes, piecesOf, type LaneText } from './lanePieces.ts';
import type { PartProblem } from './numberPart.ts';

export type HouseTextProblemCode =
  | PartProblem
  | 'blank'
  | 'too-long'
  /** "không số": the writer says that there is none. */
  | 'says-no-number'
  /** A dash, slash or lane word with nothing behind it. */
  | 'incomplete'
  /** 74-72: neither a range, which rises, nor a suffix, which is small. */
  | 'range-falls'
  /** 12A-1: a letter and a dash at once. */
  | 'two-suffixes'
  /** Two numbers with nothing between them that says how they belong together. */
  | 'several-numbers'
  /** "Hẻm 69": a lane and no house. */
  | 'lane-only'
  /** "ngách 7/4, ngõ 5": the lanes contradict each other. */
  | 'lanes-disagree'
  /** Words that are no part of a number: a street, a block, a flat. */
  | 'unknown-words';

export interface HouseTextProblem {
  readonly problem: HouseTextProblemCode;
}

export interface HouseText extends Houses {
  /** Outermost first: ngõ 5, ngách 4 in 5/4/4. */
  readonly lanes: readonly LaneText[];
  /** The canonical short form: "5/4/4", "72-74", "12, 14", "129/21", "BL.A-10". Reading it again gives the same. */
  readonly text: string;
  /** Whether the house's number may be stored as it is (one house, strict grammar of RULES §1.5). */
  readonly isStorable: boolean;
  /** What else the text may mean: 9-11 as the eleventh house put in after 9, where a range of two is preferred. */
  readonly otherReading: HouseText | null;
}

export interface HouseTextOptions {
  /** The village's way of telling inserted houses apart: where it is the dash, 9-11 is read as a suffix first. */
  readonly insertion?: SeriesRules['insertion'];
}

/** One house, or one in a group, in the form of numbers as stored. */
const isStored = ({ kind, houses }: Houses): boolean =>
  kind === 'single' ? parseNumber(houses[0]!) !== null : kind === 'group-code' && parseGroupNumber(houses[0]!) !== null;

const longest = 120;
const noNumber = /^(?:KHÔNG|KHONG|CHƯA|CHUA|CHƯA CÓ|CHUA CO|KHÔNG CÓ|KHONG CO) SỐ(?: NHÀ)?$|^K\/?S$|^N\/A$|^-+$/u;

/**
 * Reads a number of a house as written by hand or in a file (Vietnamese; "No." too). Letters may be small, the words
 * số, nhà, SN and the lanes' words are understood, in either order. Returns the reading, or the reason there is none.
 */
export function readHouseText(typed: string, options: HouseTextOptions = {}): HouseText | HouseTextProblem {
  if (typed.length > longest * 4) return { problem: 'too-long' };
  const text = uniform(typed);
  if (text === '') return { problem: 'blank' };
  if (text.length > longest) return { problem: 'too-long' };
  if (noNumber.test(text)) return { problem: 'says-no-number' };
  const pieces = piecesOf(text);
  if (typeof pieces === 'string') return { problem: pieces };
  const lanes = joinLanes(pieces.lanes, pieces.inner);
  if (typeof lanes === 'string') return { problem: lanes };
  const readings = readHouses(pieces.house, options.insertion ?? null);
  if (typeof readings === 'string') return { problem: readings };
  const [preferred, other] = readings.map((houses): HouseText => {
    const numbers = lanes.map(({ number }) => number);
    return {
      ...houses,
      lanes,
      text: [...numbers, houses.houses.join(houses.kind === 'range' ? '-' : ', ')].join('/'),
      isStorable: isStored(houses),
      otherReading: null,
    };
  });
  return { ...preferred!, otherReading: other ?? null };
}

export const isHouseText = (read: HouseText | HouseTextProblem): read is HouseText => 'houses' in read;

/** One form of characters: NFKC, capitals, plain dashes and slashes, single spaces, none around signs. */
const uniform = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2044\u2215\\]/g, '/')
    .toLocaleUpperCase('vi')
    .replace(/[\u00D0\u0189]/g, 'Đ')
    .replace(/\s*([-/])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;.:]+|[\s,;.:]+$/g, '');
