import { describe, expect, it } from 'vitest';
import { koreaSigns, vietnamSigns } from '../../../domain/signs/profile.ts';
import { charactersOf, judgeSize, sizeOf, usualSize, verdictOf } from '../../../domain/signs/sizes.ts';
import { aSign, at } from '../builders.ts';

const plate = (widthMillimeters: number, heightMillimeters: number, characters = 1) =>
  judgeSize('house-plate', characters, { widthMillimeters, heightMillimeters });

describe('sizes of plates (RULES §12)', () => {
  it('test 11: a house plate of 199 × 150 mm is an error, 200 × 150 is allowed', () => {
    expect(plate(199, 150)).toEqual({
      verdict: 'error',
      code: 'below-least',
      least: { widthMillimeters: 200, heightMillimeters: 150 },
    });
    expect(plate(200, 149).verdict).toBe('error');
    expect(plate(200, 150)).toEqual({ verdict: 'ok' });
  });

  it('test 12: a road sign of 75 × 40 cm is as the rule says, 60 × 30 is noted as smaller than the standard', () => {
    const road = (widthMillimeters: number, heightMillimeters: number) =>
      judgeSize('road-name', 0, { widthMillimeters, heightMillimeters });
    expect(road(750, 400)).toEqual({ verdict: 'ok' });
    expect(road(600, 300)).toMatchObject({ verdict: 'note', code: 'below-standard' });
  });

  it('a long number wants a wider plate: 200, 260 and 320 mm for up to two, three and more figures', () => {
    expect(
      ['5', '12', '12A', '5/12', '126/48/12'].map((number) => usualSize(vietnamSigns, 'house-plate', number)),
    ).toEqual([200, 200, 260, 260, 320].map((widthMillimeters) => ({ widthMillimeters, heightMillimeters: 150 })));
    expect(plate(200, 150, 4)).toMatchObject({ verdict: 'note', code: 'narrow-for-number' });
  });

  it('a plate is judged by its number alone, as its usual size is chosen', () => {
    const lines = aSign(at(0, 0), { signKind: 'house-plate', faces: ['5\nĐƯỜNG LÀNG'] });
    expect(sizeOf(vietnamSigns, lines)).toEqual({ widthMillimeters: 200, heightMillimeters: 150 });
    expect(usualSize(vietnamSigns, 'house-plate', lines.faces[0]!)).toEqual(sizeOf(vietnamSigns, lines));
    expect(verdictOf(vietnamSigns, lines)).toEqual({ verdict: 'ok' });
    const long = { ...lines, faces: ['5/12\nĐƯỜNG LÀNG'], size: { widthMillimeters: 200, heightMillimeters: 150 } };
    expect(verdictOf(vietnamSigns, long)).toMatchObject({ code: 'narrow-for-number' });
  });

  it('figures and letters count, strokes between them do not', () => {
    expect(['5/12A', '20-1', '7'].map(charactersOf)).toEqual([4, 3, 1]);
  });

  it('a sign has the size somebody chose, else that of its kind', () => {
    const size = { widthMillimeters: 600, heightMillimeters: 300 };
    expect(sizeOf(vietnamSigns, aSign(at(0, 0), { size }))).toEqual(size);
    expect(sizeOf(vietnamSigns, aSign(at(0, 0)))).toEqual({ widthMillimeters: 750, heightMillimeters: 400 });
    expect(sizeOf(koreaSigns, aSign(at(0, 0)))).toEqual({ widthMillimeters: 900, heightMillimeters: 250 });
    expect(sizeOf(vietnamSigns, aSign(at(0, 0), { signKind: 'house-plate', faces: ['5/12'] })).widthMillimeters).toBe(
      260,
    );
  });
});
