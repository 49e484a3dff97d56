/**
 * The rules that decide edits: the largest part of our own program, and no part of what shows the map. Fetched with the
 * tools once the map is drawn, or as soon as something asks what an edit would do.
 */
import { refuse, type Refusal } from '../../domain/edits/refusal.ts';
import type { Change } from '../../domain/records/change.ts';
import type * as editing from './editing.ts';
import { sayRefused } from './reshaping.svelte.ts';

export type Rules = typeof editing;

let rules = $state.raw<Rules | null>(null);

/** Null until they are here; what is derived from them then follows. */
export const rulesHere = (): Rules | null => rules;

let whenHere: () => void = () => undefined;

/** Called once they are here, before whoever asked for them goes on. */
export const listenToRules = (next: () => void): void => void (whenHere = next);

/** @throws when they cannot be had (no network); the next call asks again. */
export async function fetchRules(): Promise<Rules> {
  if (rules) return rules;
  const come = await import('./editing.ts');
  if (rules) return rules;
  rules = come;
  whenHere();
  return come;
}

export interface Performed {
  /** Why it was not even shown, or null: also while the rules are still to come. */
  readonly refusal: Refusal | null;
  /** The server's word. */
  readonly answer: Promise<Change | Refusal>;
}

/** At once where the rules are here, else as soon as they come. */
export function withRules(act: (rules: Rules) => Performed): Performed {
  if (rules) return act(rules);
  const answer = fetchRules().then(
    (come) => act(come).answer,
    () => sayRefused(refuse('rules-not-here'), null),
  );
  return { refusal: null, answer };
}
