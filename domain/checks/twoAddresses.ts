/** One house with two addresses that both stand: nobody knows which of them is its own. */
import { fullNumber } from '../addressing/fullNumber.ts';
import type { Address } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import { defineCheck, type Found } from './check.ts';
import { numberRoad } from './numberRoad.ts';

export const twoAddresses = defineCheck({
  id: 'two-addresses',
  severity: 'error',
  kinds: ['road', 'address'],
  look: (world) => {
    const ofHouse = new Map<Id, Address[]>();
    for (const address of world.address.values()) {
      if (address.state === 'retired') continue;
      const others = ofHouse.get(address.houseId);
      if (others) others.push(address);
      else ofHouse.set(address.houseId, [address]);
    }
    return [...ofHouse].flatMap(([houseId, addresses]): Found[] => {
      const [first, second] = addresses;
      if (!first || !second) return [];
      const draft = addresses.find(({ state }) => state === 'draft');
      return [
        {
          recordIds: [houseId],
          params: { first: fullNumber(world, first), second: fullNumber(world, second) },
          facts: addresses.map(({ roadId, number }) => `${roadId} ${number}`).sort(),
          ...(draft ? { fix: numberRoad(draft.roadId, houseId) } : {}),
        },
      ];
    });
  },
});
