/** A house much nearer to another named road than to the one in its address: perhaps it belongs there. */
import { networkOf } from '../addressing/network.ts';
import { isNamed, roadLabel } from '../addressing/roadName.ts';
import { locate } from '../geometry/locate.ts';
import { onEachRoad } from './addressesOnRoads.ts';
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
  look: onEachRoad(['road'], (world, { road, passed }) => {
    const network = networkOf(world);
    const own = network.byId.get(road.id);
    if (!own) return [];
    return passed.flatMap(({ house, address }): Found[] => {
      if (house.chosenRoadId === road.id) return [];
      const here = Math.max(0, locate(own.line, house.entrance).distanceMeters - road.widthMeters / 2);
      if (here <= nearerByMeters) return [];
      const most = Math.min(here - nearerByMeters, here * nearerByShare);
      const other = distanceToRoads(network, house.entrance, most + network.mostHalfWidthMeters).find(
        ({ at, edgeMeters }) => at !== own && isNamed(at.road) && edgeMeters < most,
      );
      if (!other) return [];
      const otherRoad = other.at.road;
      return [
        {
          recordIds: [house.id],
          besideIds: [otherRoad.id, road.id],
          params: {
            road: roadLabel(world, road),
            other: roadLabel(world, otherRoad),
            meters: Math.round(here),
            otherMeters: Math.round(other.edgeMeters),
          },
          facts: [...house.entrance, road.id, otherRoad.id],
          fix: (now) => (address.state === 'draft' ? chooseRoad(now, house, otherRoad.id) : null),
        },
      ];
    });
  }),
});
