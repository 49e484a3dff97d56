/** The roads around a place, nearest first, by the distance to their edge. */
import type { Network, NetworkRoad } from '../addressing/network.ts';
import { degreeLengths } from '../geometry/localFrame.ts';
import { locate, type LinePlace } from '../geometry/locate.ts';
import { boxDistanceMeters } from '../geometry/measuredLine.ts';
import type { Position } from '../geometry/shapes.ts';

export interface RoadNearby {
  readonly at: NetworkRoad;
  readonly place: LinePlace;
  /** To the middle of the road. */
  readonly meters: number;
  /** To its edge; 0 on the road. */
  readonly edgeMeters: number;
}

/** Those whose middle is within `withinMeters`. */
export function distanceToRoads(network: Network, position: Position, withinMeters: number): RoadNearby[] {
  const scale = degreeLengths(position[1]);
  const [dx, dy] = [withinMeters / scale.lngMeters, withinMeters / scale.latMeters];
  const [lng, lat] = position;
  const found: RoadNearby[] = [];
  for (const index of network.index?.search(lng - dx, lat - dy, lng + dx, lat + dy) ?? []) {
    const at = network.roads[index]!;
    if (boxDistanceMeters(at.line, position, scale) > withinMeters) continue;
    const place = locate(at.line, position);
    if (place.distanceMeters > withinMeters) continue;
    const edgeMeters = Math.max(0, place.distanceMeters - at.road.widthMeters / 2);
    found.push({ at, place, meters: place.distanceMeters, edgeMeters });
  }
  return found.sort((a, b) => a.meters - b.meters || (a.at.road.id < b.at.road.id ? -1 : 1));
}
