/** Which road each house is on: the cheapest by all evidence, then what neighbours of the same row agree on. */
import { accessWaysOf, type AccessWays } from './accessWays.ts';
import { evidenceFor } from './evidence.ts';
import { mouthTo, type Mouth } from './mouth.ts';
import { neighboursOf, votesOf } from './neighbours.ts';
import { sumMeters, type RoadEvidence } from './roadEvidence.ts';
import { sideRoadsOf } from './sideRoads.ts';
import type { Site } from './site.ts';
import { cornerToleranceMeters, mostVotes, neighbourMeters, rounds, sameMeters } from './weights.ts';

/**
 * only-road: no other is near; nearest: to its edge; wider-at-corner: two edges equally near, the wider counts (R3);
 * access: a way without a name leads there; sight: the nearer one is hidden; not-a-path: the nearer one is a path or
 * track; row: neighbours are on it; goes-on: the nearer one ends on it here; along: the house lies along it, past the
 * end of the nearer one or set back.
 */
export type RoadReason =
  'only-road' | 'nearest' | 'wider-at-corner' | 'access' | 'sight' | 'not-a-path' | 'row' | 'goes-on' | 'along';

export interface RoadJudgement {
  readonly road: number;
  readonly reason: RoadReason;
  /** The second most likely, or -1. */
  readonly runnerUp: number;
  /** Where the way to a house that stands back opens to the road; null for one that lies on it. */
  readonly mouth: Mouth | null;
}

export interface Judge {
  /** One house by its own evidence; null where no road is within reach. */
  house(building: number): RoadJudgement | null;
}

/** `isHouse`: the buildings to be judged; the others only stand in the way. */
export function judgeOf(site: Site, isHouse: (building: number) => boolean, reachMeters: number): Judge {
  const access = accessWaysOf(site, isHouse);
  const sideRoads = sideRoadsOf(site);
  return {
    house: (building) => {
      const evidence = evidenceFor(site, access, sideRoads, building, reachMeters);
      const isEntrance = site.buildings.hasEntrance[building] === 1;
      return conclude(site, access, isEntrance ? widerAtCorner(evidence) : evidence, evidence[0]?.road ?? -1);
    },
  };
}

/** All houses together; one with a known entrance speaks for itself, the others listen to their neighbours. */
export function judgeAll(
  site: Site,
  isHouse: (building: number) => boolean,
  reachMeters: number,
): (RoadJudgement | null)[] {
  const access = accessWaysOf(site, isHouse);
  const sideRoads = sideRoadsOf(site);
  const { buildings } = site;
  const evidence: (readonly RoadEvidence[])[] = [];
  for (let building = 0; building < buildings.count; building += 1) {
    evidence.push(isHouse(building) ? evidenceFor(site, access, sideRoads, building, reachMeters) : []);
  }
  const labels = Int32Array.from(evidence, (roads) => roads[0]?.road ?? -1);
  const open: Open[] = [];
  evidence.forEach((roads, building) => {
    if (buildings.hasEntrance[building] || !isOpen(roads)) return;
    const neighbours = neighboursOf(site, building, isHouse);
    if (neighbours.length > 0) open.push({ building, neighbours, votes: null });
  });
  let changed: Uint8Array | null = null;
  for (let round = 0; round < rounds; round += 1) {
    const before = labels.slice();
    const now = new Uint8Array(buildings.count);
    let isSettled = true;
    for (const house of open) {
      // Where no neighbour thinks otherwise than in the last round, neither does the house.
      if (changed && !anyOf(house.neighbours, changed)) continue;
      const label = agreed(site, house, evidence[house.building]!, before);
      if (label === labels[house.building]) continue;
      labels[house.building] = label;
      now[house.building] = 1;
      isSettled = false;
    }
    if (isSettled) break;
    changed = now;
  }
  return evidence.map((roads, building) => {
    if (roads.length === 0) return null;
    if (buildings.hasEntrance[building]) return conclude(site, access, widerAtCorner(roads), roads[0]!.road);
    const first = roads.find(({ road }) => road === labels[building])!;
    return conclude(site, access, [first, ...roads.filter((one) => one !== first)], roads[0]!.road);
  });
}

function anyOf(buildings: readonly number[], flags: Uint8Array): boolean {
  for (let i = 0; i < buildings.length; i += 1) if (flags[buildings[i]!] === 1) return true;
  return false;
}

