import { describe, expect, it } from 'vitest';
import { iForY, oneTonePlacement } from '../../../../domain/addressing/naming/tonePlacement.ts';

describe('one tone placement (RULES §9)', () => {
  it('brings the old and the new way of writing together', () => {
    const pairs = [
      ['Thanh Hóa', 'Thanh Hoá'],
      ['thủy', 'thuỷ'],
      ['khỏe', 'khoẻ'],
      ['Hòe Thị', 'Hoè Thị'],
      ['qúy', 'quý'],
      ['Thụy', 'Thuỵ'],
      ['hòan', 'hoàn'],
      ['gíao', 'giáo'],
    ];
    for (const [a, b] of pairs) expect(oneTonePlacement(a!)).toBe(oneTonePlacement(b!));
    expect(oneTonePlacement('Thanh Hóa'.normalize('NFD'))).toBe('Thanh Hoá');
  });

  it('leaves every syllable alone that has one way only, and words that are none', () => {
    const syllables =
      'mía múa ngoái xoáy khuỷu của giếng giữ gì Nguyễn Đường Huỳnh Toản khuya quốc mười lúa bùi ngày rượu Yên Ỷ thúi Café Noël Tết';
    expect(oneTonePlacement(syllables)).toBe(syllables);
  });

  it('keeps capitals', () => {
    expect(oneTonePlacement('HÒA')).toBe('HOÀ');
  });
});

it('y is i only where it is the one vowel', () => {
  expect(['Mỹ', 'Sỹ', 'Lý', 'quý', 'Ỷ', 'KỲ', 'hy'].map(iForY)).toEqual(['Mĩ', 'Sĩ', 'Lí', 'quí', 'Ỉ', 'KÌ', 'hi']);
  for (const word of ['tay', 'thúy', 'Thụy', 'Huy', 'yên', 'Nguyễn', 'May', 'Lynda']) expect(iForY(word)).toBe(word);
});
