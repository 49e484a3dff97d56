/** What speaks for each road near a house, summed as metres: the less, the more likely. */
import { lengthOf } from '../../geometry/localFrame.ts';
import type { AccessWays } from './accessWays.ts';
import { buildingToSegment, near, pointToSegment } from './nearness.ts';
import { buildingsBetween, crosses } from './sight.ts';
import type { Site } from './site.ts';
import * as weights from './weights.ts';

/** How a road is thought to be reached, and how dear that is. */
export interface RoadEvidence {
  readonly road: number;
  /** Of the road, the segment nearest to the house; -1 where only an access way leads there. */
  readonly segment: number;
  /** From the entrance, or the footprint, to the road's edge; Infinity where only an access way leads to it. */
  edgeMeters: number;
  /** Straight to the road. */
  directMeters: number;
  /** Along a way without a name; Infinity where none leads to it. */
  accessMeters: number;
  /** Metres that width and surface put on or take off. */
  characterMeters: number;
  widthMeters: number;
  /** Other houses, or its own, stand between. */
  isHidden: boolean;
  isBeyondEnd: boolean;
  isForFeet: boolean;
}

export const sumMeters = (one: RoadEvidence): number =>
  Math.min(one.directMeters, one.accessMeters) + one.characterMeters;

/** Looked for first; wider only where that leaves doubt. */
const firstReachMeters = 48;
/** A road dearer than the cheapest by more than this cannot win, whatever neighbours or a corner say. */
const doubtMeters = (isEntrance: boolean): number =>
  isEntrance ? weights.cornerToleranceMeters : weights.neighbourMeters * weights.mostVotes;
/** What a closer look may put on the nearest road. */
const dearestLookMeters = 2 * weights.blockedMeters + weights.hiddenFrontMeters + weights.beyondEndMeters;
/** The front: corners not farther from the road than the nearest by more than this. */
const frontMeters = 6;

/** The nearest segment of each road, or of each way without a name; filled for one house and read at once. */
interface Nearest {
  count: number;
  readonly of: number[];
  readonly segment: number[];
  readonly distance: number[];
}

const nothingNear = (): Nearest => ({ count: 0, of: [], segment: [], distance: [] });
const named = nothingNear();
const unnamed = nothingNear();

/** The roads within reach of a building, cheapest first: those that may win, and at least one more if there is one. */
export function evidenceFor(site: Site, accessWays: AccessWays, building: number, reachMeters: number): RoadEvidence[] {
  const { buildings } = site;
  const isEntrance = buildings.hasEntrance[building] === 1;
  const margin = doubtMeters(isEntrance) + dearestLookMeters + (isEntrance ? weights.throughHouseMeters : 0);
  let reach = Math.min(firstReachMeters, reachMeters);
  findNearest(site, building, reach);
  while (reach < reachMeters && leastDistance() > reach - margin) {
    reach = Math.min(reach * 2, reachMeters);
    findNearest(site, building, reach);
  }
  const all: RoadEvidence[] = [];
  for (let slot = 0; slot < named.count; slot += 1) {
    const direct = directEvidence(site, building, named.segment[slot]!, named.of[slot]!);
    // The corners of the box that was searched lie farther away.
    if (direct.edgeMeters + direct.widthMeters / 2 <= reach) all.push(direct);
  }
  for (let slot = 0; slot < unnamed.count; slot += 1)
    addAccess(site, accessWays, building, unnamed.segment[slot]!, all);
  addOwnAccess(site, accessWays, building, all);
  // One road alone needs no finer look.
  if (all.length < 2) return all;

  all.sort(cheapestFirst);
  let limit = Infinity;
  let likely = 0;
  for (; likely < all.length; likely += 1) {
    const one = all[likely]!;
    if (sumMeters(one) > limit) break;
    lookCloser(site, building, one);
    limit = Math.min(limit, sumMeters(one) + doubtMeters(isEntrance));
  }
  // The runner-up is told even where it had no chance.
  all.length = Math.max(2, likely);
  return all.sort(cheapestFirst);
}

export const cheapestFirst = (a: RoadEvidence, b: RoadEvidence): number =>
  Math.round(sumMeters(a) / weights.sameMeters) - Math.round(sumMeters(b) / weights.sameMeters) ||
  b.widthMeters - a.widthMeters ||
  a.road - b.road;

function leastDistance(): number {
  let least = Infinity;
  for (let slot = 0; slot < named.count; slot += 1) least = Math.min(least, named.distance[slot]!);
  return least;
}

/** Fills `named` by road and `unnamed` by way with all that come within reach of the footprint, or of the point. */
function findNearest(site: Site, building: number, reach: number): void {
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
    pointToSegment(site, segment, x, y);
    if (road < 0) keepNearest(site, unnamed, way, segment, near.distance);
    else keepNearest(site, named, road, segment, near.distance - ways.halfWidth[way]!);
  }
}

