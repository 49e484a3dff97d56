/** A household of the village's list that is tied to no house: its people have no address. */
import { defineCheck, type Found } from './check.ts';

/** An exception from this check speaks of a household: it is shown to whom households are (RULES §6). */
export const aboutPersons = 'household-without-house';

/** Readers who may not see households find none. */
export const householdWithoutHouse = defineCheck({
  id: aboutPersons,
  severity: 'notice',
  kinds: ['household'],
  look: (world) =>
    [...world.household.values()].flatMap(({ id, houseId, ordinal }): Found[] =>
      houseId === null ? [{ recordIds: [id], params: { ordinal } }] : [],
    ),
});
