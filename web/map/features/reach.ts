/** Whether a house has a road within reach, remembered while the house, the roads' courses and the village's reach stay. */
import { networkOf, type NetworkRoad } from '../../../domain/addressing/network.ts';
import { profileOf } from '../../../domain/addressing/profile.ts';
import { roadOfHouse } from '../../../domain/addressing/roadOfHouse.ts';
import { degreeLengths } from '../../../domain/geometry/localFrame.ts';
import { locate } from '../../../domain/geometry/locate.ts';
import { boxDistanceMeters } from '../../../domain/geometry/measuredLine.ts';
import type { House } from '../../../domain/records/house.ts';
import type { World } from '../../../domain/records/world.ts';

/**
 * A road whose middle is this share of the village's reach from the door is within reach whatever the engine would choose.
 * Only for doors farther away is it asked: it looks at the whole village, and a gesture must not wait for that.
 */
const surely = 0.9;

/** Naming a road must not make two thousand houses look for their road again: only courses count. */
export function createReach(): (world: World, house: House) => boolean {
  let course: readonly unknown[] = [];
  let seen: World | undefined;
  let answers = new WeakMap<House, boolean>();
  return (world, house) => {
    if (world.road !== seen?.road || world.village !== seen.village) {
      seen = world;
      const now = courseOf(world);
      if (!sameItems(course, now)) {
        course = now;
        answers = new WeakMap();
      }
    }
    let answer = answers.get(house);
    if (answer === undefined) {
      answer = isSurelyInReach(world, house) || roadOfHouse(world, house) !== null;
      answers.set(house, answer);
    }
    return answer;
  };
}

/** The road found last: neighbours come one after the other. */
let lastRoad: NetworkRoad | undefined;

function isSurelyInReach(world: World, { entrance }: House): boolean {
  const meters = profileOf(world).maxEntranceDistanceMeters * surely;
  const network = networkOf(world);
  const isNear = ({ line }: NetworkRoad): boolean =>
    boxDistanceMeters(line, entrance) <= meters && locate(line, entrance).distanceMeters <= meters;
  if (lastRoad && network.byId.get(lastRoad.road.id) === lastRoad && isNear(lastRoad)) return true;
  const { lngMeters, latMeters } = degreeLengths(entrance[1]);
  const [east, north] = [meters / lngMeters, meters / latMeters];
  const [lng, lat] = entrance;
  const found = network.index?.search(lng - east, lat - north, lng + east, lat + north) ?? [];
  lastRoad = found.map((index) => network.roads[index]!).find(isNear);
  return lastRoad !== undefined;
}

/** What the answers hang on beside the house: how far a road reaches, and where each one runs. */
const courseOf = (world: World): unknown[] => [
  profileOf(world).maxEntranceDistanceMeters,
  ...[...world.road.values()].flatMap((road) => [road.id, road.line, road.class, road.widthMeters, road.state]),
];

const sameItems = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);
