/** What speaks for each road near a house, summed as metres: the less, the more likely. */
import { lengthOf } from '../../geometry/localFrame.ts';
import type { AccessWays } from './accessWays.ts';
import { lookCloser } from './closerLook.ts';
import { buildingToSegment, near, pointToSegment } from './nearness.ts';
import { sumMeters, type RoadEvidence } from './roadEvidence.ts';
import { buildingsBetween } from './sight.ts';
import { opensNear, type SideRoads } from './sideRoads.ts';
import type { Site } from './site.ts';
import * as weights from './weights.ts';

/** Looked for first; wider only where that leaves doubt. */
const firstReachMeters = 48;
/** A road dearer than the cheapest by more than this cannot win, whatever neighbours or a corner say. */
const doubtMeters = (isEntrance: boolean): number =>
  isEntrance ? weights.cornerToleranceMeters : weights.neighbourMeters * weights.mostVotes;
/** What a closer look may put on the nearest road. */
const dearestLookMeters =
  2 * weights.blockedMeters + weights.hiddenFrontMeters + weights.beyondEndMeters + weights.sideRoad.meters;
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
export function evidenceFor(
  site: Site,
  accessWays: AccessWays,
  sideRoads: SideRoads,
  building: number,
  reachMeters: number,
): RoadEvidence[] {
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

  // Where the door is known it tells at which road the house lies.
  if (!isEntrance) for (const one of all) weighCorner(sideRoads, one, all);
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

/** How one road is reached from a building, without a closer look, even where others are likelier; null out of reach. */
export function evidenceOn(
  site: Site,
  accessWays: AccessWays,
  building: number,
  road: number,
  reachMeters: number,
): RoadEvidence | null {
  findNearest(site, building, reachMeters);
  const found: RoadEvidence[] = [];
  const slot = named.of.indexOf(road);
  if (slot >= 0 && slot < named.count) found.push(directEvidence(site, building, named.segment[slot]!, road));
  for (let way = 0; way < unnamed.count; way += 1) {
    addAccess(site, accessWays, building, unnamed.segment[way]!, found);
  }
  addOwnAccess(site, accessWays, building, found);
  return found.find((one) => one.road === road) ?? null;
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
    footX: near.footX,
    footY: near.footY,
    edgeMeters,
    directMeters: isEntrance ? edgeMeters : weights.footprintShare * edgeMeters + weights.middleShare * middle,
    accessMeters: Infinity,
    access: null,
    characterMeters: characterOf(site, way, isEntrance),
    widthMeters: half * 2,
    isHidden: false,
    isBeyondEnd,
    isForFeet: ways.surface[way] !== 'street',
    opensHere: false,
  };
}

function characterOf({ ways }: Site, way: number, isEntrance: boolean): number {
  const wider = Math.max(0, ways.halfWidth[way]! * 2 - weights.ordinaryWidthMeters);
  // Where the door is known, width decides at a corner only (RULES R3).
  const drawn = isEntrance ? 0 : weights.widerMeters * Math.min(weights.mostWider, wider);
  return weights.surfaceMeters[ways.surface[way]!] - drawn;
}

function weighCorner(sideRoads: SideRoads, one: RoadEvidence, all: readonly RoadEvidence[]): void {
  const openings = sideRoads[one.road]!;
  if (one.segment < 0 || openings.length === 0) return;
  one.opensHere = opensNear(openings, one.footX, one.footY, (road) => all.some((other) => other.road === road));
  if (one.opensHere) one.characterMeters += weights.sideRoad.meters;
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
      const better = offer(site, building, evidence, road[slot]!, cost);
      if (!better) continue;
      // Beside its middle: two corners of a wall along the way are equally near.
      pointToSegment(site, segment, buildings.pointX[building]!, buildings.pointY[building]!);
      const along = meters[slot]! + lengthOf(ways.x[vertex]! - near.footX, ways.y[vertex]! - near.footY);
      better.access = { slot, gap: distance, along, x: near.footX, y: near.footY };
    }
  }
}

function addOwnAccess(site: Site, access: AccessWays, building: number, evidence: RoadEvidence[]): void {
  const road = access.ownRoad[building]!;
  if (road < 0) return;
  const { start, gapShare, alongShare } = weights.ownAccess;
  const [gap, along] = [access.ownGap[building]!, access.ownLength[building]!];
  const vertex = access.ownVertex[building]!;
  const better = offer(site, building, evidence, road, start + gapShare * gap + alongShare * along);
  if (!better) return;
  const slot = vertex * access.roadsKept;
  better.access = { slot, gap, along, x: site.ways.x[vertex]!, y: site.ways.y[vertex]! };
}

/** The road's evidence where this way to it is the cheapest so far. */
function offer(
  site: Site,
  building: number,
  evidence: RoadEvidence[],
  road: number,
  cost: number,
): RoadEvidence | null {
  for (const one of evidence) {
    if (one.road !== road) continue;
    if (cost >= one.accessMeters) return null;
    one.accessMeters = cost;
    return one;
  }
  const way = site.ways.widestOfRoad[road]!;
  const one: RoadEvidence = {
    road,
    segment: -1,
    footX: NaN,
    footY: NaN,
    edgeMeters: Infinity,
    directMeters: Infinity,
    accessMeters: cost,
    access: null,
    characterMeters: characterOf(site, way, site.buildings.hasEntrance[building] === 1),
    widthMeters: site.ways.halfWidth[way]! * 2,
    isHidden: false,
    isBeyondEnd: false,
    isForFeet: site.ways.surface[way] !== 'street',
    opensHere: false,
  };
  evidence.push(one);
  return one;
}
