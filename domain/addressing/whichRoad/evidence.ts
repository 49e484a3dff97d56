/** What speaks for each road near a house, summed as metres: the less, the more likely. */
import { lengthOf } from '../../geometry/localFrame.ts';
import type { AccessWays } from './accessWays.ts';
import { Candidates } from './candidates.ts';
import { dearestLookMeters, lookCloser } from './closerLook.ts';
import { buildingToSegment, near, pointToSegment } from './nearness.ts';
import { findNearest, leastDistance, named, unnamed } from './nearestWays.ts';
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

/** Of the house last asked about. */
const candidates = new Candidates();

/**
 * The roads within reach of a building, cheapest first: those that may win, and at least one more if there is one. They
 * are to be read at once: the next house has the same list.
 */
export function evidenceFor(
  site: Site,
  accessWays: AccessWays,
  sideRoads: SideRoads,
  building: number,
  reachMeters: number,
): Candidates {
  const isEntrance = site.buildings.hasEntrance[building] === 1;
  const reach = searchNearest(site, building, isEntrance, reachMeters);
  const { all } = candidates;
  candidates.count = 0;
  for (let slot = 0; slot < named.count; slot += 1) {
    const direct = addDirect(site, building, named.segment[slot]!, named.of[slot]!);
    // The corners of the box that was searched lie farther away.
    if (direct.edgeMeters + direct.widthMeters / 2 > reach) candidates.count -= 1;
  }
  for (let slot = 0; slot < unnamed.count; slot += 1) addAccess(site, accessWays, building, unnamed.segment[slot]!);
  addOwnAccess(site, accessWays, building);
  // One road alone needs no finer look.
  if (candidates.count < 2) return candidates;

  // Where the door is known it tells at which road the house lies.
  if (!isEntrance) for (let i = 0; i < candidates.count; i += 1) weighCorner(sideRoads, all[i]!);
  candidates.sortCheapestFirst();
  const likely = lookAtTheLikely(site, building, isEntrance);
  // The runner-up is told even where it had no chance.
  candidates.count = Math.max(2, likely);
  candidates.sortCheapestFirst();
  return candidates;
}

/**
 * How one road is reached from a building, without a closer look, even where others are likelier; null out of reach. To
 * be read at once too.
 */
export function evidenceOn(
  site: Site,
  accessWays: AccessWays,
  building: number,
  road: number,
  reachMeters: number,
): RoadEvidence | null {
  findNearest(site, building, reachMeters);
  candidates.count = 0;
  const slot = named.of.indexOf(road);
  if (slot >= 0 && slot < named.count) addDirect(site, building, named.segment[slot]!, road);
  for (let way = 0; way < unnamed.count; way += 1) addAccess(site, accessWays, building, unnamed.segment[way]!);
  addOwnAccess(site, accessWays, building);
  return candidates.find(road) ?? null;
}

/** Finds the nearest ways, at first not far around; returns how far in the end. */
function searchNearest(site: Site, building: number, isEntrance: boolean, reachMeters: number): number {
  const margin = doubtMeters(isEntrance) + dearestLookMeters(isEntrance) + weights.sideRoad.meters;
  let reach = Math.min(firstReachMeters, reachMeters);
  findNearest(site, building, reach);
  while (reach < reachMeters && leastDistance() > reach - margin) {
    reach = Math.min(reach * 2, reachMeters);
    findNearest(site, building, reach);
  }
  return reach;
}

/** How many of the first may win. They are looked at closely, unless the first one wins whatever would be seen. */
function lookAtTheLikely(site: Site, building: number, isEntrance: boolean): number {
  const { all, count } = candidates;
  const doubt = doubtMeters(isEntrance);
  const [first, second] = [all[0]!, all[1]!];
  const isClear = sumMeters(second) > sumMeters(first) + dearestLookMeters(isEntrance) + doubt;
  if (isClear && first.accessSlot < 0) return 1;
  let limit = Infinity;
  let likely = 0;
  for (; likely < count; likely += 1) {
    const one = all[likely]!;
    if (sumMeters(one) > limit) break;
    lookCloser(site, building, one);
    limit = Math.min(limit, sumMeters(one) + doubt);
  }
  return likely;
}

