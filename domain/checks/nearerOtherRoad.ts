/** A house much nearer to another named road than to the one in its address: perhaps it belongs there. */
import { networkOf } from '../addressing/network.ts';
import { roadLabel } from '../addressing/roadName.ts';
import { addressesOnRoads } from './addressesOnRoads.ts';
import { defineCheck, type Found } from './check.ts';
import { distanceToRoads } from './distanceToRoads.ts';
import { chooseRoad } from './houseWithoutRoad.ts';

/** A house that simply stands at a corner is nearer to one road by little: these do not count. */
const nearerByMeters = 8;
const nearerByShare = 0.4;

/** A road that a person chose for the house is never questioned. */
export const nearerOtherRoad = defineCheck({
  id: 'nearer-other-road',
  severity: 'notice',
  kinds: ['road', 'house', 'address'],
  look: (world) => {
    const network = networkOf(world);
    const found: Found[] = [];
    for (const { road, passed } of addressesOnRoads(world).values()) {
      const own = network.byId.get(road.id);
      if (!own) continue;
      for (const { house, address } of passed) {
        if (house.chosenRoadId === road.id) continue;
        const nearby = distanceToRoads(network, house.entrance, reachMeters);
        const here = nearby.find(({ at }) => at === own)?.edgeMeters ?? reachMeters;
        if (here <= nearerByMeters) continue;
        const other = nearby.find(
          ({ at, edgeMeters }) =>
            at !== own &&
            (at.road.name !== null || at.road.numberName !== null) &&
            edgeMeters < here - nearerByMeters &&
            edgeMeters < here * nearerByShare,
        );
        if (!other) continue;
        found.push({
          recordIds: [house.id],
          besideIds: [other.at.road.id, road.id],
          params: {
            road: roadLabel(world, road),
            other: roadLabel(world, other.at.road),
            meters: Math.round(here),
            otherMeters: Math.round(other.edgeMeters),
          },
          facts: [...house.entrance, road.id, other.at.road.id],
          fix: () => (address.state === 'draft' ? chooseRoad(world, house, other.at.road.id) : null),
        });
      }
    }
    return found;
  },
});

/** Roads are looked for this far around an entrance. */
const reachMeters = 120;
