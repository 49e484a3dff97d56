/** Cases along one side of a road that random villages found, kept as they are easy to get wrong again. */
import { describe, expect, it } from 'vitest';
import { numberSide, type SideItem } from '../../../domain/addressing/sideSequence.ts';
import { defaultNumberingProfile, type SeriesRules } from '../../../domain/records/numberingProfile.ts';
import { idOf } from '../builders.ts';

interface Options {
  readonly side?: 'left' | 'right';
  readonly continuous?: boolean;
  readonly profile?: Partial<SeriesRules>;
  readonly taken?: readonly string[];
}

/** Items as words, ten metres apart: "house", "lane", "lane=5" (keeps its name), or a number that stays. */
function numbered(words: string, options: Options = {}): { readonly given: string; readonly codes: string[] } {
  const kinds = words.split(' ');
  const items = kinds.map((word, index): SideItem => {
    const alongMeters = (index + 1) * 10;
    if (word === 'house') return { kind: 'house', alongMeters, houseId: idOf(index) };
    if (word.startsWith('lane'))
      return { kind: 'mouth', alongMeters, laneId: idOf(index), keptName: word.split('=')[1] ?? null };
    return { kind: 'fixed', alongMeters, number: word };
  });
  const fixed = items.flatMap((item) => (item.kind === 'fixed' ? [item.number] : []));
  const kept = items.flatMap((item) => (item.kind === 'mouth' && item.keptName !== null ? [item.keptName] : []));
  const { side = 'left', continuous = false, profile, taken = [] } = options;
  const rules = { side, continuous, profile: { ...defaultNumberingProfile, ...profile } };
  const result = numberSide(items, rules, new Set([...fixed, ...taken]), new Set(kept));
  const given = kinds.map(
    (word, index) => result.numberOfHouse.get(idOf(index)) ?? result.nameOfLane.get(idOf(index)) ?? word,
  );
  return { given: given.join(' '), codes: result.warnings.map(({ code }) => code) };
}

describe('along one side', () => {
  it('houses and lanes share one series', () => {
    expect(numbered('house house lane house').given).toBe('1 3 3 5');
    expect(numbered('house house lane house', { side: 'right' }).given).toBe('2 4 4 6');
  });

  it('a lane before the first house bears the first number, and the lane after that house the next', () => {
    expect(numbered('lane house lane house')).toEqual({
      given: '1 1 3 5',
      codes: ['lane-mouth-before-first-house', 'lane-mouths-without-house-between'],
    });
  });

  it('a lane that keeps the first number takes it from no house', () => {
    expect(numbered('lane=1 house lane house').given).toBe('1 1 3 5');
  });

  it('a lane that keeps a number kept free for it holds it', () => {
    expect(numbered('house lane lane house').given).toBe('1 1 3 5');
    expect(numbered('house lane lane=3 house').given).toBe('1 1 3 5');
    expect(numbered('1 lane=1 lane=3 house').given).toBe('1 1 3 5');
  });

  it('a lane keeps its name although the house before it fell', () => {
    expect(numbered('house house lane=5 house').given).toBe('1 3 5 7');
  });

  it('a house before the first issued number takes a free one below it, or a suffix of it with a warning', () => {
    expect(numbered('house 5 house').given).toBe('1 5 7');
    expect(numbered('house 1 house')).toEqual({ given: '1A 1 3', codes: ['number-before-first'] });
  });

  it('suffixes find their place between issued suffixes, or say that they cannot', () => {
    expect(numbered('house 5A house house 7').given).toBe('1 5A 5B 5C 7');
    expect(numbered('5 house 5B 7').given).toBe('5 5A 5B 7');
    expect(numbered('5 house 5B 7', { taken: ['5A'] })).toEqual({ given: '5 5C 5B 7', codes: ['number-out-of-order'] });
  });

  it('issued numbers out of order do not send new ones back', () => {
    expect(numbered('1 7 house 3 house').given).toBe('1 7 9 3 11');
    expect(numbered('1 5 house 3 7').given).toBe('1 5 5A 3 7');
  });

  it('two lanes between neighbouring issued numbers get a suffix for the second', () => {
    expect(numbered('5 lane lane 7').given).toBe('5 5 5A 7');
  });

  it('numbers kept for vacant plots stay kept when a later house is issued', () => {
    const profile = { reservePlotWidthMeters: 5 };
    expect(numbered('house house house', { profile }).given).toBe('5 9 13');
    expect(numbered('house house 13', { profile }).given).toBe('5 9 13');
    expect(numbered('house 9 13', { profile }).given).toBe('5 9 13');
    expect(numbered('house house 5', { profile }).given).toBe('1 3 5');
    expect(numbered('house 4', { continuous: true, profile, taken: ['2'] }).given).toBe('3 4');
  });

  it('says when letters have run out', () => {
    const many = ['20', ...Array<string>(24).fill('house'), '22'].join(' ');
    const result = numbered(many, { side: 'right' });
    expect(result.given.split(' ').slice(-3)).toEqual(['20Y', 'house', '22']);
    expect(result.codes).toEqual(['numbers-exhausted']);
    expect(numbered(many, { side: 'right', profile: { insertion: 'dash' } }).given.endsWith('20-24 22')).toBe(true);
  });
});
