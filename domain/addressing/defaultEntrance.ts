/** Where the door of a house is taken to be while nobody has shown it: in the wall that faces the road it is judged to be on. */
import { centroid, roundPosition } from '../geometry/polygon.ts';
import type { Polygon, Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';
import { frontWall } from './frontWall.ts';
import { networkOf } from './network.ts';
import { roadIdOfHouse } from './roadOfHouse.ts';

/**
 * The middle of the wall towards the road that the evidence of the ground speaks for, as if the house stood in the
 * world already; where none is within reach, towards the nearest road however far; without any road, the first corner.
 * Rounded to 1e-7 degrees.
 */
export const defaultEntrance = (world: World, footprint: Polygon): Position =>
  withDefaultEntrances(world, [newHouse(footprint)])[0]!.entrance;

/** New houses, their assumed doors put where they belong; each is judged with all the others standing. */
export function withDefaultEntrances(world: World, houses: readonly House[]): House[] {
  const standing = new Map(world.house);
  for (const house of houses) standing.set(house.id, house);
  const after = { ...world, house: standing };
  return houses.map((house) => facingItsRoad(after, house));
}

/** The house of the village with its assumed door where it belongs; a door that somebody showed stays. */
export function facingItsRoad(world: World, house: House): House {
  if (house.entranceOrigin === 'shown' || !house.footprint) return house;
  const { byId, roads } = networkOf(world);
  const own = byId.get(roadIdOfHouse(world, house) ?? '');
  const front = frontWall(house.footprint, own ? [own] : roads);
  return { ...house, entrance: front?.entrance ?? roundPosition(house.footprint.coordinates[0]![0]!) };
}

/**
 * The house with that road chosen for it, or left to the rules (null). Where that is another road than it was on, its
 * assumed door turns to face it.
 */
export function withRoadChosen(world: World, house: House, chosenRoadId: Id | null): House {
  const chosen = { ...house, chosenRoadId };
  return roadIdOfHouse(world, chosen) === roadIdOfHouse(world, house) ? chosen : facingItsRoad(world, chosen);
}

/** A house of which only the outline is known. */
export const newHouse = (footprint: Polygon): House => ({
  kind: 'house',
  id: '',
  version: 1,
  name: null,
  entrance: centroid(footprint),
  entranceOrigin: 'assumed',
  footprint,
  use: 'residential',
  state: 'standing',
  parcel: null,
  chosenRoadId: null,
});
