import { describe, expect, it } from 'vitest';
import { textRank } from '../../../domain/addressing/textSearch.ts';

describe('search (RULES §9, §12.17)', () => {
  it('finds one name by four spellings', () => {
    for (const query of ['duong chi phuc', 'Đường Chí Phúc'.normalize('NFD'), 'DUONG CHI PHUC', 'đường chí phúc']) {
      expect(textRank(query, 'Đường Chí Phúc')).toBe(0);
    }
  });

  it('puts what has the marks typed first, and does not mind marks where none are typed', () => {
    expect([textRank('đá', 'Đường Đá'), textRank('đá', 'Đường Da')]).toEqual([0, 1]);
    expect([textRank('da', 'Đường Đá'), textRank('da', 'Đường Da')]).toEqual([0, 0]);
    expect(textRank('Thanh Hoá', 'Thanh Hóa')).toBe(0);
  });

  it('takes beginnings of words in any order, and nothing else', () => {
    expect(textRank('trãi ngu', 'Nguyễn Trãi')).toBe(0);
    expect(textRank('rai', 'Nguyễn Trãi')).toBeNull();
    expect(textRank('Nguyễn Du', 'Nguyễn Trãi')).toBeNull();
    expect([textRank('ngo 5', 'Ngõ 5'), textRank('ngo 5', 'Ngõ 50')]).toEqual([0, null]);
    expect(textRank('  ', 'Nguyễn Trãi')).toBe(0);
  });
});
