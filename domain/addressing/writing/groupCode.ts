/** Codes of houses on paths without a name: group and number, A10, B15, BL.A-10 (TT 08/2024, Art. 11–12; RULES §1.6). */
import { largestNumber } from '../number.ts';
import { letterOrder, lettersToGive } from '../letters.ts';

export interface GroupCode {
  /** Abbreviation of the road the groups lie on ("BL"), 2 to 4 capitals; null in the form A10. */
  readonly road: string | null;
  /** The group's capital letter. */
  readonly group: string;
  /** 1 to 9999. */
  readonly number: number;
}

const form = /^(?:([A-ZĐ]{2,4})[.-])?([A-ZĐ])[.-]?(\d{1,6})$/;

/** "A10", "A-10", "BL.A-10", in capitals without spaces; null if it is not a group code. */
export function readGroupCode(text: string): GroupCode | null {
  const match = form.exec(text);
  if (!match) return null;
  const [, road = null, group, digits] = match;
  const number = Number(digits);
  return number >= 1 && number <= largestNumber ? { road, group: group!, number } : null;
}

export const writeGroupCode = ({ road, group, number }: GroupCode): string =>
  road === null ? `${group}${number}` : `${road}.${group}-${number}`;

/** By road, group in the order of the Vietnamese alphabet, number: A2 < A10 < D1 < Đ1 < E1 < BL.A-1. */
export function compareGroupCodes(a: GroupCode, b: GroupCode): number {
  const [left, right] = [a.road ?? '', b.road ?? ''];
  return (
    (left === right ? 0 : left < right ? -1 : 1) || letterOrder(a.group) - letterOrder(b.group) || a.number - b.number
  );
}

/** Letters of the groups on one side of a path, from its entrance inward: left A, C, Đ, G, I…; right B, D, E, H, K… */
export const groupLetters = (side: 'left' | 'right'): readonly string[] =>
  lettersToGive(false).filter((_, index) => index % 2 === (side === 'left' ? 0 : 1));
