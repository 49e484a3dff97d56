import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../../domain/addressing/number.ts';
import { isHouseText, readHouseText, type HouseTextOptions } from '../../../../domain/addressing/writing/houseText.ts';
import { anyNumber } from './anyAddress.ts';

const read = (text: string, options?: HouseTextOptions) => {
  const found = readHouseText(text, options);
  if (!isHouseText(found)) throw new Error(`${text}: ${found.problem}`);
  return found;
};
const short = (text: string) => read(text).text;
const problem = (text: string) => {
  const found = readHouseText(text);
  return isHouseText(found) ? found.text : found.problem;
};

describe('a house number as people write it', () => {
  it('is one house in small letters, with spaces, zeros, words or wide digits', () => {
    const forms = [
      '12a',
      '12 A',
      ' 012A ',
      'Số 12a',
      'số nhà: 12A',
      'SN 12a',
      'nhà số 12A',
      'No. 12A',
      '#12A',
      '１２Ａ',
    ];
    expect(forms.map(short)).toEqual(forms.map(() => '12A'));
    expect(short('12đ')).toBe('12Đ');
    expect(short('12Ð')).toBe('12Đ');
    expect(read('12A').isStorable).toBe(true);
  });

  it('keeps marks the stored grammar does not have, and says that they cannot be stored', () => {
    expect(['98 BIS', '236bis', '2 ter', '42a1', '220/9t1'].map(short)).toEqual([
      '98 Bis',
      '236 Bis',
      '2 Ter',
      '42A1',
      '220/9T1',
    ]);
    expect(['98 bis', '42a1'].map((text) => read(text).isStorable)).toEqual([false, false]);
  });

  it('has its lanes outermost first, whether by slash or by word, before or after the house', () => {
    const forms = [
      '5/3',
      'Ngõ 5 số 3',
      'Số 3, Ngõ 5',
      '3 ngõ 5',
      'ngõ 5, nhà số 3',
      'ng. 5 số 3',
      '5 / 3',
      '5/3, ngõ 5',
    ];
    expect(forms.map(short)).toEqual(forms.map(() => '5/3'));
    expect(short('24 ngách 30')).toBe('30/24');
    expect(read('24 ngách 30').lanes).toEqual([{ word: 'ngách', number: '30' }]);
    expect(read('12/5 ngõ').lanes).toEqual([{ word: 'ngõ', number: '12' }]);
    expect(short('kiệt 35/2 số 7')).toBe('35/2/7');
  });

  it('reads a lane written with those above it in either order, and refuses lanes that contradict each other', () => {
    for (const text of [
      'Số 4, ngách 5/4, ngõ 5',
      'số 4 ngách 4/5 ngõ 5',
      'Số 4, ngách 4, ngõ 5',
      'Ngõ 5 ngách 4 số 4',
      '5/4/4',
    ]) {
      expect(short(text)).toBe('5/4/4');
    }
    expect(problem('Số 4, ngách 7/4, ngõ 5')).toBe('lanes-disagree');
  });

  it('is a range where the dash rises, a suffix where it counts from one, either where it may be both', () => {
    expect(read('72-74')).toMatchObject({ kind: 'range', houses: ['72', '74'], otherReading: null });
    expect(read('59 – 61')).toMatchObject({ kind: 'range', houses: ['59', '61'], text: '59-61' });
    expect(read('99-99A')).toMatchObject({ kind: 'range', houses: ['99', '99A'] });
    expect(read('35 BIS - 45')).toMatchObject({ kind: 'range', houses: ['35 Bis', '45'] });
    expect(read('20-1')).toMatchObject({ kind: 'single', houses: ['20-1'], otherReading: null });
    expect(read('9-11')).toMatchObject({ kind: 'range', otherReading: { kind: 'single', houses: ['9-11'] } });
    expect(read('9-11', { insertion: 'dash' })).toMatchObject({ kind: 'single', otherReading: { kind: 'range' } });
    expect(['74-72', '12A-1'].map(problem)).toEqual(['range-falls', 'two-suffixes']);
  });

  it('is a list at commas, "và", or more than one dash', () => {
    for (const text of ['12,14', '12, 14', '12 và 14', '12+14', '12;14']) {
      expect(read(text)).toMatchObject({ kind: 'list', houses: ['12', '14'], text: '12, 14' });
    }
    expect(read('115-115A-117').houses).toEqual(['115', '115A', '117']);
  });

  it('is a group code on a path without a name (RULES §1.6)', () => {
    expect(['A9', 'b 15', 'bl.a-10', 'BL-A10'].map(short)).toEqual(['A9', 'B15', 'BL.A-10', 'BL.A-10']);
    expect(read('152/A1')).toMatchObject({
      kind: 'group-code',
      lanes: [{ word: null, number: '152' }],
      houses: ['A1'],
    });
  });

  it('is refused with the reason', () => {
    const reasons = {
      '  ': 'blank',
      [`${'1'.repeat(121)}`]: 'too-long',
      'không số': 'says-no-number',
      'K/S': 'says-no-number',
      abc: 'letters-only',
      '12.14': 'not-a-number',
      '0': 'zero',
      '20-0': 'zero',
      '10000': 'number-too-large',
      '12Â': 'letter-never-given',
      '12/': 'incomplete',
      '/5': 'incomplete',
      ngõ: 'incomplete',
      '12 14': 'several-numbers',
      'số 12 số 14': 'several-numbers',
      'Hẻm 69': 'lane-only',
      '10 Lô A cư xá 307': 'unknown-words',
      '12 Nguyễn Trãi': 'unknown-words',
    };
    for (const [text, reason] of Object.entries(reasons)) expect([text, problem(text)]).toEqual([text, reason]);
  });

  it('never throws, and what it reads it writes so that it reads the same again', () => {
    const alphabet = fc.constantFrom(
      ...'0123456789ABĐđx/-, .'.split(''),
      'ngõ ',
      'số ',
      ' bis',
      'ngách ',
      'hẻm ',
      'BL.',
    );
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 9 }), (signs) => {
        const found = readHouseText(signs.join(''));
        if (!isHouseText(found)) return;
        const again = read(found.text);
        expect(again.text).toBe(found.text);
        expect([again.kind, again.houses]).toEqual([found.kind, found.houses]);
        expect(again.lanes.map(({ number }) => number)).toEqual(found.lanes.map(({ number }) => number));
      }),
      { numRuns: 3000 },
    );
  });

  it('reads every number we store as itself, in one of its readings', () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { maxLength: 3 }), anyNumber, (lanes, house) => {
        const found = read([...lanes, house].map(formatNumber).join('/'), { insertion: 'dash' });
        expect(found.houses).toEqual([formatNumber(house)]);
        expect(found.lanes.map(({ number }) => number)).toEqual(lanes.map(formatNumber));
        expect(found.isStorable).toBe(true);
      }),
    );
  });
});
