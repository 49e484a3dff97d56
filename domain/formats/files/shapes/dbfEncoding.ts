/** How the text of a .dbf is written: its .cpg says it, or a byte of its head, or its own bytes tell. */

/** For TextDecoder; null where nothing (that can be read) is said. */
export function encodingOfCodePage(cpg: string | null): string | null {
  const text =
    cpg
      ?.replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase() ?? '';
  if (text === '') return null;
  if (/^(utf-?8|65001|cp65001)$/.test(text)) return 'utf-8';
  const [, page] = /(125[0-8]|874|932|936|949|950|8859[_-]?\d+|88591)/.exec(text) ?? [];
  const labels: Readonly<Record<string, string>> = {
    874: 'windows-874',
    932: 'shift_jis',
    936: 'gbk',
    949: 'euc-kr',
    950: 'big5',
  };
  const label = page === undefined ? text : page.startsWith('125') ? `windows-${page}` : (labels[page] ?? 'iso-8859-1');
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** dBASE's language driver; the two of Windows' Western letters are written by default and say nothing. */
const byLanguage: Readonly<Record<number, string>> = {
  0x13: 'shift_jis',
  0x4d: 'gbk',
  0x4e: 'euc-kr',
  0x4f: 'big5',
  0x7c: 'windows-874',
  0xc8: 'windows-1250',
  0xc9: 'windows-1251',
  0xca: 'windows-1254',
  0xcb: 'windows-1253',
};

export const encodingOfLanguage = (driver: number): string | null => byLanguage[driver] ?? null;

/** Told by bytes alone: fed with cells, asked at the end. */
export class EncodingEvidence {
  #isUtf8 = true;
  #tones = 0;
  #old = 0;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });

  take(cell: Uint8Array): void {
    if (cell.every((byte) => byte < 0x80)) return;
    if (this.#isUtf8) {
      try {
        this.#decoder.decode(withoutHalf(cell));
      } catch {
        this.#isUtf8 = false;
      }
    }
    for (const [at, byte] of cell.entries()) {
      if (isTone(byte) && at > 0 && isVowel(cell[at - 1]!)) this.#tones += 1;
      // µ ¶ · ¸ ¹ in the place of letters: à ả ã á ạ of TCVN3, which are told from Western text later.
      else if (byte >= 0xb5 && byte <= 0xb9) this.#old += 1;
    }
  }

  get encoding(): string {
    if (this.#isUtf8) return 'utf-8';
    return this.#tones > this.#old ? 'windows-1258' : 'windows-1252';
  }
}

/** The five tones of windows-1258, written behind their vowel. */
const isTone = (byte: number): boolean =>
  byte === 0xcc || byte === 0xd2 || byte === 0xde || byte === 0xec || byte === 0xf2;

const vowels = new Set(
  [...'aeiouyAEIOUY']
    .map((letter) => letter.charCodeAt(0))
    .concat([0xc2, 0xc3, 0xca, 0xd4, 0xd5, 0xdd, 0xe2, 0xe3, 0xea, 0xf4, 0xf5, 0xfd]),
);
const isVowel = (byte: number): boolean => vowels.has(byte);

/** UTF-8 without a last character of which the field had room for a part only. */
export function withoutHalf(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < needed ? bytes.subarray(0, bytes.length - back) : bytes;
    }
  }
  return bytes;
}
