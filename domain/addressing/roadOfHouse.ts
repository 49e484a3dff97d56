/** Which road a house is on, where and why: the person's choice, else what the engine judges from the ground. */
import type { MeasuredLine } from '../geometry/measuredLine.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';
import { judgedRoad } from './ground.ts';
import { placeOnRoad, type HousePlace } from './housePlace.ts';
import { networkOf } from './network.ts';
import type { RoadReason as JudgedReason } from './whichRoad/judge.ts';

export type RoadReason = 'chosen' | JudgedReason;

export interface RoadOfHouse extends HousePlace {
  readonly reason: RoadReason;
  readonly runnerUpRoadId: Id | null;
}

/** Null when no road is within the profile's reach and none is led to. */
export function roadOfHouse(world: World, house: House): RoadOfHouse | null {
  const place = placeHouse(world, house);
  if (!place) return null;
  const judged = judgedRoad(world, house);
  const others = judged ? [judged.roadId, judged.runnerUpRoadId] : [];
  return {
    ...place,
    reason: place.roadId === house.chosenRoadId || !judged ? 'chosen' : judged.reason,
    runnerUpRoadId: others.find((other) => other !== place.roadId) ?? null,
  };
}

/** Its place on the road it is on. `lineOf`: lines that run otherwise than the world's: a plan turns some. */
export function placeHouse(
  world: World,
  house: House,
  lineOf: (roadId: Id) => MeasuredLine | undefined = (roadId) => networkOf(world).byId.get(roadId)?.line,
): HousePlace | null {
  const roadId = roadIdOfHouse(world, house);
  return roadId === null ? null : placeOnRoad(world, house, roadId, lineOf(roadId) ?? null);
}

/** The road it is on: the one chosen, while an address can be on that; else what the engine says. */
export function roadIdOfHouse(world: World, house: House): Id | null {
  const isChosen = house.chosenRoadId !== null && networkOf(world).byId.has(house.chosenRoadId);
  return isChosen ? house.chosenRoadId : (judgedRoad(world, house)?.roadId ?? null);
}
