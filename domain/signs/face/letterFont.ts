/** What a face needs to know of a typeface; whoever can read font files gives it. */
import type { Outline } from './outline.ts';

export interface PlacedLetter {
  /** From the start of the line, with the kerning before it, in font units. */
  readonly x: number;
  /** In font units from the letter's own origin, y upwards from the baseline. */
  readonly outline: Outline;
}

export interface LetterFont {
  /** The height of a capital without marks, in font units. */
  readonly capHeight: number;
  /** The letters of a line from left to right, each with its marks, and how far the line goes. */
  readonly line: (text: string) => { readonly letters: readonly PlacedLetter[]; readonly advance: number };
  /** The first character this typeface cannot draw; null if it has them all. */
  readonly missing: (text: string) => string | null;
}
