/** What stands between a house and a road: the buildings that straight lines cross. */
import type { Site } from './site.ts';
import { hidingAreaSquareMeters } from './weights.ts';

/** Those of the last look around, the first of the grid's `found`. */
let aroundCount = 0;

/**
 * How many buildings other than `self` may stand in the way of lines within a box, in metres of the site's frame:
 * found once for all the lines from a house to a road.
 */
export function lookAround(
  { buildings: { grid, area } }: Site,
  self: number,
  west: number,
  south: number,
  east: number,
  north: number,
): number {
  const count = grid.search(west, south, east, north);
  const { found } = grid;
  aroundCount = 0;
  for (let i = 0; i < count; i += 1) {
    const other = found[i]!;
    if (other !== self && area[other]! >= hidingAreaSquareMeters) found[aroundCount++] = other;
  }
  return aroundCount;
}

/** How many buildings of the last look around the line crosses, counted up to `most`. */
export function countCrossed(site: Site, ax: number, ay: number, bx: number, by: number, most: number): number {
  const { grid, boxes } = site.buildings;
  let crossed = 0;
  for (let i = 0; i < aroundCount && crossed < most; i += 1) {
    const other = grid.found[i]!;
    const box = other * 4;
    if ((ax > boxes[box + 2]! && bx > boxes[box + 2]!) || (ax < boxes[box]! && bx < boxes[box]!)) continue;
    if ((ay > boxes[box + 3]! && by > boxes[box + 3]!) || (ay < boxes[box + 1]! && by < boxes[box + 1]!)) continue;
    if (crosses(site, other, ax, ay, bx, by)) crossed += 1;
  }
  return crossed;
}

/** How many buildings other than `self` the line crosses, counted up to `most`. */
export function buildingsBetween(
  site: Site,
  self: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  most: number,
): number {
  const count = lookAround(site, self, Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  return count === 0 ? 0 : countCrossed(site, ax, ay, bx, by, most);
}

/** Whether the line goes through a wall of that building; touching one is not enough. */
export function crosses(
  { buildings }: Site,
  building: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): boolean {
  const { starts, x, y } = buildings;
  const dx = bx - ax;
  const dy = by - ay;
  const end = starts[building + 1]!;
  for (let i = starts[building]! + 1; i < end; i += 1) {
    const px = x[i - 1]!;
    const py = y[i - 1]!;
    const qx = x[i]!;
    const qy = y[i]!;
    const sideP = dx * (py - ay) - dy * (px - ax);
    const sideQ = dx * (qy - ay) - dy * (qx - ax);
    if (sideP * sideQ >= 0) continue;
    const wx = qx - px;
    const wy = qy - py;
    const sideA = wx * (ay - py) - wy * (ax - px);
    const sideB = wx * (by - py) - wy * (bx - px);
    if (sideA * sideB < 0) return true;
  }
  return false;
}
