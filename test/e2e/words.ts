/** The Vietnamese words of the interface, by the same keys as in the program. */
import { vi, type TextKey } from '../../web/i18n/vi.ts';

export function words(key: TextKey, params: Readonly<Record<string, string | number>> = {}): string {
  return vi[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** A text whose parameters may be anything. */
export function wordsLike(key: TextKey): RegExp {
  const literal = vi[key].split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^\\s*${literal.join('.+')}\\s*$`);
}
