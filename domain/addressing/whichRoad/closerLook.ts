/** A closer look at a road that may be a house's: what hides it, and whether the house lies along it. */
import { lengthOf } from '../../geometry/localFrame.ts';
import { near, pointToSegment } from './nearness.ts';
import type { RoadEvidence } from './roadEvidence.ts';
import { buildingsBetween, countCrossed, crosses, lookAround } from './sight.ts';
import type { Site } from './site.ts';
import * as weights from './weights.ts';

/** The front: corners not farther from the road than the nearest by more than this. */
const frontMeters = 6;
/** Other houses in the way are counted up to this. */
const mostBlocking = 2;

/** What a closer look may put on a road. */
export const dearestLookMeters = (isEntrance: boolean): number =>
  mostBlocking * weights.blockedMeters +
  weights.beyondEndMeters +
  weights.hiddenFrontMeters +
  (isEntrance ? weights.throughHouseMeters : 0);

/** What stands between the house and the road, and whether the house lies along it. */
export function lookCloser(site: Site, building: number, one: RoadEvidence): void {
  if (one.segment < 0) return;
  if (one.isBeyondEnd) one.directMeters += weights.beyondEndMeters;
  if (site.buildings.hasEntrance[building] === 1) lookFromDoor(site, building, one);
  else lookFromFront(site, building, one);
}

function lookFromDoor(site: Site, building: number, one: RoadEvidence): void {
  const { fromX, fromY, footX, footY } = one;
  const blocked = buildingsBetween(site, building, fromX, fromY, footX, footY, mostBlocking);
  const isThrough = goesThrough(site, building, fromX, fromY, footX, footY);
  one.directMeters += weights.blockedMeters * blocked + (isThrough ? weights.throughHouseMeters : 0);
  one.isHidden = blocked > 0 || isThrough;
}

function lookFromFront(site: Site, building: number, one: RoadEvidence): void {
  const corners = findFront(site, building, one);
  if (lookAlongFront(site, building, one, corners) === 0) return;
  const blocked = countCrossed(site, one.fromX, one.fromY, one.footX, one.footY, mostBlocking);
  let hidden = 0;
  for (let i = 0; i < corners * 4; i += 4) {
    hidden += countCrossed(site, front[i]!, front[i + 1]!, front[i + 2]!, front[i + 3]!, 1);
  }
  one.directMeters += weights.blockedMeters * blocked;
  if (corners > 0) one.directMeters += weights.hiddenFrontMeters * (hidden / corners);
  one.isHidden = blocked > 0;
}

/** Of each corner of the front its place, and the place on the road nearest to it; filled and read at once. */
let front = new Float64Array(64);

/** Returns how many corners there are. */
function findFront(site: Site, building: number, one: RoadEvidence): number {
  const { starts, x, y } = site.buildings;
  const [first, end] = [starts[building]! + 1, starts[building + 1]!];
  if ((end - first) * 4 > front.length) front = new Float64Array((end - first) * 4);
  let corners = 0;
  for (let i = first; i < end; i += 1) {
    pointToSegment(site, one.segment, x[i]!, y[i]!);
    if (near.distance > one.middleMeters + frontMeters) continue;
    const at = corners * 4;
    front[at] = x[i]!;
    front[at + 1] = y[i]!;
    front[at + 2] = near.footX;
    front[at + 3] = near.footY;
    corners += 1;
  }
  return corners;
}

/** How many buildings may stand before the corners of the front, or before the place that is nearest to the road. */
function lookAlongFront(site: Site, building: number, one: RoadEvidence, corners: number): number {
  let west = Math.min(one.fromX, one.footX);
  let south = Math.min(one.fromY, one.footY);
  let east = Math.max(one.fromX, one.footX);
  let north = Math.max(one.fromY, one.footY);
  for (let i = 0; i < corners * 4; i += 2) {
    west = Math.min(west, front[i]!);
    south = Math.min(south, front[i + 1]!);
    east = Math.max(east, front[i]!);
    north = Math.max(north, front[i + 1]!);
  }
  return lookAround(site, building, west, south, east, north);
}

/** A door lies on its wall, give or take a pace: the line begins a little on its way. */
const paceMeters = 0.5;

function goesThrough(site: Site, building: number, x: number, y: number, footX: number, footY: number): boolean {
  const { starts } = site.buildings;
  if (starts[building] === starts[building + 1]) return false;
  const length = lengthOf(footX - x, footY - y);
  if (length <= paceMeters) return false;
  const share = paceMeters / length;
  return crosses(site, building, x + (footX - x) * share, y + (footY - y) * share, footX, footY);
}
