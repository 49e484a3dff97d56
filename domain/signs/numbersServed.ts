/** The numbers that a lane serves, for the sign at its mouth: "số 1 → 23". */
import { compareNumbers } from '../addressing/number.ts';
import type { Id } from '../records/fields.ts';
import { currentAddresses } from '../coverage/currentAddress.ts';
import type { World } from '../records/world.ts';

type Served = readonly [lowest: string, highest: string];

/** Worked out once for the addresses of a world: they are never changed in place. */
const served = new WeakMap<World['address'], ReadonlyMap<Id, Served>>();

/** The lowest and the highest number on the lane itself, as written; null while it has none. */
export function numbersServed(world: World, laneId: Id): Served | null {
  const known = served.get(world.address) ?? servedByRoads(world);
  served.set(world.address, known);
  return known.get(laneId) ?? null;
}

function servedByRoads(world: World): ReadonlyMap<Id, Served> {
  const byRoad = new Map<Id, Served>();
  for (const { roadId, number } of currentAddresses(world).values()) {
    const [lowest, highest] = byRoad.get(roadId) ?? [number, number];
    byRoad.set(roadId, [
      compareNumbers(number, lowest) < 0 ? number : lowest,
      compareNumbers(number, highest) > 0 ? number : highest,
    ]);
  }
  return byRoad;
}
