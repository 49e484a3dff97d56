import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeAddress, type AddressParts } from '../../../../domain/addressing/writing/addressParts.ts';
import { isAddressText, readAddress } from '../../../../domain/addressing/writing/addressText.ts';
import { anyAddress } from './anyAddress.ts';

const partsOf = (text: string): AddressParts => {
  const found = readAddress(text);
  if (!isAddressText(found)) throw new Error(`${text}: ${found.problem}`);
  return found.parts;
};
const problem = (text: string) => {
  const found = readAddress(text);
  return isAddressText(found) ? 'read' : found.problem;
};
const long = (text: string) => writeAddress(partsOf(text), { form: 'long', language: 'vi' });

/** The address of the 2022 paper (RULES §1.5, §4). */
const ofThePaper: AddressParts = {
  house: '4',
  ways: [
    { kind: 'named', word: 'đường', name: 'Đền Hàn' },
    { kind: 'numbered', word: 'ngõ', number: '5' },
    { kind: 'numbered', word: 'ngách', number: '4' },
  ],
  village: { word: 'thôn', name: 'Chí Phúc' },
  units: [
    { level: 'commune', word: 'xã', name: 'Hà Sơn' },
    { level: 'district', word: 'huyện', name: 'Hà Trung' },
  ],
};

describe('a written address (RULES §1.5, §12.8)', () => {
  it('has a long and a short form in each language', () => {
    const place = 'thôn Chí Phúc, xã Hà Sơn, huyện Hà Trung';
    const english = 'Chí Phúc Village, Hà Sơn Commune, Hà Trung District';
    expect(writeAddress(ofThePaper, { form: 'long', language: 'vi' })).toBe(
      `Số 4, ngách 5/4, ngõ 5, đường Đền Hàn, ${place}`,
    );
    expect(writeAddress(ofThePaper, { form: 'short', language: 'vi' })).toBe(`5/4/4 đường Đền Hàn, ${place}`);
    expect(writeAddress(ofThePaper, { form: 'long', language: 'en' })).toBe(
      `No. 4, Alley 5/4, Lane 5, Đền Hàn Road, ${english}`,
    );
    expect(writeAddress(ofThePaper, { form: 'short', language: 'en' })).toBe(`5/4/4 Đền Hàn Road, ${english}`);
  });

  it('is read back from each form', () => {
    for (const form of ['long', 'short'] as const) {
      for (const language of ['vi', 'en'] as const) {
        expect(partsOf(writeAddress(ofThePaper, { form, language }))).toEqual(ofThePaper);
      }
    }
  });

  it('is read without commas, with abbreviations, in the other order, with the country behind it', () => {
    for (const text of [
      'số 4 ngách 5/4 ngõ 5 đường Đền Hàn thôn Chí Phúc xã Hà Sơn huyện Hà Trung',
      '5/4/4 Đ. Đền Hàn, thôn Chí Phúc, X. Hà Sơn, H. Hà Trung, Việt Nam',
      'Đường Đền Hàn, ngõ 5, ngách 4, số 4, Thôn Chí Phúc, Xã Hà Sơn, Huyện Hà Trung.',
      'Số 4 - ngách 4 - ngõ 5 - đường Đền Hàn, thôn Chí Phúc, xã Hà Sơn, huyện Hà Trung'.normalize('NFD'),
    ]) {
      expect(partsOf(text)).toEqual(ofThePaper);
    }
  });

  it('tells a city that is a district from one that is a province, and levels units without words by their place', () => {
    const levels = (text: string) => partsOf(text).units.map(({ level }) => level);
    expect(levels('12 Lê Lợi, phường Ba Đình, thành phố Thanh Hóa, tỉnh Thanh Hóa')).toEqual([
      'commune',
      'district',
      'province',
    ]);
    expect(levels('12 Lê Lợi, P. Kim Mã, Q. Ba Đình, TP. Hà Nội')).toEqual(['commune', 'district', 'province']);
    expect(levels('12 Lê Lợi, Hà Sơn, Hà Trung, Thanh Hóa')).toEqual(['commune', 'district', 'province']);
    expect(levels('12 Lê Lợi, Tống Sơn, Thanh Hóa')).toEqual([null, null]);
  });

  it('keeps named lanes, ways without a word, a xóm inside a thôn, and names that hold a word of ways', () => {
    expect(long('Số 3, ngõ 5, ngõ Đình, đường Làng')).toBe('Số 3, ngõ 5, ngõ Đình, đường Làng');
    expect(long('12 Nguyễn Trãi')).toBe('Số 12, Nguyễn Trãi');
    expect(long('12 A Lưới')).toBe('Số 12, A Lưới');
    expect(long('63 A đường Làng')).toBe('Số 63A, đường Làng');
    expect(long('72-74 phố Hàng Đường')).toBe('Số 72-74, phố Hàng Đường');
    expect(long('Số 7, xóm 1, thôn Lương Lễ, xã Khe Sanh')).toBe('Số 7, xóm 1, thôn Lương Lễ, xã Khe Sanh');
    expect(long('Số 12, Xã Đàn, phường Kim Liên')).toBe('Số 12, Xã Đàn, phường Kim Liên');
    expect(partsOf('Số 12, Xã Đàn, phường Kim Liên').units).toHaveLength(1);
    expect(long('Số 3, Đường Số 1 Times City, phường Vĩnh Tuy')).toBe('Số 3, đường Số 1 Times City, phường Vĩnh Tuy');
    expect(long('Số 3, D1 Ciputra')).toBe('Số 3, D1 Ciputra');
    expect(long('Số 3, ngõ K14, phố Trần Hữu Tước')).toBe('Số 3, ngõ K14, phố Trần Hữu Tước');
    expect(long('12bis/3 Đ. Đền Hàn')).toBe('Số 3, ngõ 12 Bis, đường Đền Hàn');
  });

  it('is refused with the reason', () => {
    expect(problem(' , ')).toBe('blank');
    expect(problem('a'.repeat(301))).toBe('too-long');
    expect(problem('đường Đền Hàn')).toBe('house-missing');
    expect(problem('Ngõ 27 phố Cát Linh')).toBe('lane-only');
    expect(problem('Số 3, số 5, đường Làng')).toBe('several-numbers');
    expect(problem('Số 3, ngách 7/4, ngõ 5, đường Làng')).toBe('lanes-disagree');
  });

  it('comes back from the long form in both languages, whatever it is made of', () => {
    fc.assert(
      fc.property(anyAddress, fc.constantFrom('vi', 'en'), (parts, language) => {
        expect(partsOf(writeAddress(parts, { form: 'long', language }))).toEqual(parts);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes back from the short form from the way its numbers begin at', () => {
    fc.assert(
      fc.property(anyAddress, fc.constantFrom('vi', 'en'), (parts, language) => {
        const start = parts.ways.findLastIndex(({ kind }) => kind !== 'numbered');
        const shortened = { ...parts, ways: parts.ways.slice(Math.max(0, start)) };
        expect(partsOf(writeAddress(parts, { form: 'short', language }))).toEqual(shortened);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        readAddress(text);
      }),
      { numRuns: 500 },
    );
  });
});
