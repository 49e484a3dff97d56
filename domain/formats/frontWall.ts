/** Where a house's door most likely is when only its outline is known: the middle of the wall that faces its road. */
import { carriesAddresses, type NetworkRoad } from '../addressing/network.ts';
import { distanceMeters } from '../geometry/localFrame.ts';
import { locate } from '../geometry/locate.ts';
import { boxDistanceMeters, measureLine } from '../geometry/measuredLine.ts';
import { centroid, roundPosition } from '../geometry/polygon.ts';
import type { Polygon, Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { Road } from '../records/road.ts';

/** No door in a shorter wall, in metres, unless there is no longer one. */
const shortestWallMeters = 1.5;

export interface FrontWall {
  readonly entrance: Position;
  readonly roadId: Id;
  readonly distanceMeters: number;
}

export const roadsOfAddress = (roads: readonly Road[]): readonly NetworkRoad[] =>
  roads.filter(carriesAddresses).map((road) => ({ road, line: measureLine(road.line) }));

export function frontWall(footprint: Polygon, roads: readonly NetworkRoad[]): FrontWall | null {
  const ring = footprint.coordinates[0]!;
  const middle = centroid(footprint);
  const radius = Math.max(...ring.map((corner) => distanceMeters(middle, corner)));
  const walls = ring.slice(1).map((corner, i) => [ring[i]!, corner] as const);
  const long = walls.filter(([a, b]) => distanceMeters(a, b) >= shortestWallMeters);
  const middles = (long.length > 0 ? long : walls).map(([a, b]): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
  let best: FrontWall | null = null;
  for (const { road, line } of roads) {
    if (best && boxDistanceMeters(line, middle) - radius > best.distanceMeters) continue;
    for (const entrance of middles) {
      const away = locate(line, entrance).distanceMeters;
      if (!best || away < best.distanceMeters) best = { entrance, roadId: road.id, distanceMeters: away };
    }
  }
  return best && { ...best, entrance: roundPosition(best.entrance) };
}
