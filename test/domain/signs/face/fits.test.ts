import { describe, expect, it } from 'vitest';
import { fitsRoughly } from '../../../../domain/signs/face/fits.ts';
import { vietnamSigns } from '../../../../domain/signs/profile.ts';
import { aSign, at } from '../../builders.ts';

const fits = (text: string, fields: Parameters<typeof aSign>[1] = {}) =>
  fitsRoughly(vietnamSigns, aSign(at(0, 0), { signKind: 'road-name', faces: [text], ...fields }), text);

describe('whether a text fits its plate', () => {
  it('names as villages have them fit, and nothing typed is no matter', () => {
    for (const text of ['ĐƯỜNG\nĐỀN HÀN', 'ĐƯỜNG NGUYỄN THỊ MINH KHAI', '']) expect(fits(text)).toBe(true);
  });

  it('a whole sentence does not, unless the plate is far larger', () => {
    const sentence = 'ĐƯỜNG ĐI RA ĐỀN HÀN QUA CHỢ LÀNG RỒI RẼ TRÁI Ở CÂY ĐA CẠNH GIẾNG MỚI TRƯỚC NHÀ VĂN HÓA THÔN HAI';
    expect(fits(sentence)).toBe(false);
    expect(fits(sentence, { size: { widthMillimeters: 5000, heightMillimeters: 2000 } })).toBe(true);
  });
});
