/** A household of the village's list that is tied to no house: its people have no address. */
import { defineCheck, type Found } from './check.ts';

/** Readers who may not see households find none. */
export const householdWithoutHouse = defineCheck({
  id: 'household-without-house',
  severity: 'notice',
  kinds: ['household'],
  look: (world) =>
    [...world.household.values()].flatMap(({ id, houseId, ordinal }): Found[] =>
      houseId === null ? [{ recordIds: [id], params: { ordinal } }] : [],
    ),
});
