/** Where the houses of a village lie on their roads, one by one; of those an edit left as they were the place is kept. */
import type { MeasuredLine } from '../geometry/measuredLine.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';
import { judgesInOrder } from './ground.ts';
import { placeFrom, placeOnRoad, type HousePlace } from './housePlace.ts';
import { housesInOrder } from './housesInOrder.ts';
import { chosenRoadOf } from './roadOfHouse.ts';

/** By the number of the house; the lines are those on which the places were measured. */
interface Known {
  readonly houses: readonly House[];
  readonly lines: (MeasuredLine | undefined)[];
  readonly places: (HousePlace | undefined)[];
}

/** Of the world asked about last. Records and lines are never changed in place, so where one lies on another stays true. */
let latest: Known = { houses: [], lines: [], places: [] };

/**
 * As `placeHouse`, by the numbers of the houses in the order of ids (`housesInOrder`): null where no road is within
 * reach and none is led to. `lineOf`: the lines of roads, as a plan has them.
 */
export function placesInOrder(
  world: World,
  lineOf: (roadId: Id) => MeasuredLine | undefined,
): (number: number) => HousePlace | null {
  const houses = housesInOrder(world);
  const judge = judgesInOrder(world);
  const before = latest;
  const now: Known = {
    houses,
    lines: new Array<MeasuredLine | undefined>(houses.length).fill(undefined),
    places: new Array<HousePlace | undefined>(houses.length).fill(undefined),
  };
  latest = now;
  return (number) => {
    const house = houses[number]!;
    const chosen = chosenRoadOf(world, house);
    if (chosen !== null) return placeOnRoad(world, house, chosen, lineOf(chosen) ?? null);
    const judged = judge(number);
    const line = judged && lineOf(judged.roadId);
    if (!line) return null;
    let place = before.houses[number] === house && before.lines[number] === line ? before.places[number] : undefined;
    if (place?.roadId !== judged.roadId || place.mouth !== judged.mouth) {
      place = placeFrom(line, judged.roadId, house, judged.mouth);
    }
    now.lines[number] = line;
    now.places[number] = place;
    return place;
  };
}
