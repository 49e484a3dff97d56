import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameForms } from '../../../../domain/addressing/naming/nameForms.ts';
import {
  isOneTypingError,
  nameRelation,
  type NameRelation,
} from '../../../../domain/addressing/naming/nameRelation.ts';

const judged: { readonly [R in NameRelation]: readonly (readonly [string, string])[] } = {
  same: [
    ['Đường Đền Hàn', '  đường  ĐỀN HÀN '],
    ['Đường Đền Hàn', 'Đường Đền Hàn'.normalize('NFD')],
    ['Đền Hàn', 'Ðền Hàn'],
    ['Ngõ 01 - Hà Huy Tập', 'Ngõ 01 Hà Huy Tập'],
    ['Ngách 43/ Cổ Nhuế', 'Ngách 43 Cổ Nhuế'],
    ['Ngõ 37', 'ngõ 37.'],
    ['Đường Cao Bá Quát', 'Đường Сао Bá Quát'],
  ],
  'same-but-for-tone-placement': [
    ['Phố Thanh Hóa', 'Phố Thanh Hoá'],
    ['Đường Thủy Lợi', 'Đường Thuỷ Lợi'],
  ],
  abbreviation: [
    ['Đ. Láng', 'Đường Láng'],
    ['Ng. 5 P. Kim Mã', 'Ngõ 5 Phố Kim Mã'],
    ['Ng. Huệ', 'Nguyễn Huệ'],
    ['Đường Ng. Huệ', 'Đường Nguyễn Huệ'],
    ['N.T. Minh Khai', 'Nguyễn Thị Minh Khai'],
    ['QL1', 'Quốc lộ 1'],
    ['KĐT Văn Quán', 'Khu Đô Thị Văn Quán'],
  ],
  'same-but-for-i-y': [
    ['Phố Ngô Sĩ Liên', 'Phố Ngô Sỹ Liên'],
    ['Đường Mỹ Đình', 'Đường Mĩ Đình'],
  ],
  'same-but-for-marks': [
    ['Đường Đền Hàn', 'duong den han'],
    ['Ngõ 298 Ngọc Hói', 'Ngõ 298 Ngọc Hồi'],
    ['Đường Huế', 'Dương Hue'],
  ],
  'same-but-for-class-word': [
    ['Phố Huế', 'Đường Huế'],
    ['Huế', 'Đường Huế'],
    ['Ngõ 183A Lĩnh Nam', 'Ngõ 183A Đường Lĩnh Nam'],
    ['Phố Ngô Sỹ Liên', 'Đường Ngô Sĩ Liên'],
  ],
  near: [
    ['Đường Chí Phúc', 'Đường Chí Phúcc'],
    ['Ngõ 12 Đường Quang Trung', 'Ngõ 12 Đường Qunag Trung'],
    ['Lê Thánh Tôn', 'Phố Lê Thánh Tông'],
    ['nguyen trai', 'Nguyễn Trảin'],
  ],
  different: [
    ['Lê Lai', 'Lê Lợi'],
    ['Trần Quốc Toản', 'Trần Quốc Hoàn'],
    ['Trung Yên 15A', 'Trung Yên 15B'],
    ['Kim Ngưu A', 'Kim Ngưu B'],
    ['Ngõ 171 Lê Duẩn', 'Ngõ 173 Lê Duẩn'],
    ['Đường 5', 'Ngõ 5'],
    ['Đường Mai', 'Đường May'],
    ['Phố Thúy', 'Phố Thúi'],
  ],
};

describe('two names (RULES §9)', () => {
  for (const [relation, pairs] of Object.entries(judged)) {
    it(`are ${relation}`, () => {
      for (const [a, b] of pairs) {
        expect([a, b, nameRelation(a, b)]).toEqual([a, b, relation]);
        expect([b, a, nameRelation(b, a)]).toEqual([b, a, relation]);
      }
    });
  }

  it('are found the same in four spellings (§12.17), and Thanh Hoá is Thanh Hóa (§12.14)', () => {
    const forms = ['duong chi phuc', 'Đường Chí Phúc'.normalize('NFD'), 'DUONG CHI PHUC', 'đường chí phúc'];
    expect(new Set(forms.map((form) => nameForms(form).folded))).toEqual(new Set(['duong chi phuc']));
    expect(nameForms('Thanh Hoá').toned).toBe(nameForms('Thanh Hóa').toned);
  });
});

describe('one typing error', () => {
  const letters = fc.array(fc.constantFrom(...'abcđế '.split('')), { maxLength: 8 }).map((all) => all.join(''));

  /** Damerau's distance with neighbours changed about, by the textbook table. */
  function distance(a: string, b: string): number {
    const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
    for (let j = 0; j <= b.length; j += 1) rows[0]![j] = j;
    for (let i = 1; i <= a.length; i += 1) {
      for (let j = 1; j <= b.length; j += 1) {
        const cost = a[i - 1] === b[j - 1] ? 0 : 1;
        const options = [rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + cost];
        const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        rows[i]![j] = Math.min(...options, ...(isSwap ? [rows[i - 2]![j - 2]! + 1] : []));
      }
    }
    return rows[a.length]![b.length]!;
  }

  it('is a Damerau distance of one', () => {
    const nearby = fc.tuple(letters, letters, fc.nat(8), fc.nat(2)).map(([a, b, at, cut]) => {
      return [a, a.slice(0, at) + b.slice(0, 2) + a.slice(at + cut)] as const;
    });
    fc.assert(
      fc.property(fc.oneof(nearby, fc.tuple(letters, letters)), ([a, b]) => {
        expect(isOneTypingError(a, b)).toBe(distance(a, b) === 1);
      }),
      { numRuns: 3000 },
    );
  });
});
