/** Which addresses wait for a road's name. */
import { expect, it } from 'vitest';
import { addressesOnUnnamedRoads } from '../../../web/state/unissuable.ts';
import { aHouse, anAddress, aRoad, at, aWorld } from '../../domain/builders.ts';

it('an address waits while its road, or the road its lane opens from, has no name', () => {
  const named = aRoad(at(0, 0), at(100, 0), { name: 'Đường Làng' });
  const unnamed = aRoad(at(0, 50), at(100, 50), { name: null });
  const lane = aRoad(at(20, 50), at(20, 90), { class: 'lane', parentRoadId: unnamed.id, numberName: '5', name: null });
  const houses = [aHouse(at(10, 5)), aHouse(at(10, 55)), aHouse(at(22, 70))] as const;
  const addresses = [
    anAddress(houses[0], named, { number: '1' }),
    anAddress(houses[1], unnamed, { number: '1' }),
    anAddress(houses[2], lane, { number: '1' }),
  ];
  const world = aWorld(named, unnamed, lane, ...houses, ...addresses);
  const ids = addresses.map(({ id }) => id);
  expect(addressesOnUnnamedRoads(world, ids)).toEqual(ids.slice(1));
});
