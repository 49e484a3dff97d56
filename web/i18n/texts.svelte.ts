/** The texts that are here: in Vietnamese what the page starts with, then the rest; English once somebody reads it. */
import type { TextKey } from './vi.ts';
import { viStart } from './viStart.ts';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

type Texts = Readonly<Partial<Record<TextKey, string>>>;

let vi = $state.raw<Texts>(viStart);
let en = $state.raw<Texts | null>(null);
let later: Promise<void> | null = null;

export const textsIn = (language: Language): Texts => (language === 'en' && en) || vi;

/** Fetches the texts of a language unless they are here. */
export async function loadTexts(language: Language): Promise<void> {
  if (language === 'en') en ??= (await import('./en.ts')).en;
}

/** Fetches the Vietnamese texts that the page does not start with, unless they are here or on their way. */
export function fetchLaterTexts(): Promise<void> {
  later ??= import('./viLater.ts').then(
    ({ viLater }) => {
      vi = { ...viStart, ...viLater };
    },
    (failure: unknown) => {
      later = null;
      throw failure;
    },
  );
  return later;
}

/** What comes over the line, once its texts are here too: so nothing is shown without them. */
export const withTexts = async <Part>(part: Promise<Part>): Promise<Part> =>
  (await Promise.all([part, fetchLaterTexts()]))[0];
