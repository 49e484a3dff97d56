/**
 * The rules that decide edits: the largest part of our own program, and no part of what shows the map. Fetched with the
 * tools once the map is drawn, or as soon as something asks what an edit would do.
 */
import type * as editing from './editing.ts';

export type Rules = typeof editing;

let rules = $state.raw<Rules | null>(null);

/** Null until they are here; what is derived from them then follows. */
export const rulesHere = (): Rules | null => rules;

/** @throws when they cannot be had (no network); the next call asks again. */
export async function fetchRules(): Promise<Rules> {
  rules ??= await import('./editing.ts');
  return rules;
}
