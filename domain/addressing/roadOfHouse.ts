/** Which road a house is on, where and why: the person's choice, else what the engine judges from the ground. */
import type { MeasuredLine } from '../geometry/measuredLine.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';
import { judgedRoad } from './ground.ts';
import { placeFrom, placeOnRoad, type HousePlace } from './housePlace.ts';
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
  const chosen = chosenRoadOf(world, house);
  if (chosen !== null) return placeOnRoad(world, house, chosen, lineOf(chosen) ?? null);
  const judged = judgedRoad(world, house);
  const line = judged && lineOf(judged.roadId);
  return line ? placeFrom(line, judged.roadId, house, judged.mouth) : null;
}

/** The road it is on: the one chosen, while an address can be on that; else what the engine says. */
export const roadIdOfHouse = (world: World, house: House): Id | null =>
  chosenRoadOf(world, house) ?? judgedRoad(world, house)?.roadId ?? null;

/** The road chosen for it, while an address can be on that. */
export function chosenRoadOf(world: World, { chosenRoadId }: House): Id | null {
  return chosenRoadId !== null && networkOf(world).byId.has(chosenRoadId) ? chosenRoadId : null;
}
