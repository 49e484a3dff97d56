/** A house people live in that no household of the list is tied to: they are missing in the list, or tied elsewhere. */
import type { Id } from '../records/fields.ts';
import { defineCheck, type Found } from './check.ts';

/** A village that has no list yet, and readers who may not see households, find none. */
export const houseWithoutHousehold = defineCheck({
  id: 'house-without-household',
  severity: 'notice',
  kinds: ['household', 'house'],
  look: (world) => {
    if (world.household.size === 0) return [];
    const lived = new Set<Id | null>();
    for (const { houseId } of world.household.values()) lived.add(houseId);
    return [...world.house.values()].flatMap(({ id, use, state }): Found[] =>
      use === 'residential' && state === 'standing' && !lived.has(id) ? [{ recordIds: [id] }] : [],
    );
  },
});
