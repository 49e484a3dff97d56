/** Whether a house has a road within reach, remembered while neither the house nor any road's course changes. */
import { roadOfHouse } from '../../../domain/addressing/roadOfHouse.ts';
import type { House } from '../../../domain/records/house.ts';
import type { World } from '../../../domain/records/world.ts';

/** Naming a road must not make two thousand houses look for their road again: only courses count. */
export function createReach(): (world: World, house: House) => boolean {
  let course: readonly unknown[] = [];
  let seenRoads: World['road'] | undefined;
  let answers = new WeakMap<House, boolean>();
  return (world, house) => {
    if (world.road !== seenRoads) {
      seenRoads = world.road;
      const now = courseOf(world);
      if (!sameItems(course, now)) {
        course = now;
        answers = new WeakMap();
      }
    }
    let answer = answers.get(house);
    if (answer === undefined) {
      answer = roadOfHouse(world, house) !== null;
      answers.set(house, answer);
    }
    return answer;
  };
}

const courseOf = (world: World): unknown[] =>
  [...world.road.values()].flatMap((road) => [road.id, road.line, road.class, road.widthMeters, road.state]);

const sameItems = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);
