/** Which road each house is on: the cheapest by all evidence, then what neighbours of the same row agree on. */
import { EvidenceBook } from './evidenceBook.ts';
import { mouthTo, type Mouth } from './mouth.ts';
import { sumMeters, type RoadEvidence } from './roadEvidence.ts';
import { agreedRoads } from './row.ts';
import type { Site } from './site.ts';
import { cornerToleranceMeters, sameMeters } from './weights.ts';

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

/** One house by its own evidence; null where no road is within reach. */
export function judgeAlone(book: EvidenceBook, building: number): RoadJudgement | null {
  const roads = book.of(building);
  const isEntrance = book.site.buildings.hasEntrance[building] === 1;
  return conclude(book, roads, isEntrance ? widerAtCorner(roads) : 0, roads[0]?.road ?? -1);
}

/** `isHouse`: the buildings to be judged; the others only stand in the way. */
export const judgeAll = (
  site: Site,
  isHouse: (building: number) => boolean,
  reachMeters: number,
): (RoadJudgement | null)[] => judgeTogether(new EvidenceBook(site, isHouse, reachMeters));

/** All houses together; one with a known entrance speaks for itself, the others listen to their neighbours. */
export function judgeTogether(book: EvidenceBook): (RoadJudgement | null)[] {
  const { site } = book;
  const { count, hasEntrance } = site.buildings;
  const houses = new Uint8Array(count);
  const evidence = new Array<readonly RoadEvidence[]>(count);
  for (let building = 0; building < count; building += 1) {
    houses[building] = book.isHouse(building) ? 1 : 0;
    evidence[building] = houses[building] === 1 ? book.of(building) : nothing;
  }
  const labels = agreedRoads(site, evidence, houses);
  const judgements = new Array<RoadJudgement | null>(count);
  for (let building = 0; building < count; building += 1) {
    const roads = evidence[building]!;
    const cheapest = roads[0]?.road ?? -1;
    const first = hasEntrance[building] === 1 ? widerAtCorner(roads) : indexOf(roads, labels[building]!);
    judgements[building] = conclude(book, roads, first, cheapest);
  }
  return judgements;
}

const nothing: readonly RoadEvidence[] = [];

function indexOf(roads: readonly RoadEvidence[], road: number): number {
  let index = 0;
  while (index < roads.length && roads[index]!.road !== road) index += 1;
  return index;
}

/**
 * Which of the roads wins: where the edges of two are equally near a door, the wider one counts (TT 08/2024/TT-BXD,
 * Art. 6; RULES R3).
 */
function widerAtCorner(roads: readonly RoadEvidence[]): number {
  const [first] = roads;
  if (!first || sumMeters(first) !== first.directMeters) return 0;
  const [wider] = roads
    .filter((one) => one.directMeters + one.characterMeters <= sumMeters(first) + cornerToleranceMeters)
    .filter((one) => one.widthMeters > first.widthMeters)
    .sort((a, b) => b.widthMeters - a.widthMeters || sumMeters(a) - sumMeters(b) || a.road - b.road);
  return wider ? roads.indexOf(wider) : 0;
}

/** `first`: which of the roads won; `cheapest`: the road that did before corners and neighbours were looked at. */
function conclude(
  { site, access }: EvidenceBook,
  roads: readonly RoadEvidence[],
  first: number,
  cheapest: number,
): RoadJudgement | null {
  const won = roads[first];
  if (!won) return null;
  return {
    road: won.road,
    reason: reasonFor(roads, won, cheapest),
    runnerUp: roads[first === 0 ? 1 : 0]?.road ?? -1,
    mouth: mouthTo(site, access, won),
  };
}

function reasonFor(roads: readonly RoadEvidence[], won: RoadEvidence, cheapest: number): RoadReason {
  if (roads.length === 1) return won.edgeMeters === Infinity ? 'access' : 'only-road';
  let nearest = won;
  for (const one of roads) if (one.edgeMeters < nearest.edgeMeters - sameMeters) nearest = one;
  if (nearest === won) return 'nearest';
  const isCorner = won.edgeMeters <= nearest.edgeMeters + cornerToleranceMeters;
  if (isCorner && won.widthMeters > nearest.widthMeters) return 'wider-at-corner';
  if (won.road !== cheapest) return 'row';
  if (nearest.isForFeet && !won.isForFeet) return 'not-a-path';
  if (won.accessMeters < won.directMeters) return 'access';
  if (nearest.isHidden) return 'sight';
  if (nearest.opensHere && !won.opensHere) return 'goes-on';
  return 'along';
}
