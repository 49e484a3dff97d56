/** The numbers that a lane serves, for the sign at its mouth: "số 1 → 23". */
import { compareNumbers } from '../addressing/number.ts';
import type { Id } from '../records/fields.ts';
import { currentAddresses } from '../coverage/currentAddress.ts';
import { remember } from '../records/remember.ts';
import type { World } from '../records/world.ts';

type Served = readonly [lowest: string, highest: string];

/** The lowest and the highest number on the lane itself, as written; null while it has none. */
export const numbersServed = (world: World, laneId: Id): Served | null => servedByRoads(world).get(laneId) ?? null;

const servedByRoads = remember(['address'], (world): ReadonlyMap<Id, Served> => {
  const byRoad = new Map<Id, Served>();
  for (const { roadId, number } of currentAddresses(world).values()) {
    const [lowest, highest] = byRoad.get(roadId) ?? [number, number];
    byRoad.set(roadId, [
      compareNumbers(number, lowest) < 0 ? number : lowest,
      compareNumbers(number, highest) > 0 ? number : highest,
    ]);
  }
  return byRoad;
});
