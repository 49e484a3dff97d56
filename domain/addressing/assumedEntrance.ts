/** The door of a house of which only the outline is known: the middle of the wall that faces its road. */
import { distanceMeters } from '../geometry/localFrame.ts';
import { roundPosition } from '../geometry/polygon.ts';
import type { Position } from '../geometry/shapes.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';
import { frontOf } from './front.ts';
import { networkOf } from './network.ts';
import { roadOfHouse } from './roadOfHouse.ts';

/** Null without an outline or a road. */
export function assumedEntrance(world: World, house: House): Position | null {
  const ring = house.footprint?.coordinates[0];
  const roadId = ring ? roadOfHouse(world, house)?.roadId : undefined;
  const line = roadId === undefined ? undefined : networkOf(world).byId.get(roadId)?.line;
  return ring && line ? roundPosition(frontOf(ring, line)) : null;
}

/** Two roundings to a centimetre. */
const sameMeters = 0.03;

/** The entrance lies just where it would be assumed: nobody is known to have shown it. */
export function isEntranceAssumed(world: World, house: House): boolean {
  const assumed = assumedEntrance(world, house);
  return assumed !== null && distanceMeters(assumed, house.entrance) <= sameMeters;
}
