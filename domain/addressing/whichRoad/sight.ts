/** What stands between a house and a road: the buildings a straight line crosses. */
import type { Site } from './site.ts';
import { hidingAreaSquareMeters } from './weights.ts';

/** How many buildings other than `self` the line crosses, counted up to `most`; all in metres of the site's frame. */
export function buildingsBetween(
  site: Site,
  self: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  most: number,
): number {
  const { grid } = site.buildings;
  const count = grid.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  const { found } = grid;
  let between = 0;
  for (let i = 0; i < count; i += 1) {
    const other = found[i]!;
    if (other === self || site.buildings.area[other]! < hidingAreaSquareMeters) continue;
    if (!crosses(site, other, ax, ay, bx, by)) continue;
    between += 1;
    if (between >= most) break;
  }
  return between;
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
