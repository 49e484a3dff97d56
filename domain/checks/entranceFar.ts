/** An entrance farther from its road than a way in usually is: often the point lies in the yard, not at the gate. */
import { frontOf } from '../addressing/front.ts';
import { profileOf } from '../addressing/profile.ts';
import { roadLabel } from '../addressing/roadName.ts';
import { locate } from '../geometry/locate.ts';
import { measureLine, type MeasuredLine } from '../geometry/measuredLine.ts';
import { roundPosition } from '../geometry/rounding.ts';
import type { House } from '../records/house.ts';
import { onEachRoad } from './addressesOnRoads.ts';
import { defineCheck, type Found } from './check.ts';
import type { Fix } from './fix.ts';

/** Of the distance at which a house counts as being on a road at all. */
const farShare = 0.5;
/** The wall that faces the road must be nearer by this to be worth moving to. */
const worthMeters = 3;

export const entranceFar = defineCheck({
  id: 'entrance-far',
  severity: 'notice',
  kinds: ['village', 'road', 'house', 'address'],
  look: onEachRoad(['village', 'road'], (world, { road, passed }) => {
    const farMeters = profileOf(world).maxEntranceDistanceMeters * farShare;
    const line = measureLine(road.line);
    return passed.flatMap(({ house, address }): Found[] => {
      const { distanceMeters } = locate(line, house.entrance);
      if (distanceMeters <= farMeters) return [];
      return [
        {
          recordIds: [house.id],
          besideIds: [road.id],
          params: { meters: Math.round(distanceMeters), most: Math.round(farMeters), road: roadLabel(world, road) },
          facts: [...house.entrance, road.id],
          fix: () => (address.state === 'draft' ? toTheFront(house, line, distanceMeters) : null),
        },
      ];
    });
  }),
});

/** To the middle of the wall that faces the road. */
function toTheFront(house: House, line: MeasuredLine, distanceMeters: number): Fix | null {
  const ring = house.footprint?.coordinates[0];
  if (!ring) return null;
  const entrance = roundPosition(frontOf(ring, line));
  if (locate(line, entrance).distanceMeters > distanceMeters - worthMeters) return null;
  return { does: 'move-entrance', kind: 'house.move', input: { id: house.id, entrance, footprint: house.footprint } };
}
