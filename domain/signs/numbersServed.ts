/** The numbers that a lane serves, for the sign at its mouth: "số 1 → 23". */
import { compareNumbers } from '../addressing/number.ts';
import type { Id } from '../records/fields.ts';
import { currentAddresses } from '../coverage/currentAddress.ts';
import type { World } from '../records/world.ts';

/** The lowest and the highest number on the lane itself, as written; null while it has none. */
export function numbersServed(world: World, laneId: Id): readonly [lowest: string, highest: string] | null {
  let lowest: string | null = null;
  let highest: string | null = null;
  for (const { roadId, number } of currentAddresses(world).values()) {
    if (roadId !== laneId) continue;
    if (lowest === null || compareNumbers(number, lowest) < 0) lowest = number;
    if (highest === null || compareNumbers(number, highest) > 0) highest = number;
  }
  return lowest === null || highest === null ? null : [lowest, highest];
}
