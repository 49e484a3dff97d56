/** Texts from the time before Unicode: recognised by what they would say, or by the name of their font (RULES §9). */
import { isSyllable } from './syllable.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';

export type LegacyEncoding = 'tcvn3' | 'vni';

export interface LegacyFont {
  readonly encoding: LegacyEncoding;
  /** Fonts ending in H show every letter as a capital. */
  readonly capitals: boolean;
}

/** `.VnTime`, `.VnArialH`, `VNI-Times`; null for all others. */
export function legacyFontOf(name: string): LegacyFont | null {
  if (/^\.Vn/i.test(name)) return { encoding: 'tcvn3', capitals: /H$/.test(name.trim()) };
  return /^VNI[- ]/i.test(name) ? { encoding: 'vni', capitals: false } : null;
}

const decoders = { tcvn3: fromTcvn3, vni: fromVni } as const;
export const encodings = ['tcvn3', 'vni'] as const;

const beyondAscii = /[\u0080-\uFFFF]/;
/** Letters that are in neither encoding: the text is Unicode already. */
const properLetters = /[\u0100-\u024F\u0300-\u036F\u1E00-\u1EFF]/;
const words = /[A-Za-z\u00A1-\u00FF\u00AD]+/g;

/** From a text written in such a font; a text that is Unicode or ASCII stays as it is. */
export function decodeLegacy(text: string, { encoding, capitals }: LegacyFont): string {
  if (!beyondAscii.test(text) || properLetters.test(text)) return text;
  const decoded = decoders[encoding](text);
  return capitals ? decoded.toUpperCase() : decoded;
}

/** What speaks for an encoding and for Unicode, gathered over texts of one column. */
export class Evidence {
  readonly #only = { tcvn3: new Set<string>(), vni: new Set<string>() };
  readonly #counts = { tcvn3: 0, vni: 0, unicode: 0 };

  add(text: string): void {
    if (!beyondAscii.test(text)) return;
    if (properLetters.test(text)) {
      this.#counts.unicode += 1;
      return;
    }
    for (const [word] of text.matchAll(words)) {
      if (!beyondAscii.test(word)) continue;
      const speaksFor = encodings.filter((encoding) => speaks(word, encoding));
      for (const encoding of speaksFor) {
        this.#counts[encoding] += 1;
        if (this.#only[encoding].size < 100) this.#only[encoding].add(word);
      }
      if (speaksFor.length === 0 && isSyllable(word) && !isSyllable(fromTcvn3(word))) this.#counts.unicode += 1;
    }
  }

  /** The encoding of the texts, all or part of them; null for Unicode and whatever has too little to say. */
  get found(): LegacyEncoding | null {
    const best = this.#counts.tcvn3 >= this.#counts.vni ? 'tcvn3' : 'vni';
    const only = [...this.#only[best]];
    const isEnough = only.length >= 2 || only.some((word) => [...word].filter((one) => one > '\u007F').length >= 2);
    return isEnough ? best : null;
  }

  /** Whether most texts are so written: then words that could be either are too. */
  get isMost(): boolean {
    return Math.max(this.#counts.tcvn3, this.#counts.vni) > this.#counts.unicode;
  }
}

/** Micrometres and the like. */
const unit = /^µ[mgslAVWFLHJKN]$/;

/** A word that is none as it stands, and one when decoded. */
const speaks = (word: string, encoding: LegacyEncoding): boolean =>
  word.length > 1 && !isSyllable(word) && !unit.test(word) && isSyllable(decoders[encoding](word));

/** For a column with such evidence: the text decoded where it is so written. */
export function decodeByEvidence(text: string, encoding: LegacyEncoding, isMost: boolean): string {
  if (!beyondAscii.test(text) || properLetters.test(text)) return text;
  const isSpoken = isMost || [...text.matchAll(words)].some(([word]) => speaks(word, encoding));
  return isSpoken ? decoders[encoding](text) : text;
}
