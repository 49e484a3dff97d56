/** Walking through what the checks found, one after another: where one is, what was decided about each. */
import type { Finding } from '../../domain/checks/findings.ts';
import { checking, lookAt } from './checks.svelte.ts';

type Outcome = 'fixed' | 'accepted' | 'skipped';

let queue = $state.raw<readonly Finding[]>([]);
let outcomes = $state.raw<ReadonlyMap<string, Outcome>>(new Map());
let at = $state(0);
let isOn = $state(false);

export const walk = {
  get isOn(): boolean {
    return isOn;
  },
  get total(): number {
    return queue.length;
  },
  /** Of the finding shown, from 1. */
  get place(): number {
    return at + 1;
  },
  /** Null when each has been decided. */
  get finding(): Finding | null {
    const here = queue[at];
    return here && isUndecided(here) ? here : null;
  },
  count: (outcome: Outcome): number => [...outcomes.values()].filter((other) => other === outcome).length,
};

const isUndecided = ({ key }: Finding): boolean => !outcomes.has(key);

/** Errors first, each check's findings together. */
export function startWalk(findings: readonly Finding[]): void {
  queue = [...findings].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  outcomes = new Map();
  at = 0;
  isOn = true;
  lookAt(walk.finding);
}

export function stopWalk(): void {
  isOn = false;
  lookAt(null);
}

/** The next one nobody has decided, round and round; what has gone away by itself counts as fixed. */
export function goOn(outcome: Outcome | null): void {
  const here = queue[at];
  const decided = new Map(outcomes);
  if (here && outcome) decided.set(here.key, outcome);
  const open = new Set(checking.open.map(({ key }) => key));
  for (const { key } of queue) if (!open.has(key) && !decided.has(key)) decided.set(key, 'fixed');
  outcomes = decided;
  for (let step = 1; step <= queue.length; step += 1) {
    const index = (at + step) % queue.length;
    if (!isUndecided(queue[index]!)) continue;
    at = index;
    break;
  }
  lookAt(walk.finding);
}

/** Those skipped once more. */
export function walkSkipped(): void {
  startWalk(queue.filter(({ key }) => outcomes.get(key) === 'skipped'));
}
