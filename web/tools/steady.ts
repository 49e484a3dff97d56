/** Shift while drawing: directions in steps of 15° from the last piece drawn, else from the road nearby. */
import { networkOf } from '../../domain/addressing/network.ts';
import { bearingDegrees, positionAt } from '../../domain/geometry/line.ts';
import { locate } from '../../domain/geometry/locate.ts';
import { boxDistanceMeters, type MeasuredLine } from '../../domain/geometry/measuredLine.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { steadied } from '../../domain/geometry/turn.ts';
import type { Road } from '../../domain/records/road.ts';
import type { World } from '../../domain/records/world.ts';

/** A road farther away than this gives no direction, in metres. */
const farthestMeters = 80;

export interface NearRoad {
  readonly road: Road;
  readonly line: MeasuredLine;
  readonly foot: Position;
  /** Of the road at the foot, from its start to its end. */
  readonly bearing: number;
  readonly distanceMeters: number;
}

/** The road whose edge is nearest, within reach. */
export function nearestRoad(world: World, position: Position, reachMeters = farthestMeters): NearRoad | null {
  let best: NearRoad | null = null;
  let least = reachMeters;
  for (const { road, line } of networkOf(world).roads) {
    if (boxDistanceMeters(line, position) - road.widthMeters / 2 > least) continue;
    const { foot, measureMeters, distanceMeters } = locate(line, position);
    const gap = distanceMeters - road.widthMeters / 2;
    if (gap >= least) continue;
    least = gap;
    const bearing = positionAt(road.line, measureMeters).bearingDegrees;
    best = { road, line, foot, bearing, distanceMeters };
  }
  return best;
}

/** Where the next point goes when the hand is held steady. */
export function steadyNext(world: World, drawn: readonly Position[], to: Position): Position {
  const last = drawn.at(-1);
  if (!last) return to;
  const before = drawn.at(-2);
  const zero = before ? bearingDegrees(before, last) : (nearestRoad(world, last)?.bearing ?? 0);
  return steadied(last, to, zero);
}
