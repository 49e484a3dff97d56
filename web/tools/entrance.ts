/** Where the door of a newly drawn house is taken to be: the middle of the wall that faces its road. */
import { networkOf } from '../../domain/addressing/network.ts';
import { frontWall } from '../../domain/formats/frontWall.ts';
import { roundPosition } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { World } from '../../domain/records/world.ts';

/** Of an open ring of at least three corners; in the first wall drawn where there is no road. */
export function entranceTowardsRoad(world: World, corners: readonly Position[]): Position {
  const [first, second] = corners as readonly [Position, Position];
  const front = frontWall({ type: 'Polygon', coordinates: [[...corners, first]] }, networkOf(world).roads);
  return front?.entrance ?? roundPosition([(first[0] + second[0]) / 2, (first[1] + second[1]) / 2]);
}
