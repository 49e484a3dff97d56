/** Walking past the signs: which are left and in what order, and what was found at those seen. */
import type { Id } from '../../domain/records/fields.ts';

export type Seen = 'good' | 'damaged' | 'missing' | 'skipped';

let left = $state.raw<readonly Id[]>([]);
let seen = $state.raw<readonly (readonly [id: Id, seen: Seen])[]>([]);

export const survey = {
  get total(): number {
    return left.length + seen.length;
  },
  get seen(): number {
    return seen.length;
  },
  /** In the order of the walk, the next one first. */
  get left(): readonly Id[] {
    return left;
  },
  get signId(): Id | null {
    return left[0] ?? null;
  },
  get skipped(): readonly Id[] {
    return seen.filter(([, what]) => what === 'skipped').map(([id]) => id);
  },
  count: (what: Seen): number => seen.filter(([, other]) => other === what).length,
};

export function startSurvey(ids: readonly Id[]): void {
  left = ids;
  seen = [];
}

export function stopSurvey(): void {
  left = [];
  seen = [];
}

/** The next one; `what` was found at this one. */
export function goOn(what: Seen): void {
  const [id, ...rest] = left;
  if (id === undefined) return;
  seen = [...seen, [id, what]];
  left = rest;
}

/** The last one seen is looked at once more. */
export function goBack(): void {
  const last = seen.at(-1);
  if (!last) return;
  seen = seen.slice(0, -1);
  left = [last[0], ...left];
}

/** Those left in another order, as from where one stands now; a sign deleted meanwhile is left out. */
export const reorder = (ids: readonly Id[]): void => void (left = ids);
