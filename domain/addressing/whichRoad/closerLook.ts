/** A closer look at a road that may be a house's: what hides it, and whether the house lies along it. */
import { lengthOf } from '../../geometry/localFrame.ts';
import { buildingToSegment, near, pointToSegment } from './nearness.ts';
import type { RoadEvidence } from './roadEvidence.ts';
import { buildingsBetween, crosses } from './sight.ts';
import type { Site } from './site.ts';
import * as weights from './weights.ts';

/** The front: corners not farther from the road than the nearest by more than this. */
const frontMeters = 6;

/** What stands between the house and the road, and whether the house lies along it. */
export function lookCloser(site: Site, building: number, one: RoadEvidence): void {
  const { segment } = one;
  if (segment < 0) return;
  const { buildings } = site;
  if (one.isBeyondEnd) one.directMeters += weights.beyondEndMeters;
  if (buildings.hasEntrance[building]) {
    const [x, y] = [buildings.pointX[building]!, buildings.pointY[building]!];
    pointToSegment(site, segment, x, y);
    const { footX, footY } = near;
    const blocked = buildingsBetween(site, building, x, y, footX, footY, 2);
    const isThrough = goesThrough(site, building, x, y, footX, footY);
    one.directMeters += weights.blockedMeters * blocked + (isThrough ? weights.throughHouseMeters : 0);
    one.isHidden = blocked > 0 || isThrough;
    return;
  }
  buildingToSegment(site, building, segment);
  const { distance, footX, footY, fromX, fromY } = near;
  const blocked = buildingsBetween(site, building, fromX, fromY, footX, footY, 2);
  let corners = 0;
  let hidden = 0;
  for (let i = buildings.starts[building]! + 1; i < buildings.starts[building + 1]!; i += 1) {
    const x = buildings.x[i]!;
    const y = buildings.y[i]!;
    pointToSegment(site, segment, x, y);
    if (near.distance > distance + frontMeters) continue;
    corners += 1;
    if (buildingsBetween(site, building, x, y, near.footX, near.footY, 1) > 0) hidden += 1;
  }
  one.directMeters += weights.blockedMeters * blocked;
  if (corners > 0) one.directMeters += weights.hiddenFrontMeters * (hidden / corners);
  one.isHidden = blocked > 0;
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
