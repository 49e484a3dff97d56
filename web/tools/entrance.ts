/** Where the door of a newly drawn house is taken to be: the middle of the side that faces the nearest road. */
import { locateOnLine } from '../../domain/geometry/line.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { World } from '../../domain/records/world.ts';

export function entranceTowardsRoad(world: World, corners: readonly Position[]): Position {
  let best = corners[0] as Position;
  let bestMeters = Infinity;
  corners.forEach((corner, index) => {
    const next = corners[(index + 1) % corners.length] as Position;
    const middle: Position = [(corner[0] + next[0]) / 2, (corner[1] + next[1]) / 2];
    const meters = distanceToRoadsMeters(world, middle);
    if (meters < bestMeters || index === 0) {
      best = middle;
      bestMeters = meters;
    }
  });
  return best;
}

/** To the edge of the way rather than its middle: a wide road is nearer than its centre line. */
function distanceToRoadsMeters(world: World, position: Position): number {
  let nearest = Infinity;
  for (const road of world.road.values()) {
    if (road.state === 'closed') continue;
    nearest = Math.min(nearest, locateOnLine(road.line, position).distanceMeters - road.widthMeters / 2);
  }
  return nearest;
}
