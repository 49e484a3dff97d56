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
  const start = buildings.starts[building]!;
  const end = buildings.starts[building + 1]!;
  if (start === end) return pointToSegment(site, segment, buildings.pointX[building]!, buildings.pointY[building]!);
  let best = Infinity;
  let corner = start + 1;
  let nearest = segment;
  for (let s = first; s <= last; s += 1) {
    const ax = ways.x[s]!;
    const ay = ways.y[s]!;
    const dx = ways.x[s + 1]! - ax;
    const dy = ways.y[s + 1]! - ay;
    const square = dx * dx + dy * dy;
    for (let i = start + 1; i < end; i += 1) {
      const px = buildings.x[i]! - ax;
      const py = buildings.y[i]! - ay;
      let t = square === 0 ? 0 : (px * dx + py * dy) / square;
      t = t < 0 ? 0 : t > 1 ? 1 : t;
      const wx = px - t * dx;
      const wy = py - t * dy;
      const away = wx * wx + wy * wy;
      if (away >= best) continue;
      best = away;
      corner = i;
      nearest = s;
    }
  }
  pointToSegment(site, nearest, buildings.x[corner]!, buildings.y[corner]!);
}

/** From a point to the nearest wall of a building, in metres. */
export const distanceToBuilding = (site: Site, building: number, px: number, py: number): number =>
  Math.sqrt(squareToBuilding(site, building, px, py));

function squareToBuilding({ buildings }: Site, building: number, px: number, py: number): number {
  const start = buildings.starts[building]!;
  const end = buildings.starts[building + 1]!;
  const { x, y } = buildings;
  if (start === end) {
    const dx = buildings.pointX[building]! - px;
    const dy = buildings.pointY[building]! - py;
    return dx * dx + dy * dy;
  }
  let best = Infinity;
  for (let i = start + 1; i < end; i += 1) {
    const ax = x[i - 1]! - px;
    const ay = y[i - 1]! - py;
    const dx = x[i]! - px - ax;
    const dy = y[i]! - py - ay;
    const square = dx * dx + dy * dy;
    let t = square === 0 ? 0 : -(ax * dx + ay * dy) / square;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    const wx = ax + t * dx;
    const wy = ay + t * dy;
    const away = wx * wx + wy * wy;
    if (away < best) best = away;
  }
  return best;
}

/** Between the walls of two buildings, in metres: from the corners of each to the walls of the other. */
export const gapBetween = (site: Site, one: number, other: number): number =>
  Math.sqrt(Math.min(squareFromCorners(site, one, other), squareFromCorners(site, other, one)));

function squareFromCorners(site: Site, one: number, other: number): number {
  const { starts, x, y, pointX, pointY } = site.buildings;
  if (starts[one] === starts[one + 1]) return squareToBuilding(site, other, pointX[one]!, pointY[one]!);
  let best = Infinity;
  for (let i = starts[one]! + 1; i < starts[one + 1]!; i += 1) {
    const away = squareToBuilding(site, other, x[i]!, y[i]!);
    if (away < best) best = away;
  }
  return best;
}
