/** The texts that are here: Vietnamese always, English once somebody reads it. */
import { vi, type TextKey } from './vi.ts';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

type Texts = Record<TextKey, string>;

const loaded: { readonly vi: Texts; en: Texts | null } = { vi, en: null };

export const textsIn = (language: Language): Texts => loaded[language] ?? loaded.vi;

/** Fetches the texts of a language unless they are here. */
export async function loadTexts(language: Language): Promise<void> {
  if (language === 'en') loaded.en ??= (await import('./en.ts')).en;
}
