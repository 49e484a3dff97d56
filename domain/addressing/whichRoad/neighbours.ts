/** The houses beside a house, and how much they say about its road. */
import { distanceToBuilding } from './accessWays.ts';
import { buildingsNear, segmentsNear, type Site } from './site.ts';
import { neighbourFadeMeters, neighbourReachMeters, touchingVotes } from './weights.ts';

export interface Neighbour {
  readonly building: number;
  /** Votes: many where walls touch, less than one with a gap. */
  readonly weight: number;
  /** The roads that run between the two. */
  readonly crossed: readonly number[];
}

const touchingMeters = 0.5;

export function neighboursOf(site: Site, building: number, isHouse: (building: number) => boolean): Neighbour[] {
  const { boxes } = site.buildings;
  const [west, south, east, north] = boxes.subarray(building * 4, building * 4 + 4) as unknown as [
    number,
    number,
    number,
    number,
  ];
  const reach = neighbourReachMeters;
  const found = buildingsNear(site, west - reach, south - reach, east + reach, north + reach);
  const neighbours: Neighbour[] = [];
  for (const other of found.sort((a, b) => a - b)) {
    if (other === building || !isHouse(other)) continue;
    const gap = gapBetween(site, building, other);
    if (gap >= reach) continue;
    const weight = gap < touchingMeters ? touchingVotes : Math.exp(-gap / neighbourFadeMeters);
    neighbours.push({ building: other, weight, crossed: roadsBetween(site, building, other) });
  }
  return neighbours;
}

/** Between the corners of one and the walls of the other, whichever is less. */
function gapBetween(site: Site, one: number, other: number): number {
  return Math.min(cornersTo(site, one, other), cornersTo(site, other, one));
}

function cornersTo(site: Site, one: number, other: number): number {
  const { starts, x, y, pointX, pointY } = site.buildings;
  if (starts[one] === starts[one + 1]) return distanceToBuilding(site, other, pointX[one]!, pointY[one]!);
  let gap = Infinity;
  for (let i = starts[one]! + 1; i < starts[one + 1]!; i += 1) {
    gap = Math.min(gap, distanceToBuilding(site, other, x[i]!, y[i]!));
  }
  return gap;
}

function roadsBetween(site: Site, one: number, other: number): number[] {
  const { ways, buildings } = site;
  const [ax, ay] = [buildings.pointX[one]!, buildings.pointY[one]!];
  const [bx, by] = [buildings.pointX[other]!, buildings.pointY[other]!];
  const crossed: number[] = [];
  for (const segment of segmentsNear(site, Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))) {
    const road = ways.road[ways.of[segment]!]!;
    if (road < 0 || crossed.includes(road)) continue;
    const [px, py, qx, qy] = [ways.x[segment]!, ways.y[segment]!, ways.x[segment + 1]!, ways.y[segment + 1]!];
    const side = (x: number, y: number) => (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    const across = (x: number, y: number) => (qx - px) * (y - py) - (qy - py) * (x - px);
    if (side(px, py) * side(qx, qy) < 0 && across(ax, ay) * across(bx, by) < 0) crossed.push(road);
  }
  return crossed;
}
