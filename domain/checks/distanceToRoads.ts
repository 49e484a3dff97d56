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

/** Neither a network nor a position is ever changed in place: what was found from an entrance stays true. */
const remembered = new WeakMap<Network, WeakMap<Position, Map<number, readonly RoadNearby[]>>>();

/** Those whose middle is within `withinMeters`; asked again of the same position object it is remembered. */
export function distanceToRoads(network: Network, position: Position, withinMeters: number): readonly RoadNearby[] {
  let ofNetwork = remembered.get(network);
  if (!ofNetwork) remembered.set(network, (ofNetwork = new WeakMap()));
  let ofPosition = ofNetwork.get(position);
  if (!ofPosition) ofNetwork.set(position, (ofPosition = new Map()));
  let found = ofPosition.get(withinMeters);
  if (!found) ofPosition.set(withinMeters, (found = roadsWithin(network, position, withinMeters)));
  return found;
}

function roadsWithin(network: Network, position: Position, withinMeters: number): RoadNearby[] {
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
