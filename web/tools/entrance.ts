/** Where the door of a house being drawn will likely be taken to be: quick enough to be asked at every move of the hand. */
import { networkOf } from '../../domain/addressing/network.ts';
import { frontWall } from '../../domain/addressing/frontWall.ts';
import { roundPosition } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { World } from '../../domain/records/world.ts';

/** Of an open ring of at least three corners: in the wall towards the nearest road; in the first one where there is none. */
export function entranceTowardsRoad(world: World, corners: readonly Position[]): Position {
  const [first, second] = corners as readonly [Position, Position];
  const front = frontWall({ type: 'Polygon', coordinates: [[...corners, first]] }, networkOf(world).roads);
  return front?.entrance ?? roundPosition([(first[0] + second[0]) / 2, (first[1] + second[1]) / 2]);
}
