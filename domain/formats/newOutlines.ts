/** Which outlines of a file are new to the village, so that the same file brings nothing twice. */
import Flatbush from 'flatbush';
import { boxOfPolygon } from '../geometry/box.ts';
import { centroid, contains, distanceOutsideMeters } from '../geometry/polygon.ts';
import type { Polygon, Position } from '../geometry/shapes.ts';
import { villageOf, type World } from '../records/world.ts';
import type { Outline } from './outlineFiles.ts';

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

interface Known {
  readonly footprint: Polygon;
  readonly centre: Position;
  readonly what: 'atHouse' | 'atCandidate' | 'atRejected';
}

/** Two outlines show one building when the middle of either lies in the other: drawings of one roof differ by metres. */
export function sortOutlines<O extends Outline>(world: World, outlines: readonly O[]): SortedOutlines<O> {
  const boundary = villageOf(world)?.boundary;
  const known: Known[] = [];
  const know = (footprint: Polygon, what: Known['what']) => {
    known.push({ footprint, centre: centroid(footprint), what });
  };
  for (const { footprint, state } of world.house.values()) {
    if (footprint && state !== 'demolished') know(footprint, 'atHouse');
  }
  for (const candidate of world.candidate.values()) {
    know(candidate.footprint, candidate.state === 'open' ? 'atCandidate' : 'atRejected');
  }
  const index = indexOf([...known.map(({ footprint }) => footprint), ...outlines.map(({ footprint }) => footprint)]);

  const fresh: O[] = [];
  const isFresh = new Set<number>();
  const counts = { atHouse: 0, atCandidate: 0, atRejected: 0, outside: 0 };
  for (const [at, outline] of outlines.entries()) {
    const centre = centroid(outline.footprint);
    if (boundary && distanceOutsideMeters(boundary, centre) > 0) {
      counts.outside += 1;
      continue;
    }
    const near = index?.search(...sidesOf(outline.footprint)) ?? [];
    const isSame = (footprint: Polygon, middle: Position) =>
      contains(footprint, centre) || contains(outline.footprint, middle);
    // Also among the file's own: the same building may stand in it twice.
    const found = near.flatMap((number) => {
      const other = known[number];
      if (other) return isSame(other.footprint, other.centre) ? [other.what] : [];
      const twin = isFresh.has(number) ? outlines[number - known.length] : undefined;
      return twin && isSame(twin.footprint, centroid(twin.footprint)) ? ['atCandidate' as const] : [];
    });
    const [what] = [...new Set(found)].sort(byWeight);
    if (what) counts[what] += 1;
    else {
      fresh.push(outline);
      isFresh.add(known.length + at);
    }
  }
  return { fresh, ...counts };
}

const weight = { atHouse: 0, atRejected: 1, atCandidate: 2 } as const;
const byWeight = (a: Known['what'], b: Known['what']) => weight[a] - weight[b];

function indexOf(footprints: readonly Polygon[]): Flatbush | null {
  if (footprints.length === 0) return null;
  const index = new Flatbush(footprints.length);
  for (const footprint of footprints) index.add(...sidesOf(footprint));
  index.finish();
  return index;
}

function sidesOf(footprint: Polygon): [west: number, south: number, east: number, north: number] {
  const { west, south, east, north } = boxOfPolygon(footprint);
  return [west, south, east, north];
}
