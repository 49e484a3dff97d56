/** Several households of the list in one house: right where it is shared, else one of them belongs elsewhere. */
import type { Id } from '../records/fields.ts';
import { defineCheck, type Found } from './check.ts';

export const householdsShareHouse = defineCheck({
  id: 'households-share-house',
  severity: 'notice',
  kinds: ['household', 'house'],
  look: (world) => {
    const inHouse = new Map<Id, Id[]>();
    for (const { id, houseId } of world.household.values()) {
      if (houseId !== null) inHouse.set(houseId, [...(inHouse.get(houseId) ?? []), id]);
    }
    return [...inHouse].flatMap(([houseId, ids]): Found[] =>
      ids.length > 1 && world.house.has(houseId)
        ? [{ recordIds: [houseId], params: { count: ids.length }, facts: ids.sort() }]
        : [],
    );
  },
});
