/** How near a building comes to a segment of a way, and where. All in metres of the site's frame. */
import { lengthOf } from '../../geometry/localFrame.ts';
import type { Buildings } from './buildings.ts';
import type { Site } from './site.ts';

/** Filled by the functions below and read at once: a house has many segments near it, and objects cost time. */
export const near = { distance: 0.5, t: 0.5, footX: 0.5, footY: 0.5, fromX: 0.5, fromY: 0.5 };

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

/** The same, where nothing but the distance is asked for. */
export function distanceToSegment({ ways: { x, y } }: Site, segment: number, px: number, py: number): number {
  const ax = x[segment]!;
  const ay = y[segment]!;
  const dx = x[segment + 1]! - ax;
  const dy = y[segment + 1]! - ay;
  const square = dx * dx + dy * dy;
  let t = square === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / square;
  t = t < 0 ? 0 : t > 1 ? 1 : t;
  return lengthOf(px - (ax + t * dx), py - (ay + t * dy));
}

/** From a building's corners, or its point where that is all there is, to the segment and its neighbours on the way. */
export function buildingToSegment(site: Site, building: number, segment: number): void {
  const { buildings, ways } = site;
  if (buildings.starts[building] === buildings.starts[building + 1]) {
    return pointToSegment(site, segment, buildings.pointX[building]!, buildings.pointY[building]!);
  }
  const way = ways.of[segment]!;
  findCorner(site, building, segment);
  let { square, corner } = nearestCorner;
  let nearest = segment;
  if (segment > ways.starts[way]! && mayBeNearer(site, building, segment - 1, square)) {
    findCorner(site, building, segment - 1);
    // At a vertex both are equally near: the earlier segment counts.
    if (nearestCorner.square <= square) {
      ({ square, corner } = nearestCorner);
      nearest = segment - 1;
    }
  }
  if (segment < ways.starts[way + 1]! - 2 && mayBeNearer(site, building, segment + 1, square)) {
    findCorner(site, building, segment + 1);
    if (nearestCorner.square < square) {
      ({ corner } = nearestCorner);
      nearest = segment + 1;
    }
  }
  pointToSegment(site, nearest, buildings.x[corner]!, buildings.y[corner]!);
}

/** Filled by `findCorner` and read at once: the corner nearest to a segment, and its distance to the power of two. */
const nearestCorner = { square: Infinity, corner: 0 };

function findCorner({ buildings, ways }: Site, building: number, segment: number): void {
  const { x, y, starts } = buildings;
  const ax = ways.x[segment]!;
  const ay = ways.y[segment]!;
  const dx = ways.x[segment + 1]! - ax;
  const dy = ways.y[segment + 1]! - ay;
  const square = dx * dx + dy * dy;
  const end = starts[building + 1]!;
  let best = Infinity;
  let corner = starts[building]! + 1;
  for (let i = corner; i < end; i += 1) {
    const px = x[i]! - ax;
    const py = y[i]! - ay;
    const along = px * dx + py * dy;
    const t = along <= 0 ? 0 : along >= square ? 1 : along / square;
    const wx = px - t * dx;
    const wy = py - t * dy;
    const away = wx * wx + wy * wy;
    if (away >= best) continue;
    best = away;
    corner = i;
  }
  nearestCorner.square = best;
  nearestCorner.corner = corner;
}

/** Whether the boxes of a building and a segment lie no farther apart than that. */
function mayBeNearer(
  { buildings: { boxes }, ways: { x, y } }: Site,
  building: number,
  segment: number,
  square: number,
) {
  const box = building * 4;
  const ax = x[segment]!;
  const ay = y[segment]!;
  const bx = x[segment + 1]!;
  const by = y[segment + 1]!;
  const across = Math.max(0, boxes[box]! - Math.max(ax, bx), Math.min(ax, bx) - boxes[box + 2]!);
  const along = Math.max(0, boxes[box + 1]! - Math.max(ay, by), Math.min(ay, by) - boxes[box + 3]!);
  return across * across + along * along <= square;
}

/** From a point to the nearest wall of a building, in metres. */
export const distanceToBuilding = (site: Site, building: number, px: number, py: number): number =>
  Math.sqrt(squareToBuilding(site, building, px, py));

function squareToBuilding({ buildings }: Site, building: number, px: number, py: number): number {
  const start = buildings.starts[building]!;
  const end = buildings.starts[building + 1]!;
  if (start === end) {
    const dx = buildings.pointX[building]! - px;
    const dy = buildings.pointY[building]! - py;
    return dx * dx + dy * dy;
  }
  let best = Infinity;
  for (let i = start + 1; i < end; i += 1) {
    const away = squareToWall(buildings, i, px, py);
    if (away < best) best = away;
  }
  return best;
}

/** To the wall that ends at a corner. */
function squareToWall({ x, y }: Buildings, corner: number, px: number, py: number): number {
  const ax = x[corner - 1]! - px;
  const ay = y[corner - 1]! - py;
  const dx = x[corner]! - px - ax;
  const dy = y[corner]! - py - ay;
  const square = dx * dx + dy * dy;
  let t = square === 0 ? 0 : -(ax * dx + ay * dy) / square;
  t = t < 0 ? 0 : t > 1 ? 1 : t;
  const wx = ax + t * dx;
  const wy = ay + t * dy;
  return wx * wx + wy * wy;
}

/** Between the walls of two buildings, in metres: from the corners of each to the walls of the other. */
export const gapBetween = (site: Site, one: number, other: number): number =>
  Math.sqrt(squareFromCorners(site, other, one, squareFromCorners(site, one, other, Infinity)));

/** From the corners of one to the walls of the other, or `least` if none is nearer. */
function squareFromCorners(site: Site, one: number, other: number, least: number): number {
  const { buildings } = site;
  const { starts, x, y, pointX, pointY, boxes } = buildings;
  if (starts[one] === starts[one + 1]) {
    return Math.min(least, squareToBuilding(site, other, pointX[one]!, pointY[one]!));
  }
  const box = other * 4;
  const west = boxes[box]!;
  const south = boxes[box + 1]!;
  const east = boxes[box + 2]!;
  const north = boxes[box + 3]!;
  const end = starts[other + 1]!;
  for (let i = starts[one]! + 1; i < starts[one + 1]!; i += 1) {
    const px = x[i]!;
    const py = y[i]!;
    const across = Math.max(0, west - px, px - east);
    const along = Math.max(0, south - py, py - north);
    if (across * across + along * along >= least) continue;
    if (starts[other] === end) least = Math.min(least, squareToBuilding(site, other, px, py));
    for (let wall = starts[other]! + 1; wall < end; wall += 1) {
      const away = squareToWall(buildings, wall, px, py);
      if (away < least) least = away;
    }
  }
  return least;
}
