/** Which road each house is on: the cheapest by all evidence, then what neighbours of the same row agree on. */
import { EvidenceBook } from './evidenceBook.ts';
import type { EvidenceTable } from './evidenceTable.ts';
import type { Mouth } from './mouth.ts';
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
  const table = book.of(building);
  const isEntrance = book.site.buildings.hasEntrance[building] === 1;
  return conclude(table, building, isEntrance ? widerAtCorner(table, building) : table.firstRow[building]!);
}

/** `isHouse`: the buildings to be judged; the others only stand in the way. */
export const judgeAll = (
  site: Site,
  isHouse: (building: number) => boolean,
  reachMeters: number,
): (RoadJudgement | null)[] => judgeTogether(new EvidenceBook(site, isHouse, reachMeters));

/** All houses together; one with a known entrance speaks for itself, the others listen to their neighbours. */
export function judgeTogether(book: EvidenceBook): (RoadJudgement | null)[] {
  const { count, hasEntrance } = book.site.buildings;
  const table = book.ofAll();
  const labels = agreedRoads(book.site, table, book.isHouse);
  const judgements = new Array<RoadJudgement | null>(count).fill(null);
  for (let building = 0; building < count; building += 1) {
    if (book.isHouse[building] === 0 || table.rowCount[building] === 0) continue;
    const isEntrance = hasEntrance[building] === 1;
    const won = isEntrance ? widerAtCorner(table, building) : table.rowOf(building, labels[building]!);
    judgements[building] = conclude(table, building, won);
  }
  return judgements;
}

/**
 * The row of the road that wins: where the edges of two are equally near a door, the wider one counts (TT 08/2024/TT-BXD,
 * Art. 6; RULES R3).
 */
function widerAtCorner(table: EvidenceTable, building: number): number {
  const { sumMeters, directMeters, characterMeters, widthMeters } = table;
  const first = table.firstRow[building]!;
  const end = first + table.rowCount[building]!;
  let widest = first;
  if (first === end || sumMeters[first] !== directMeters[first]) return first;
  for (let row = first + 1; row < end; row += 1) {
    const isAsNear = directMeters[row]! + characterMeters[row]! <= sumMeters[first]! + cornerToleranceMeters;
    // Of equally wide ones the first is the cheapest.
    if (isAsNear && widthMeters[row]! > widthMeters[widest]!) widest = row;
  }
  return widest;
}

/** `won`: the row of the road that won. */
function conclude(table: EvidenceTable, building: number, won: number): RoadJudgement | null {
  const first = table.firstRow[building]!;
  const count = table.rowCount[building]!;
  if (count === 0) return null;
  const second = won === first ? first + 1 : first;
  return {
    road: table.road[won]!,
    reason: reasonFor(table, first, first + count, won),
    runnerUp: count === 1 ? -1 : table.road[second]!,
    mouth: table.mouth[won]!,
  };
}

/** Of the rows from `first` to `end`, of which the first is the cheapest before corners and neighbours are looked at. */
function reasonFor(table: EvidenceTable, first: number, end: number, won: number): RoadReason {
  const { edgeMeters, widthMeters, isForFeet, isByAccess, isHidden, opensHere } = table;
  if (end - first === 1) return edgeMeters[won] === Infinity ? 'access' : 'only-road';
  let nearest = won;
  for (let row = first; row < end; row += 1) {
    if (edgeMeters[row]! < edgeMeters[nearest]! - sameMeters) nearest = row;
  }
  if (nearest === won) return 'nearest';
  const isCorner = edgeMeters[won]! <= edgeMeters[nearest]! + cornerToleranceMeters;
  if (isCorner && widthMeters[won]! > widthMeters[nearest]!) return 'wider-at-corner';
  if (won !== first) return 'row';
  if (isForFeet[nearest] === 1 && isForFeet[won] === 0) return 'not-a-path';
  if (isByAccess[won] === 1) return 'access';
  if (isHidden[nearest] === 1) return 'sight';
  if (opensHere[nearest] === 1 && opensHere[won] === 0) return 'goes-on';
  return 'along';
}
