/** Two lanes that open on one side of a road with no house between: both would take the number of the house before them. */
import { mouthTo, networkOf, parentOf, type Mouth } from '../addressing/network.ts';
import { profileOf } from '../addressing/profile.ts';
import { roadLabel } from '../addressing/roadName.ts';
import type { Id } from '../records/fields.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { addressesOnRoads, onSide, type RoadAddresses } from './addressesOnRoads.ts';
import { defineCheck, type Found } from './check.ts';

/** Lanes with names of their own, or with two different numbers already, are told apart (RULES §1.5, silent point ii). */
export const laneMouthsTogether = defineCheck({
  id: 'lane-mouths-together',
  severity: 'notice',
  kinds: ['village', 'road', 'house', 'address'],
  look: (world) => {
    const profile = profileOf(world);
    if (profile.id === 'metric' || profile.laneNames !== 'adjacent') return [];
    const found: Found[] = [];
    for (const [key, lanes] of lanesBySide(world)) {
      const onRoad = addressesOnRoads(world).get(key.slice(0, key.indexOf('|')));
      // Before the road is numbered nobody knows what lies between.
      if (!onRoad) continue;
      lanes.sort((a, b) => a.mouth.parentMeasureMeters - b.mouth.parentMeasureMeters);
      for (const [index, later] of lanes.entries()) {
        const earlier = lanes[index - 1];
        if (!earlier || hasHouseBetween(onRoad, earlier.mouth, later.mouth)) continue;
        const [one, other] = [earlier.lane.numberName, later.lane.numberName];
        if (one !== null && other !== null && one !== other) continue;
        found.push({
          recordIds: [later.lane.id, earlier.lane.id],
          besideIds: [onRoad.road.id],
          params: { road: roadLabel(world, onRoad.road), lane: roadLabel(world, earlier.lane) },
          facts: [one, other, onRoad.road.id],
        });
      }
    }
    return found;
  },
});

interface LaneAt {
  readonly lane: Road;
  readonly mouth: Mouth;
}

/** Lanes to be named by number, by their road and the side of it they open on. */
function lanesBySide(world: World): ReadonlyMap<string, LaneAt[]> {
  const network = networkOf(world);
  const sides = new Map<string, LaneAt[]>();
  for (const { road } of network.roads) {
    const parent = road.name === null ? parentOf(network, road) : null;
    if (!parent) continue;
    const mouth = mouthTo(road.line, parent);
    const key = sideKey(parent.road.id, mouth.side);
    const others = sides.get(key);
    if (others) others.push({ lane: road, mouth });
    else sides.set(key, [{ lane: road, mouth }]);
  }
  return sides;
}

const sideKey = (roadId: Id, side: string): string => `${roadId}|${side}`;

const hasHouseBetween = (onRoad: RoadAddresses, from: Mouth, to: Mouth): boolean =>
  onSide(onRoad, to.side).some(
    ({ alongMeters }) => alongMeters > from.parentMeasureMeters && alongMeters <= to.parentMeasureMeters,
  );
