/** What stands between a house and a road: the buildings that straight lines cross. */
import type { Site } from './site.ts';
import { hidingAreaSquareMeters } from './weights.ts';

/** Those of the last look around, the first of the grid's `found`. */
let aroundCount = 0;

/**
 * How many buildings other than `self` may stand in the way of lines: found once for all those from a house to a road.
 * Lines are four numbers each, from x and y to x and y, in metres of the site's frame: fractions handed over one by one
 * would each be an object.
 */
export function lookAround(
  { buildings: { grid, area } }: Site,
  self: number,
  lines: Float64Array,
  lineCount: number,
): number {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < lineCount * 4; i += 2) {
    const x = lines[i]!;
    const y = lines[i + 1]!;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  const count = grid.search(west, south, east, north);
  const { found } = grid;
  aroundCount = 0;
  for (let i = 0; i < count; i += 1) {
    const other = found[i]!;
    if (other !== self && area[other]! >= hidingAreaSquareMeters) found[aroundCount++] = other;
  }
  return aroundCount;
}

/** How many buildings of the last look around one of the lines crosses, counted up to `most`. */
export function countCrossed(site: Site, lines: Float64Array, line: number, most: number): number {
  const { grid, boxes } = site.buildings;
  const ax = lines[line * 4]!;
  const ay = lines[line * 4 + 1]!;
  const bx = lines[line * 4 + 2]!;
  const by = lines[line * 4 + 3]!;
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

/** Written and read at once. */
const oneLine = new Float64Array(4);

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
  oneLine[0] = ax;
  oneLine[1] = ay;
  oneLine[2] = bx;
  oneLine[3] = by;
  return lookAround(site, self, oneLine, 1) === 0 ? 0 : countCrossed(site, oneLine, 0, most);
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
