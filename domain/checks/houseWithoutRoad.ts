/** A house that no road leads to: it can have no address until one does. */
import { roadLabel } from '../addressing/roadName.ts';
import { networkOf } from '../addressing/network.ts';
import { profileOf } from '../addressing/profile.ts';
import { roadOfHouse } from '../addressing/roadOfHouse.ts';
import { distanceToRoads } from './distanceToRoads.ts';
import { currentByHouse } from './addressesOnRoads.ts';
import { defineCheck, type Found } from './check.ts';
import type { Fix } from './fix.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';

/** A road farther away than this is not proposed. */
const proposedMeters = 300;

/** Houses with an address on a road that is closed or no road of address count too. */
export const houseWithoutRoad = defineCheck({
  id: 'house-without-road',
  severity: 'error',
  kinds: ['house', 'road', 'address', 'village'],
  *look(world): Generator<Found | undefined> {
    const network = networkOf(world);
    const current = currentByHouse(world);
    const reach = profileOf(world).maxEntranceDistanceMeters;
    for (const house of world.house.values()) {
      yield;
      if (house.state === 'demolished') continue;
      const address = current.get(house.id);
      if (address && network.byId.has(address.roadId)) continue;
      if (house.chosenRoadId !== null && network.byId.has(house.chosenRoadId)) continue;
      const [nearest] = distanceToRoads(network, house.entrance, proposedMeters);
      // Only a house far from every road needs the engine, which knows driveways too.
      if (!address && nearest && nearest.meters <= reach) continue;
      if (!address && roadOfHouse(world, house) !== null) continue;
      yield {
        recordIds: [house.id],
        params: { meters: nearest ? Math.round(nearest.meters) : 0 },
        facts: [...house.entrance, address?.roadId ?? null],
        fix: (world) => (nearest ? chooseRoad(world, house, nearest.at.road.id) : null),
      };
    }
  },
});

export function chooseRoad(world: World, house: House, roadId: string): Fix | null {
  const road = world.road.get(roadId);
  if (!road) return null;
  const input = { id: house.id, changes: { chosenRoadId: roadId } };
  return { does: 'choose-road', kind: 'house.update', input, params: { road: roadLabel(world, road) } };
}
