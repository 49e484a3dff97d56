/** What a sign is good for where it is, and what changes when it is moved, turned, added or taken away. */
import type { Id } from '../records/fields.ts';
import type { Sign } from '../records/sign.ts';
import type { Need } from './needs.ts';
import { servedBySign } from './plates.ts';
import { placeFault, type Ground, type PlaceFault } from './postPlaces.ts';

export interface Reevaluation {
  /** What the signs serve as they would be. */
  readonly serves: readonly Need[];
  /** Of these, what nothing serves without them: unreadable once they are gone. */
  readonly alone: readonly Need[];
  /** What they served before and nothing serves any more. */
  readonly lost: readonly Need[];
  /** What nothing served before. */
  readonly gained: readonly Need[];
  /** Why the first of them may not stand there: only told of a post of its own. */
  readonly fault: PlaceFault | null;
}

/** What every sign of the village serves, by its id; damaged, missing and removed ones serve nothing. */
export function servedBySigns(ground: Ground, needs: readonly Need[]): ReadonlyMap<Id, readonly Need[]> {
  return new Map([...ground.world.sign.values()].map((sign) => [sign.id, servedBySign(ground, needs, sign)]));
}

/**
 * `before` and `after` are the same signs as they are, or were, and as they would be: none before for signs that are added,
 * none after for signs taken away. `served`: of `servedBySigns`.
 */
export function reevaluate(
  ground: Ground,
  needs: readonly Need[],
  served: ReadonlyMap<Id, readonly Need[]>,
  before: readonly Sign[],
  after: readonly Sign[],
): Reevaluation {
  const own = new Set([...before, ...after].map(({ id }) => id));
  const elsewhere = new Set([...served].flatMap(([id, serves]) => (own.has(id) ? [] : serves)));
  const isStill = (sign: Sign) => ground.world.sign.get(sign.id) === sign;
  const was = unionOf(
    before.map((sign) => (isStill(sign) && served.get(sign.id)) || servedBySign(ground, needs, sign)),
  );
  const is = unionOf(after.map((sign) => servedBySign(ground, needs, sign)));
  const [first] = after;
  return {
    serves: [...is],
    alone: [...is].filter((need) => !elsewhere.has(need)),
    lost: [...was].filter((need) => !is.has(need) && !elsewhere.has(need)),
    gained: [...is].filter((need) => !was.has(need) && !elsewhere.has(need)),
    fault: first?.post === 'new' ? placeFault(ground, ground.frame.toMeters(first.place)) : null,
  };
}

const unionOf = (parts: readonly (readonly Need[])[]): ReadonlySet<Need> => new Set(parts.flat());
