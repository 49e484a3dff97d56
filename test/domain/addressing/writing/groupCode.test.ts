import { describe, expect, it } from 'vitest';
import {
  compareGroupCodes,
  groupLetters,
  readGroupCode,
  writeGroupCode,
} from '../../../../domain/addressing/writing/groupCode.ts';

describe('codes of houses on paths without a name (RULES §1.6)', () => {
  it('are a group and a number, with the road before them or not', () => {
    expect(readGroupCode('A10')).toEqual({ road: null, group: 'A', number: 10 });
    expect(readGroupCode('BL.A-10')).toEqual({ road: 'BL', group: 'A', number: 10 });
    for (const text of ['A10', 'B15', 'Đ3', 'BL.A-10']) expect(writeGroupCode(readGroupCode(text)!)).toBe(text);
    for (const text of ['10A', 'A', 'A0', 'A10000', 'ABCDE.A-1', 'a10', '']) expect(readGroupCode(text)).toBeNull();
  });

  it('name the groups in turn: A, C, Đ, G, I on the left, B, D, E, H, K on the right', () => {
    expect(groupLetters('left').slice(0, 5)).toEqual(['A', 'C', 'Đ', 'G', 'I']);
    expect(groupLetters('right').slice(0, 5)).toEqual(['B', 'D', 'E', 'H', 'K']);
  });

  it('are ordered by road, by the Vietnamese alphabet, by number', () => {
    const order = ['A2', 'A10', 'D1', 'Đ1', 'E1', 'BL.A-1', 'BL.Đ-1', 'BN.A-1'];
    const sorted = order
      .map((text) => readGroupCode(text)!)
      .toReversed()
      .sort(compareGroupCodes);
    expect(sorted.map(writeGroupCode)).toEqual(order);
  });
});