function keepNearest(site: Site, list: Nearest, of: number, segment: number, distance: number): void {
  let slot = 0;
  while (slot < list.count && list.of[slot] !== of) slot += 1;
  if (slot === list.count) list.count += 1;
  else {
    const farther = distance - list.distance[slot]!;
    if (farther > weights.sameMeters) return;
    // At a bend two are equally near: the same one is taken whichever way the line was drawn.
    if (farther > -weights.sameMeters && !isMoreWestern(site, segment, list.segment[slot]!)) return;
  }
  list.of[slot] = of;
  list.segment[slot] = segment;
  list.distance[slot] = distance;
}

function isMoreWestern({ ways: { x, y } }: Site, one: number, other: number): boolean {
  const east = x[one]! + x[one + 1]! - x[other]! - x[other + 1]!;
  return east < 0 || (east === 0 && y[one]! + y[one + 1]! < y[other]! + y[other + 1]!);
}

/** Straight to the road, before anything that needs a look around. */
function directEvidence(site: Site, building: number, segment: number, road: number): RoadEvidence {
  const { ways, buildings } = site;
  const way = ways.of[segment]!;
  const half = ways.halfWidth[way]!;
  const [x, y] = [buildings.pointX[building]!, buildings.pointY[building]!];
  pointToSegment(site, segment, x, y);
  const middle = Math.max(0, near.distance - half);
  const isBeyondEnd =
    (near.t === 0 && segment === ways.starts[way] && ways.endsAtStart[way] === 1) ||
    (near.t === 1 && segment === ways.starts[way + 1]! - 2 && ways.endsAtEnd[way] === 1);
  const isEntrance = buildings.hasEntrance[building] === 1;
  if (!isEntrance) buildingToSegment(site, building, segment);
  const edgeMeters = Math.max(0, near.distance - half);
  return {
    road,
    segment,
    edgeMeters,
    directMeters: isEntrance ? edgeMeters : weights.footprintShare * edgeMeters + weights.middleShare * middle,
    accessMeters: Infinity,
    characterMeters: characterOf(site, way, isEntrance),
    widthMeters: half * 2,
    isHidden: false,
    isBeyondEnd,
    isForFeet: ways.surface[way] !== 'street',
  };
}

function characterOf({ ways }: Site, way: number, isEntrance: boolean): number {
  const wider = Math.max(0, ways.halfWidth[way]! * 2 - weights.ordinaryWidthMeters);
  // Where the door is known, width decides at a corner only (RULES R3).
  const drawn = isEntrance ? 0 : weights.widerMeters * Math.min(weights.mostWider, wider);
  return weights.surfaceMeters[ways.surface[way]!] - drawn;
}

function addAccess(
  site: Site,
  { road, meters, roadsKept }: AccessWays,
  building: number,
  segment: number,
  evidence: RoadEvidence[],
): void {
  const { ways, buildings } = site;
  if (buildings.hasEntrance[building]) {
    pointToSegment(site, segment, buildings.pointX[building]!, buildings.pointY[building]!);
  } else buildingToSegment(site, building, segment);
  const { distance, footX, footY, fromX, fromY } = near;
  if (distance > weights.access.reachMeters) return;
  if (buildingsBetween(site, building, fromX, fromY, footX, footY, 1) > 0) return;
  for (const vertex of [segment, segment + 1]) {
    const toVertex = lengthOf(ways.x[vertex]! - footX, ways.y[vertex]! - footY);
    for (let slot = vertex * roadsKept; slot < (vertex + 1) * roadsKept && road[slot]! >= 0; slot += 1) {
      const { start, gapShare, alongShare } = weights.access;
      const cost = start + gapShare * distance + alongShare * (meters[slot]! + toVertex);
      offer(site, building, evidence, road[slot]!, cost);
    }
  }
}

function addOwnAccess(site: Site, access: AccessWays, building: number, evidence: RoadEvidence[]): void {
  const road = access.ownRoad[building]!;
  if (road < 0) return;
  const { start, gapShare, alongShare } = weights.ownAccess;
  offer(
    site,
    building,
    evidence,
    road,
    start + gapShare * access.ownGap[building]! + alongShare * access.ownLength[building]!,
  );
}

function offer(site: Site, building: number, evidence: RoadEvidence[], road: number, cost: number): void {
  for (const one of evidence) {
    if (one.road !== road) continue;
    one.accessMeters = Math.min(one.accessMeters, cost);
    return;
  }
  const way = site.ways.widestOfRoad[road]!;
  evidence.push({
    road,
    segment: -1,
    edgeMeters: Infinity,
    directMeters: Infinity,
    accessMeters: cost,
    characterMeters: characterOf(site, way, site.buildings.hasEntrance[building] === 1),
    widthMeters: site.ways.halfWidth[way]! * 2,
    isHidden: false,
    isBeyondEnd: false,
    isForFeet: site.ways.surface[way] !== 'street',
  });
}

/** What stands between the house and the road, and whether the house lies along it. */
function lookCloser(site: Site, building: number, one: RoadEvidence): void {
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
