/** Where a house's door most likely is when only its outline is known: the middle of the wall that faces its road. */
import { frontOf } from './front.ts';
import { carriesAddresses, type NetworkRoad } from './network.ts';
import { distanceMeters } from '../geometry/localFrame.ts';
import { locate } from '../geometry/locate.ts';
import { boxDistanceMeters, measureLine } from '../geometry/measuredLine.ts';
import { centroid, roundPosition } from '../geometry/polygon.ts';
import type { Polygon, Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { Road } from '../records/road.ts';

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
  let best: FrontWall | null = null;
  for (const { road, line } of roads) {
    if (best && boxDistanceMeters(line, middle) - radius > best.distanceMeters) continue;
    const entrance = frontOf(ring, line);
    const away = locate(line, entrance).distanceMeters;
    if (!best || away < best.distanceMeters) best = { entrance, roadId: road.id, distanceMeters: away };
  }
  return best && { ...best, entrance: roundPosition(best.entrance) };
}