/** Straight to the road, before anything that needs a look around. */
function addDirect(site: Site, building: number, segment: number, road: number): RoadEvidence {
  const { ways, buildings } = site;
  const way = ways.of[segment]!;
  const half = ways.halfWidth[way]!;
  pointToSegment(site, segment, buildings.pointX[building]!, buildings.pointY[building]!);
  const middle = Math.max(0, near.distance - half);
  const isEntrance = buildings.hasEntrance[building] === 1;
  const one = addRoad(site, building, road, way);
  one.segment = segment;
  one.isBeyondEnd =
    (near.t === 0 && segment === ways.starts[way] && ways.endsAtStart[way] === 1) ||
    (near.t === 1 && segment === ways.starts[way + 1]! - 2 && ways.endsAtEnd[way] === 1);
  if (!isEntrance) buildingToSegment(site, building, segment);
  one.fromX = near.fromX;
  one.fromY = near.fromY;
  one.footX = near.footX;
  one.footY = near.footY;
  one.middleMeters = near.distance;
  one.edgeMeters = Math.max(0, near.distance - half);
  one.directMeters = isEntrance
    ? one.edgeMeters
    : weights.footprintShare * one.edgeMeters + weights.middleShare * middle;
  return one;
}

/** Known by one of its ways, and not yet reached in any way. */
function addRoad({ ways, buildings }: Site, building: number, road: number, way: number): RoadEvidence {
  const one = candidates.add(road);
  one.widthMeters = ways.halfWidth[way]! * 2;
  one.isForFeet = ways.surface[way] !== 'street';
  const wider = Math.max(0, one.widthMeters - weights.ordinaryWidthMeters);
  // Where the door is known, width decides at a corner only (RULES R3).
  const drawn = buildings.hasEntrance[building] === 1 ? 0 : weights.widerMeters * Math.min(weights.mostWider, wider);
  one.characterMeters = weights.surfaceMeters[ways.surface[way]!] - drawn;
  return one;
}

const isInQuestion = (road: number): boolean => candidates.find(road) !== undefined;

function weighCorner(sideRoads: SideRoads, one: RoadEvidence): void {
  const openings = sideRoads[one.road]!;
  if (one.segment < 0 || openings.length === 0) return;
  one.opensHere = opensNear(openings, one.footX, one.footY, isInQuestion);
  if (one.opensHere) one.characterMeters += weights.sideRoad.meters;
}

function addAccess(site: Site, { road, meters, roadsKept }: AccessWays, building: number, segment: number): void {
  const { ways, buildings } = site;
  if (road[segment * roadsKept]! < 0 && road[(segment + 1) * roadsKept]! < 0) return;
  const [x, y] = [buildings.pointX[building]!, buildings.pointY[building]!];
  if (buildings.hasEntrance[building] === 1) pointToSegment(site, segment, x, y);
  else buildingToSegment(site, building, segment);
  const { distance, footX, footY, fromX, fromY } = near;
  if (distance > weights.access.reachMeters) return;
  if (buildingsBetween(site, building, fromX, fromY, footX, footY, 1) > 0) return;
  // Beside its middle: two corners of a wall along the way are equally near.
  pointToSegment(site, segment, x, y);
  for (let vertex = segment; vertex <= segment + 1; vertex += 1) {
    const toVertex = lengthOf(ways.x[vertex]! - footX, ways.y[vertex]! - footY);
    for (let slot = vertex * roadsKept; slot < (vertex + 1) * roadsKept && road[slot]! >= 0; slot += 1) {
      const { start, gapShare, alongShare } = weights.access;
      const cost = start + gapShare * distance + alongShare * (meters[slot]! + toVertex);
      const better = offer(site, building, road[slot]!, cost);
      if (!better) continue;
      better.accessSlot = slot;
      better.accessGap = distance;
      better.accessAlong = meters[slot]! + lengthOf(ways.x[vertex]! - near.footX, ways.y[vertex]! - near.footY);
      better.accessX = near.footX;
      better.accessY = near.footY;
    }
  }
}

function addOwnAccess(site: Site, access: AccessWays, building: number): void {
  const road = access.ownRoad[building]!;
  if (road < 0) return;
  const { start, gapShare, alongShare } = weights.ownAccess;
  const [gap, along] = [access.ownGap[building]!, access.ownLength[building]!];
  const vertex = access.ownVertex[building]!;
  const better = offer(site, building, road, start + gapShare * gap + alongShare * along);
  if (!better) return;
  better.accessSlot = vertex * access.roadsKept;
  better.accessGap = gap;
  better.accessAlong = along;
  better.accessX = site.ways.x[vertex]!;
  better.accessY = site.ways.y[vertex]!;
}

/** The road's evidence where this way to it is the cheapest so far. */
function offer(site: Site, building: number, road: number, cost: number): RoadEvidence | null {
  const one = candidates.find(road) ?? addRoad(site, building, road, site.ways.widestOfRoad[road]!);
  if (cost >= one.accessMeters) return null;
  one.accessMeters = cost;
  return one;
}
