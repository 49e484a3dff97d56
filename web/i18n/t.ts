/** Texts by key in the language of the interface. Vietnamese is the source; a missing English text does not compile. */
import { language } from './language.svelte.ts';
import { fetchLaterTexts, textsIn } from './texts.svelte.ts';
import type { TextKey } from './vi.ts';

export type { TextKey };

export type TextParams = Readonly<Record<string, string | number>>;

/**
 * The text of a key; `{name}` in it is replaced by the parameter of that name. Nothing where its text is still on its way:
 * what is shown follows when it is here.
 */
export function t(key: TextKey, params: TextParams = {}): string {
  const text = textsIn(language.current)[key];
  if (text === undefined) void fetchLaterTexts().catch(() => undefined);
  return fill(text ?? '', params);
}

export function fill(text: string, params: TextParams): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
