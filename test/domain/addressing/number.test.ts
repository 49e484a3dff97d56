import { describe, expect, it } from 'vitest';
import {
  compareFullNumbers,
  compareNumbers,
  formatNumber,
  nextNumber,
  parseNumber,
} from '../../../domain/addressing/number.ts';

describe('numbers (RULES §1.5 grammar)', () => {
  it('are parsed and written back the same', () => {
    for (const text of ['1', '12', '12A', '12Đ', '20-1', '20-25', '9999', '5Y']) {
      expect(formatNumber(parseNumber(text)!)).toBe(text);
    }
  });

  it('are refused in any other form', () => {
    for (const text of ['', '0', '01', '12a', '20-0', '20-100', '12Â', '5/4', '10000', '12 A', '-1', '1A2']) {
      expect(parseNumber(text)).toBeNull();
    }
  });

  it('are ordered plain, dash, letter; Đ after D', () => {
    const order = ['20', '20-1', '20-2', '20-10', '20A', '20D', '20Đ', '20E', '21', '22', '100'];
    expect(order.toReversed().sort(compareNumbers)).toEqual(order);
  });

  it('are ordered part by part when full', () => {
    const order = ['12', '12/5', '12/5/3', '12/10', '12A/1', '13'];
    expect(order.toReversed().sort(compareFullNumbers)).toEqual(order);
  });

  it('go on by two on their side', () => {
    expect([0, 1, 2, 5, 20].map((n) => nextNumber('left', n))).toEqual([1, 3, 3, 7, 21]);
    expect([0, 1, 2, 5, 20].map((n) => nextNumber('right', n))).toEqual([2, 2, 4, 6, 22]);
  });
});
