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
  const count = drawLines(site, building, one);
  if (lookAround(site, building, lines, count) === 0) return;
  const blocked = countCrossed(site, lines, 0, mostBlocking);
  let hidden = 0;
  for (let line = 1; line < count; line += 1) hidden += countCrossed(site, lines, line, 1);
  one.directMeters += weights.blockedMeters * blocked;
  if (count > 1) one.directMeters += weights.hiddenFrontMeters * (hidden / (count - 1));
  one.isHidden = blocked > 0;
}

/** From where the house is nearest to the road, then from each corner of the front, straight to the road. */
let lines = new Float64Array(64);

/** Returns how many lines there are. */
function drawLines(site: Site, building: number, one: RoadEvidence): number {
  const { starts, x, y } = site.buildings;
  const first = starts[building]! + 1;
  const end = starts[building + 1]!;
  if ((end - first + 1) * 4 > lines.length) lines = new Float64Array((end - first + 1) * 4);
  lines[0] = one.fromX;
  lines[1] = one.fromY;
  lines[2] = one.footX;
  lines[3] = one.footY;
  const farthest = one.middleMeters + frontMeters;
  let count = 1;
  for (let i = first; i < end; i += 1) {
    pointToSegment(site, one.segment, x[i]!, y[i]!);
    if (near.distance > farthest) continue;
    const at = count * 4;
    lines[at] = x[i]!;
    lines[at + 1] = y[i]!;
    lines[at + 2] = near.footX;
    lines[at + 3] = near.footY;
    count += 1;
  }
  return count;
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
