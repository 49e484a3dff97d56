/** A named road with no house on it or near it: a name given for nothing, or houses still to be drawn. */
import { waysTo } from '../addressing/fullNumber.ts';
import { carriesAddresses, networkOf } from '../addressing/network.ts';
import { profileOf } from '../addressing/profile.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';
import { addressesOnRoads, currentByHouse } from './addressesOnRoads.ts';
import { defineCheck, type Found } from './check.ts';
import { distanceToRoads } from './distanceToRoads.ts';
import type { Piecewise } from '../records/remember.ts';

/** Houses on the lanes of a road are on the road; a village without houses yet has nothing to tell. */
export const nameWithoutHouses = defineCheck({
  id: 'name-without-houses',
  severity: 'notice',
  kinds: ['village', 'road', 'house', 'address'],
  *look(world): Generator<Found | undefined> {
    if (world.house.size === 0) return;
    const lived = yield* roadsWithHouses(world);
    for (const road of world.road.values()) {
      if (road.name === null || !carriesAddresses(road) || lived.has(road.id)) continue;
      yield { recordIds: [road.id], params: { road: road.name }, facts: [road.name] };
    }
  },
});

function* roadsWithHouses(world: World): Piecewise<ReadonlySet<Id>> {
  const lived = new Set<Id>();
  const add = (roadId: Id): void => {
    const road = world.road.get(roadId);
    if (road && !lived.has(roadId)) for (const { id } of waysTo(world, road)) lived.add(id);
  };
  for (const roadId of addressesOnRoads(world).keys()) add(roadId);
  const network = networkOf(world);
  const reach = profileOf(world).maxEntranceDistanceMeters;
  const current = currentByHouse(world);
  for (const house of world.house.values()) {
    yield;
    if (house.state === 'demolished' || current.has(house.id)) continue;
    for (const { at } of distanceToRoads(network, house.entrance, reach)) add(at.road.id);
  }
  return lived;
}
