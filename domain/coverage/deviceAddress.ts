/** Where a device stands, in the words of addresses: on which way, how far along it, on which side. */
import { networkOf } from '../addressing/network.ts';
import { degreeLengths } from '../geometry/localFrame.ts';
import { locate, type LineSide } from '../geometry/locate.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';

/** A device farther than this from the edge of every way stands on none, in metres. */
export const deviceReachMeters = 30;

export interface DeviceAddress {
  readonly roadId: Id;
  /** Metres along the way from its start. */
  readonly measureMeters: number;
  /** Seen from the start of the way. */
  readonly side: LineSide;
}

/** The nearest way that carries addresses, by its edge; of two as near, the one whose middle is nearer. Null beyond reach. */
export function deviceAddress(world: World, place: Position): DeviceAddress | null {
  const { index, roads, mostHalfWidthMeters } = networkOf(world);
  const { lngMeters, latMeters } = degreeLengths(place[1]);
  const most = deviceReachMeters + mostHalfWidthMeters;
  const [dx, dy] = [most / lngMeters, most / latMeters];
  let best: (DeviceAddress & { readonly edgeMeters: number; readonly distanceMeters: number }) | null = null;
  for (const number of index?.search(place[0] - dx, place[1] - dy, place[0] + dx, place[1] + dy) ?? []) {
    const { road, line } = roads[number]!;
    const { measureMeters, side, distanceMeters } = locate(line, place);
    const edgeMeters = Math.max(0, distanceMeters - road.widthMeters / 2);
    if (edgeMeters > deviceReachMeters) continue;
    const isNearer =
      best === null ||
      edgeMeters < best.edgeMeters ||
      (edgeMeters === best.edgeMeters &&
        (distanceMeters < best.distanceMeters || (distanceMeters === best.distanceMeters && road.id < best.roadId)));
    if (isNearer) best = { roadId: road.id, measureMeters, side, edgeMeters, distanceMeters };
  }
  return best && { roadId: best.roadId, measureMeters: best.measureMeters, side: best.side };
}
