/** From how far a sign is read: the reckoning without a typeface against the face as it is drawn. */
import { beforeAll, describe, expect, it } from 'vitest';
import { drawFace } from '../../../domain/signs/face/faceDrawing.ts';
import type { LetterFont } from '../../../domain/signs/face/letterFont.ts';
import { wantedLetterMillimeters } from '../../../domain/signs/face/letterHeight.ts';
import { vietnamSigns } from '../../../domain/signs/profile.ts';
import { readMetersOf } from '../../../domain/signs/readingDistance.ts';
import { usualSize } from '../../../domain/signs/sizes.ts';
import { typeface } from '../../../server/exports/signs/typeface.ts';

let font: LetterFont;
beforeAll(async () => {
  font = (await typeface()).letters;
});

describe('the distance from which a name is read', () => {
  it.each([
    ['road-name', 'ĐƯỜNG\nĐỀN HÀN'],
    ['road-name', 'ĐƯỜNG\nNGUYỄN THỊ MINH KHAI'],
    ['road-name', 'ĐƯỜNG\nTỈ'],
    ['road-name', 'ĐƯỜNG\nLIÊN THÔN CHÍ PHÚC – TỐNG SƠN'],
    ['lane-mouth', 'NGÕ 5\nĐƯỜNG ĐỀN HÀN\nSỐ 1 → 23'],
    ['direction', '← NHÀ VĂN HOÁ'],
  ] as const)('agrees with the drawing: %s %s', (signKind, text) => {
    const size = usualSize(vietnamSigns, signKind, text);
    const letterMillimeters = wantedLetterMillimeters(signKind, size, vietnamSigns);
    const drawn = drawFace(font, { signKind, text, ...size, letterMillimeters });
    if ('problem' in drawn) throw new Error(drawn.problem.code);
    const meters = (drawn.letterMillimeters / 1000) * vietnamSigns.readingRatio;
    const reckoned = readMetersOf(vietnamSigns, signKind, text);
    expect(reckoned / meters).toBeGreaterThan(0.88);
    expect(reckoned / meters).toBeLessThan(1.12);
  });

  it('is shorter for a long name, and for a smaller plate', () => {
    const of = (name: string, widthMillimeters = 750, heightMillimeters = 400) =>
      readMetersOf(vietnamSigns, 'road-name', `ĐƯỜNG\n${name}`, { widthMillimeters, heightMillimeters });
    expect(of('NGUYỄN THỊ MINH KHAI')).toBeLessThan(of('TỈ') * 0.8);
    expect(of('ĐỀN HÀN', 500, 300)).toBeLessThan(of('ĐỀN HÀN') * 0.8);
  });
});
