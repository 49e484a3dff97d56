/** Which road each house is on: the cheapest by all evidence, then what neighbours of the same row agree on. */
import { accessWaysOf } from './accessWays.ts';
import { evidenceFor, sumMeters, type RoadEvidence } from './evidence.ts';
import { neighboursOf, type Neighbour } from './neighbours.ts';
import type { Site } from './site.ts';
import { cornerToleranceMeters, mostVotes, neighbourMeters, rounds, sameMeters } from './weights.ts';

/**
 * only-road: no other is near; nearest: to its edge; wider-at-corner: two edges equally near, the wider counts (R3);
 * access: a way without a name leads there; sight: the nearer one is hidden; not-a-path: the nearer one is a path or
 * track; row: neighbours are on it; along: the house lies along it, past the end of the nearer one or set back.
 */
export type RoadReason =
  'only-road' | 'nearest' | 'wider-at-corner' | 'access' | 'sight' | 'not-a-path' | 'row' | 'along';

export interface RoadJudgement {
  readonly road: number;
  readonly reason: RoadReason;
  /** The second most likely, or -1. */
  readonly runnerUp: number;
}

export interface Judge {
  /** One house by its own evidence; null where no road is within reach. */
  house(building: number): RoadJudgement | null;
}

/** `isHouse`: the buildings to be judged; the others only stand in the way. */
export function judgeOf(site: Site, isHouse: (building: number) => boolean, reachMeters: number): Judge {
  const access = accessWaysOf(site, isHouse);
  return {
    house: (building) => {
      const evidence = evidenceFor(site, access, building, reachMeters);
      const isEntrance = site.buildings.hasEntrance[building] === 1;
      return conclude(isEntrance ? widerAtCorner(evidence) : evidence, evidence[0]?.road ?? -1);
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
  const { buildings } = site;
  const evidence: (readonly RoadEvidence[])[] = [];
  for (let building = 0; building < buildings.count; building += 1) {
    evidence.push(isHouse(building) ? evidenceFor(site, access, building, reachMeters) : []);
  }
  const labels = Int32Array.from(evidence, (roads) => roads[0]?.road ?? -1);
  const open: { readonly building: number; readonly neighbours: readonly Neighbour[] }[] = [];
  evidence.forEach((roads, building) => {
    if (buildings.hasEntrance[building] || !isOpen(roads)) return;
    const neighbours = neighboursOf(site, building, isHouse);
    if (neighbours.length > 0) open.push({ building, neighbours });
  });
  for (let round = 0; round < rounds; round += 1) {
    const before = labels.slice();
    for (const { building, neighbours } of open) {
      labels[building] = agreed(evidence[building]!, neighbours, before);
    }
  }
  return evidence.map((roads, building) => {
    if (roads.length === 0) return null;
    if (buildings.hasEntrance[building]) return conclude(widerAtCorner(roads), roads[0]!.road);
    const first = roads.find(({ road }) => road === labels[building])!;
    return conclude([first, ...roads.filter((one) => one !== first)], roads[0]!.road);
  });
}

/** Whether neighbours could tip it. */
const isOpen = ([first, second]: readonly RoadEvidence[]): boolean =>
  first !== undefined && second !== undefined && sumMeters(second) - sumMeters(first) < neighbourMeters * mostVotes;

function agreed(roads: readonly RoadEvidence[], neighbours: readonly Neighbour[], labels: Int32Array): number {
  let best = -1;
  let cheapest = Infinity;
  for (const one of roads) {
    let votes = 0;
    for (const { building, weight, crossed } of neighbours) {
      if (labels[building] !== one.road) continue;
      // A neighbour beyond another road is in another row.
      if (crossed.length === 0 || (crossed.length === 1 && crossed[0] === one.road)) votes += weight;
    }
    const cost = sumMeters(one) - neighbourMeters * Math.min(votes, mostVotes);
    if (cost < cheapest - sameMeters) [best, cheapest] = [one.road, cost];
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
function conclude(roads: readonly RoadEvidence[], cheapest: number): RoadJudgement | null {
  const [first, second] = roads;
  if (!first) return null;
  return { road: first.road, reason: reasonFor(roads, cheapest), runnerUp: second?.road ?? -1 };
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
  return 'along';
}
