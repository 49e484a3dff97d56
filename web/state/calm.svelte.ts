/**
 * The village as lists and counts show it: the same as what is on the map, a moment after each change. A gesture must not
 * wait for what is worked out over all records.
 */
import { untrack } from 'svelte';
import { judgePieces } from '../../domain/addressing/ground.ts';
import type { Refusal } from '../../domain/edits/refusal.ts';
import type { EditKind, InputOf } from '../../domain/edits/registry.ts';
import { emptyWorld, type World } from '../../domain/records/world.ts';
import { whenAtRest, whenIdle } from './idle.ts';
import { rulesHere } from './rules.svelte.ts';
import { view, type Selection } from './view.svelte.ts';
import { obstacle, village } from './village.svelte.ts';

let followed = $state.raw<{ readonly villageId: string; readonly world: World }>({ villageId: '', world: emptyWorld });

export const calm = {
  get world(): World {
    return followed.villageId === village.id ? followed.world : village.world;
  },
};

/** For an effect: follows the village, at once where another one is opened. Returns what stops it. */
export function keepCalm(): () => void {
  const { world, id, status } = village;
  const villageId = status === 'open' ? id : '';
  const follow = () => {
    followed = { villageId, world };
  };
  if (untrack(() => followed.villageId) !== villageId) {
    follow();
    return () => undefined;
  }
  // On which road each house is, nearly all lists ask: worked out a few houses at a time, no finger is kept waiting.
  const pieces = judgePieces(world);
  let stop = whenAtRest(function goOn(hasTime) {
    do if (pieces.next().done) return follow();
    while (hasTime());
    stop = whenIdle(goOn);
  });
  return () => stop();
}

/** What is selected; null for a moment after it has changed: what is told of it among others is not known yet. */
export function calmSelection(): Selection | null {
  const { selection } = view;
  const isCalm = selection && recordOf(calm.world, selection) === recordOf(village.world, selection);
  return isCalm ? selection : null;
}

const recordOf = (world: World, { kind, id }: Selection) => world[kind].get(id);

/** The reason why an edit of many records cannot be done, or null: asked again only once the village is calm. */
export function calmObstacle<K extends EditKind>(kind: K, input: InputOf<K>): Refusal | null {
  void calm.world;
  void rulesHere();
  return untrack(() => obstacle(kind, input));
}
