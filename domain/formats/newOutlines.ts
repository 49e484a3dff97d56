/** Which outlines of a file are new to the village, so that the same file brings nothing twice. */
import { distanceOutsideMeters } from '../geometry/polygon.ts';
import { villageOf, type World } from '../records/world.ts';
import type { Outline } from './outlineFiles.ts';
import { drawnOf, isSameBuilding, nearOutlines, type Drawn } from './sameBuilding.ts';

/** How an outline is known: a house, a candidate that waits or one that was rejected; or outside the village. */
export type KnownOutline = 'atHouse' | 'atCandidate' | 'atRejected' | 'outside';

export interface SortedOutlines<O extends Outline = Outline> {
  readonly fresh: readonly O[];
  /** Where a house is drawn already. */
  readonly atHouse: number;
  /** Where a candidate waits already. */
  readonly atCandidate: number;
  /** Where a candidate was rejected. */
  readonly atRejected: number;
  readonly outside: number;
}

interface Known extends Drawn {
  readonly what: 'atHouse' | 'atCandidate' | 'atRejected';
}

export function sortOutlines<O extends Outline>(world: World, outlines: readonly O[]): SortedOutlines<O> {
  const judged = judgeOutlines(world, outlines);
  const counts = { atHouse: 0, atCandidate: 0, atRejected: 0, outside: 0 };
  for (const what of judged) if (what) counts[what] += 1;
  return { fresh: outlines.filter((_, index) => judged[index] === null), ...counts };
}

/** Of each outline how it is known; null: it is new. */
export function judgeOutlines(world: World, outlines: readonly Outline[]): readonly (KnownOutline | null)[] {
  const boundary = villageOf(world)?.boundary;
  const known: Known[] = [];
  for (const { footprint, state } of world.house.values()) {
    if (footprint && state !== 'demolished') known.push({ ...drawnOf(footprint), what: 'atHouse' });
  }
  for (const { footprint, state } of world.candidate.values()) {
    known.push({ ...drawnOf(footprint), what: state === 'open' ? 'atCandidate' : 'atRejected' });
  }
  const given = outlines.map(({ footprint }) => drawnOf(footprint));
  const near = nearOutlines([...known, ...given].map(({ footprint }) => footprint));
  const isFresh = new Set<number>();
  return given.map((outline, at) => {
    if (boundary && distanceOutsideMeters(boundary, outline.centre) > 0) return 'outside';
    // Also among the file's own: the same building may stand in it twice.
    const found = near(outline.footprint).flatMap((number) => {
      const other = known[number];
      if (other) return isSameBuilding(outline, other) ? [other.what] : [];
      const twin = isFresh.has(number) ? given[number - known.length] : undefined;
      return twin && isSameBuilding(outline, twin) ? ['atCandidate' as const] : [];
    });
    const [what] = [...new Set(found)].sort(byWeight);
    if (what === undefined) isFresh.add(known.length + at);
    return what ?? null;
  });
}

const weight = { atHouse: 0, atRejected: 1, atCandidate: 2 } as const;
const byWeight = (a: Known['what'], b: Known['what']) => weight[a] - weight[b];
