/** The order of numbers as written, lanes first, group codes after numbers (RULES §1.5, §1.6). */
import { compareGroupCodes, readGroupCode } from './groupCode.ts';
import type { HouseText } from './houseText.ts';
import { comparePart, readPart } from './numberPart.ts';

/** Part by part: 12 < 12-1 < 12A < 12/5 < 12/5/3 < 12/10 < 98 < 98 Bis < A2 < A10. */
export function compareHouseTexts(a: HouseText, b: HouseText): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const order = compareTexts(left[i]!, right[i]!);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

const partsOf = ({ lanes, houses }: HouseText): string[] => [...lanes.map(({ number }) => number), houses[0]!];

function compareTexts(a: string, b: string): number {
  const [left, right] = [readPart(a.toUpperCase()), readPart(b.toUpperCase())];
  if (typeof left !== 'string' && typeof right !== 'string') return comparePart(left, right);
  if (typeof left !== typeof right) return typeof left === 'string' ? 1 : -1;
  const [code, other] = [readGroupCode(a), readGroupCode(b)];
  return code && other ? compareGroupCodes(code, other) : 0;
}
