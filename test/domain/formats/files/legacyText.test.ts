import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTCVN3, toVNI } from 'vietnamese-conversion';
import { decodeLegacy, Evidence, legacyFontOf } from '../../../../domain/formats/files/legacy/legacyText.ts';
import { isSyllable } from '../../../../domain/formats/files/legacy/syllable.ts';
import { fromTcvn3 } from '../../../../domain/formats/files/legacy/tcvn3.ts';
import { fromVni } from '../../../../domain/formats/files/legacy/vni.ts';

const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const letters = ['đ', ...[...'aăâeêioôơuưy'].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))];
/** What vietnamese-conversion 2.0.0 writes in VNI as "ë" and "ì", which are no such letters there. */
const wrongThere = ['ỷ', 'ỹ'];

const found = (...texts: readonly string[]) => {
  const evidence = new Evidence();
  texts.forEach((text) => evidence.add(text));
  return evidence.found;
};

describe('TCVN3 and VNI', () => {
  it('are read as RULES §9 has them', () => {
    expect(fromTcvn3('Xin chµo tÊt c¶ mäi ng\u00AD\u00EAi')).toBe('Xin chào tất cả mọi người');
    expect(fromVni('Xin chaøo caùc baïn')).toBe('Xin chào các bạn');
    expect(fromVni('Soá 5, ñöôøng Ñeàn Haøn')).toBe('Số 5, đường Đền Hàn');
  });

  it('acceptance test 18: what is a soft hyphen elsewhere is a letter, and must not be cleaned away first', () => {
    const cell = 'ng\u00AD\u00EAi';
    expect(fromTcvn3(cell)).toBe('người');
    expect(fromTcvn3(cell.replace(/\u00AD/g, ''))).not.toBe('người');
  });

  it('agree with vietnamese-conversion on every letter', () => {
    for (const letter of letters.flatMap((one) => [one, one.toUpperCase()])) {
      expect(fromTcvn3(toTCVN3(letter, 'unicode'))).toBe(letter);
      if (!wrongThere.includes(letter.toLowerCase())) expect(fromVni(toVNI(letter, 'unicode'))).toBe(letter);
    }
    expect(fromVni('yû yõ Kyõ YÛ')).toBe('ỷ ỹ Kỹ Ỷ');
  });

  it('are told by their fonts', () => {
    expect(legacyFontOf('.VnTime')).toEqual({ encoding: 'tcvn3', capitals: false });
    expect(legacyFontOf('.VnArial NarrowH')).toEqual({ encoding: 'tcvn3', capitals: true });
    expect(legacyFontOf('VNI-Times')).toEqual({ encoding: 'vni', capitals: false });
    for (const name of ['Times New Roman', 'Arial', 'Vni', 'UTM Avo', '']) expect(legacyFontOf(name)).toBeNull();
  });

  it('leave alone what is Unicode or ASCII, even in such a font', () => {
    const font = { encoding: 'tcvn3', capitals: true } as const;
    for (const text of ['Đường Đền Hàn', 'abc', 'an@example.com', '5/4', 'Nguyễn']) {
      expect(decodeLegacy(text, font)).toBe(text);
    }
    expect(decodeLegacy('ng\u00AD\u00EAi', font)).toBe('NGƯỜI');
  });
});

describe('a column is recognised by what it would say', () => {
  it.each([
    ['tcvn3', ['NguyÔn V¨n B×nh', 'TrÇn ThÞ Hoa']],
    ['tcvn3', ['ng\u00AD\u00EAi']],
    ['vni', ['Nguyeãn Vaên Bình', 'Traàn Thò Hoa']],
    [null, ['Nguyễn Văn Bình', 'Trần Thị Hoa', 'Bé', 'Hà', 'Tôn']],
    [null, ['Bé', 'Hà', 'Tôn', 'Hoà', 'Hoá', 'Thoáng', 'Toàn', 'Loã']],
    [null, ['10 µm', '20 µg', '© 2020', '5 m²', '20°', '±3', '§ 5', '®', '«x»', '×', '¡Hola!']],
    [null, ['Café Müller', 'Ångström', 'naïve', 'São Paulo', 'Curaçao', 'Zürich', 'Château', 'Pokémon']],
    [null, ['an.nguyen@example.com', 'https://vi.wikipedia.org', '0912345678', 'A1', 'R&D', '']],
  ])('%s: %j', (expected, texts) => {
    expect(found(...texts)).toBe(expected);
  });

  it('nothing of ASCII ever speaks for any', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme-ascii' })), (texts) => {
        expect(found(...texts)).toBeNull();
      }),
    );
  });

  it('tells words from what only looks like them', () => {
    for (const word of ['nguyễn', 'Đường', 'ngõ', 'khuya', 'giếng', 'quốc', 'ỷ', 'Huế', 'gì', 'PHÚC', 'thuở']) {
      expect(isSyllable(word), word).toBe(true);
    }
    for (const word of ['NguyÔn', 'Cafộ', 'bl', 'đường5', 'ngg', 'cac\u0301\u0300', 'cat', 'hiọp']) {
      expect(isSyllable(word), word).toBe(false);
    }
  });
});
