/** The houses beside a house, and how much they say about its road. */
import { gapBetween } from './nearness.ts';
import type { Site } from './site.ts';
import { neighbourFadeMeters, neighbourReachMeters, touchingVotes } from './weights.ts';

const touchingMeters = 0.5;

/** The other houses whose boxes come within reach, in no order. */
export function neighboursOf(site: Site, house: number, isHouse: (building: number) => boolean): number[] {
  const { boxes, grid } = site.buildings;
  const box = house * 4;
  const reach = neighbourReachMeters;
  const count = grid.search(
    boxes[box]! - reach,
    boxes[box + 1]! - reach,
    boxes[box + 2]! + reach,
    boxes[box + 3]! + reach,
  );
  const others: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const other = grid.found[i]!;
    if (other !== house && isHouse(other)) others.push(other);
  }
  return others;
}

/** The votes of a neighbour for a road it is on: most where walls touch; none over another road, or from too far. */
export function votesOf(site: Site, house: number, neighbour: number, road: number): number {
  const gap = gapBetween(site, house, neighbour);
  if (gap >= neighbourReachMeters || isOverAnotherRoad(site, house, neighbour, road)) return 0;
  return gap < touchingMeters ? touchingVotes : Math.exp(-gap / neighbourFadeMeters);
}

/** A neighbour beyond a road that is not its own is in another row. */
function isOverAnotherRoad(site: Site, one: number, other: number, own: number): boolean {
  const { ways, buildings } = site;
  const ax = buildings.pointX[one]!;
  const ay = buildings.pointY[one]!;
  const bx = buildings.pointX[other]!;
  const by = buildings.pointY[other]!;
  const count = ways.grid.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  const { found } = ways.grid;
  for (let i = 0; i < count; i += 1) {
    const segment = found[i]!;
    const road = ways.road[ways.of[segment]!]!;
    if (road < 0 || road === own) continue;
    const px = ways.x[segment]!;
    const py = ways.y[segment]!;
    const qx = ways.x[segment + 1]!;
    const qy = ways.y[segment + 1]!;
    const sideP = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    const sideQ = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax);
    if (sideP * sideQ >= 0) continue;
    const sideA = (qx - px) * (ay - py) - (qy - py) * (ax - px);
    const sideB = (qx - px) * (by - py) - (qy - py) * (bx - px);
    if (sideA * sideB < 0) return true;
  }
  return false;
}
