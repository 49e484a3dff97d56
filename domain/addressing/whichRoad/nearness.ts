/** How near a building comes to a segment of a way, and where. All in metres of the site's frame. */
import { lengthOf } from '../../geometry/localFrame.ts';
import type { Site } from './site.ts';

/** Filled by the functions below and read at once: a house has many segments near it, and objects cost time. */
export const near = { distance: 0, t: 0, footX: 0, footY: 0, fromX: 0, fromY: 0 };

/** From a point to the segment that begins at a vertex. */
export function pointToSegment({ ways }: Site, segment: number, px: number, py: number): void {
  const ax = ways.x[segment]!;
  const ay = ways.y[segment]!;
  const dx = ways.x[segment + 1]! - ax;
  const dy = ways.y[segment + 1]! - ay;
  const square = dx * dx + dy * dy;
  let t = square === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / square;
  t = t < 0 ? 0 : t > 1 ? 1 : t;
  near.t = t;
  near.footX = ax + t * dx;
  near.footY = ay + t * dy;
  near.fromX = px;
  near.fromY = py;
  near.distance = lengthOf(px - near.footX, py - near.footY);
}

/** From a building's corners, or its point where that is all there is, to the segment and its neighbours on the way. */
export function buildingToSegment(site: Site, building: number, segment: number): void {
  const { buildings, ways } = site;
  const way = ways.of[segment]!;
  const first = Math.max(ways.starts[way]!, segment - 1);
  const last = Math.min(ways.starts[way + 1]! - 2, segment + 1);
  const [start, end] = [buildings.starts[building]!, buildings.starts[building + 1]!];
  if (start === end) return pointToSegment(site, segment, buildings.pointX[building]!, buildings.pointY[building]!);
  let best = Infinity;
  let [t, footX, footY, fromX, fromY] = [0, 0, 0, 0, 0];
  for (let i = start + 1; i < end; i += 1) {
    for (let s = first; s <= last; s += 1) {
      pointToSegment(site, s, buildings.x[i]!, buildings.y[i]!);
      if (near.distance >= best) continue;
      best = near.distance;
      ({ t, footX, footY, fromX, fromY } = near);
    }
  }
  near.distance = best;
  near.t = t;
  near.footX = footX;
  near.footY = footY;
  near.fromX = fromX;
  near.fromY = fromY;
}
