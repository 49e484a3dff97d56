/** Where a lamp, a camera or a sign stands in words of the roads: which one, how far along it, on which side. */
import { networkOf } from '../addressing/network.ts';
import { degreeLengths } from '../geometry/localFrame.ts';
import { locate, type LineSide } from '../geometry/locate.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';

export interface DeviceAddress {
  readonly roadId: Id;
  readonly measureMeters: number;
  readonly side: LineSide;
}

/** A device farther than this from the edge of every road has no address. */
const mostMeters = 30;

/** On the road whose edge is nearest; null where none is near. */
export function deviceAddress(world: World, place: Position): DeviceAddress | null {
  const { roads, index, mostHalfWidthMeters } = networkOf(world);
  const { lngMeters, latMeters } = degreeLengths(place[1]);
  const reach = mostMeters + mostHalfWidthMeters;
  const [east, north] = [reach / lngMeters, reach / latMeters];
  let best: DeviceAddress | null = null;
  let least = mostMeters;
  for (const number of index?.search(place[0] - east, place[1] - north, place[0] + east, place[1] + north) ?? []) {
    const { road, line } = roads[number]!;
    const { distanceMeters, measureMeters, side } = locate(line, place);
    const toEdge = distanceMeters - road.widthMeters / 2;
    if (toEdge > least) continue;
    least = toEdge;
    best = { roadId: road.id, measureMeters, side };
  }
  return best;
}
