import { expect, it } from 'vitest';
import { currentAddresses } from '../../../domain/coverage/currentAddress.ts';
import { aHouse, anAddress, aRoad, at, aWorld } from '../builders.ts';

const road = aRoad(at(-100, 0), at(100, 0));
const house = aHouse(at(0, 8));

it('the address in force wins over the draft, and a retired one is none', () => {
  const issued = anAddress(house, road, { state: 'issued' });
  expect(currentAddresses(aWorld(road, house, issued, anAddress(house, road))).get(house.id)).toBe(issued);
  expect(currentAddresses(aWorld(road, house, anAddress(house, road, { state: 'retired' }))).size).toBe(0);
});

it('asked for each house of a village, they are worked out once, and anew when an address changes', () => {
  const world = aWorld(road, house);
  expect(currentAddresses({ ...world, road: new Map() })).toBe(currentAddresses(world));
  const draft = anAddress(house, road);
  expect(currentAddresses({ ...world, address: new Map([[draft.id, draft]]) }).get(house.id)).toBe(draft);
});
