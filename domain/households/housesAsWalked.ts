/** The houses of a village in the order in which one comes to them walking its roads, whether they bear a number or not. */
import { addressesInListOrder } from '../addressing/order.ts';
import { placeHouse } from '../addressing/roadOfHouse.ts';
import { currentAddresses } from '../coverage/currentAddress.ts';
import type { Address } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';

/** As lists of addresses stand; a house without one comes where it lies along its road. Those far from every road last. */
export function housesAsWalked(world: World): readonly House[] {
  const current = currentAddresses(world);
  const stops = new Map<Id, Address>();
  const offRoad: House[] = [];
  for (const house of world.house.values()) {
    if (house.state === 'demolished') continue;
    const address = current.get(house.id) ?? stopAt(world, house);
    if (address) stops.set(address.id, address);
    else offRoad.push(house);
  }
  const ordered = addressesInListOrder({ ...world, address: stops });
  return [...ordered.map(({ houseId }) => world.house.get(houseId)!), ...offRoad];
}

/** Where an address of the house would lie: an entry of the order alone, of no use as an address. */
function stopAt(world: World, house: House): Address | null {
  const place = placeHouse(world, house);
  return (
    place && {
      kind: 'address',
      id: house.id,
      version: 1,
      houseId: house.id,
      roadId: place.roadId,
      measureMeters: Math.max(0, place.measureMeters),
      side: place.side,
      number: '1',
      numberedBy: null,
      entrance: house.entrance,
      plusCode: '',
      state: 'draft',
      decisionId: null,
      issuedOn: null,
      retiredDecisionId: null,
      retiredOn: null,
      retiredAs: null,
    }
  );
}
