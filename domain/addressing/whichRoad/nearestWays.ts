/** The segments nearest to a house: one for each road, one for each way without a name. */
import { distanceToSegment } from './nearness.ts';
import type { Site } from './site.ts';
import { sameMeters } from './weights.ts';

/** Filled for one house and read at once. */
interface Nearest {
  count: number;
  readonly of: number[];
  readonly segment: number[];
  /** From the house's point; to a road's edge, to the middle of a way without a name. */
  readonly distance: number[];
}

const nothingNear = (): Nearest => ({ count: 0, of: [], segment: [], distance: [] });
/** By road. */
export const named = nothingNear();
/** By way. */
export const unnamed = nothingNear();

/** Fills both with all that come within reach of the footprint, or of the point. */
export function findNearest(site: Site, building: number, reach: number): void {
  const { ways, buildings } = site;
  const { boxes } = buildings;
  const x = buildings.pointX[building]!;
  const y = buildings.pointY[building]!;
  const box = building * 4;
  named.count = 0;
  unnamed.count = 0;
  const count = ways.grid.search(
    Math.min(x, boxes[box]!) - reach,
    Math.min(y, boxes[box + 1]!) - reach,
    Math.max(x, boxes[box + 2]!) + reach,
    Math.max(y, boxes[box + 3]!) + reach,
  );
  const segments = ways.grid.found;
  for (let i = 0; i < count; i += 1) {
    const segment = segments[i]!;
    const way = ways.of[segment]!;
    const road = ways.road[way]!;
    if (road < 0 && ways.surface[way] === 'foot') continue;
    const distance = distanceToSegment(site, segment, x, y);
    if (road < 0) keepNearest(site, unnamed, way, segment, distance);
    else keepNearest(site, named, road, segment, distance - ways.halfWidth[way]!);
  }
}

/** To the nearest road; Infinity where there is none. */
export function leastDistance(): number {
  let least = Infinity;
  for (let slot = 0; slot < named.count; slot += 1) least = Math.min(least, named.distance[slot]!);
  return least;
}

function keepNearest(site: Site, list: Nearest, of: number, segment: number, distance: number): void {
  let slot = 0;
  while (slot < list.count && list.of[slot] !== of) slot += 1;
  if (slot === list.count) list.count += 1;
  else {
    const farther = distance - list.distance[slot]!;
    if (farther > sameMeters) return;
    // At a bend two are equally near: the same one is taken whichever way the line was drawn.
    if (farther > -sameMeters && !isMoreWestern(site, segment, list.segment[slot]!)) return;
  }
  list.of[slot] = of;
  list.segment[slot] = segment;
  list.distance[slot] = distance;
}

function isMoreWestern({ ways: { x, y } }: Site, one: number, other: number): boolean {
  const east = x[one]! + x[one + 1]! - x[other]! - x[other + 1]!;
  return east < 0 || (east === 0 && y[one]! + y[one + 1]! < y[other]! + y[other + 1]!);
}