/** A house that neighbours may tip. */
interface Open {
  readonly building: number;
  readonly neighbours: number[];
  /** What each neighbour's being on a road is worth, worked out when first needed; by neighbour and road. */
  votes: Map<number, number> | null;
}

/** The most that neighbours can take off. */
const mostMeters = neighbourMeters * mostVotes;

/** Whether neighbours could tip it. */
const isOpen = ([first, second]: readonly RoadEvidence[]): boolean =>
  first !== undefined && second !== undefined && sumMeters(second) - sumMeters(first) < mostMeters;

function isContested({ neighbours }: Open, roads: readonly RoadEvidence[], labels: Int32Array, limit: number): boolean {
  const own = roads[0]!.road;
  for (let i = 0; i < neighbours.length; i += 1) {
    const label = labels[neighbours[i]!]!;
    if (label === own) continue;
    for (let k = 1; k < roads.length; k += 1) {
      if (roads[k]!.road === label && sumMeters(roads[k]!) < limit) return true;
    }
  }
  return false;
}

function agreed(site: Site, house: Open, roads: readonly RoadEvidence[], labels: Int32Array): number {
  const first = roads[0]!;
  const limit = sumMeters(first) + mostMeters;
  // Where all around are on the cheapest road, or on none of those in question, there is nothing to count.
  if (!isContested(house, roads, labels, limit)) return first.road;
  // In the order of their numbers: a sum of fractions depends on it.
  if (!house.votes) house.neighbours.sort((a, b) => a - b);
  const known = (house.votes ??= new Map<number, number>());
  let best = -1;
  let cheapest = Infinity;
  for (const one of roads) {
    if (sumMeters(one) >= limit) continue;
    let votes = 0;
    for (const other of house.neighbours) {
      if (labels[other] !== one.road) continue;
      const key = other * site.roadCount + one.road;
      let worth = known.get(key);
      if (worth === undefined) known.set(key, (worth = votesOf(site, house.building, other, one.road)));
      votes += worth;
    }
    const cost = sumMeters(one) - neighbourMeters * Math.min(votes, mostVotes);
    if (cost < cheapest - sameMeters) {
      cheapest = cost;
      best = one.road;
    }
  }
  return best;
}

/** Where the edges of two roads are equally near a door, the wider one first (TT 08/2024/TT-BXD, Art. 6; RULES R3). */
function widerAtCorner(roads: readonly RoadEvidence[]): readonly RoadEvidence[] {
  const [first] = roads;
  if (!first || sumMeters(first) !== first.directMeters) return roads;
  const wider = roads
    .filter((one) => one.directMeters + one.characterMeters <= sumMeters(first) + cornerToleranceMeters)
    .filter((one) => one.widthMeters > first.widthMeters)
    .sort((a, b) => b.widthMeters - a.widthMeters || sumMeters(a) - sumMeters(b) || a.road - b.road)[0];
  return wider ? [wider, ...roads.filter((one) => one !== wider)] : roads;
}

/** `cheapest`: the road that won before corners and neighbours were looked at. */
function conclude(
  site: Site,
  access: AccessWays,
  roads: readonly RoadEvidence[],
  cheapest: number,
): RoadJudgement | null {
  const [first, second] = roads;
  if (!first) return null;
  return {
    road: first.road,
    reason: reasonFor(roads, cheapest),
    runnerUp: second?.road ?? -1,
    mouth: mouthTo(site, access, first),
  };
}

function reasonFor(roads: readonly RoadEvidence[], cheapest: number): RoadReason {
  const first = roads[0]!;
  if (roads.length === 1) return first.edgeMeters === Infinity ? 'access' : 'only-road';
  const nearest = roads.reduce((a, b) => (b.edgeMeters < a.edgeMeters - sameMeters ? b : a));
  if (nearest === first) return 'nearest';
  const isCorner = first.edgeMeters <= nearest.edgeMeters + cornerToleranceMeters;
  if (isCorner && first.widthMeters > nearest.widthMeters) return 'wider-at-corner';
  if (first.road !== cheapest) return 'row';
  if (nearest.isForFeet && !first.isForFeet) return 'not-a-path';
  if (first.accessMeters < first.directMeters) return 'access';
  if (nearest.isHidden) return 'sight';
  if (nearest.opensHere && !first.opensHere) return 'goes-on';
  return 'along';
}
