/** The houses that were put on the wrong road, by what kind of place they are at. */
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';

export interface WrongHouse {
  /** Its own road by its address. */
  readonly street: string;
  readonly ring: readonly Position[];
  /** From its middle to its own road; Infinity where none of that name is drawn. */
  readonly toOwnMeters: number;
  readonly isRunnerUpRight: boolean;
}

export type WrongKind = 'corner' | 'behind' | 'cluster' | 'other';

/** Both roads are about this near to a house at a corner. */
const cornerMeters = 35;
/** Corners of two houses of a cluster. */
const touchingMeters = 3;

/**
 * cluster: touches another house of its road that is wrong too; corner: its own road is near as well; behind: its own
 * road is the farther by more than the depth of a plot.
 */
export function kindsOf(wrong: readonly WrongHouse[]): ReadonlyMap<WrongKind, readonly WrongHouse[]> {
  const kinds = new Map<WrongKind, WrongHouse[]>([
    ['corner', []],
    ['behind', []],
    ['cluster', []],
    ['other', []],
  ]);
  for (const house of wrong) kinds.get(kindOf(house, wrong))!.push(house);
  return kinds;
}

function kindOf(house: WrongHouse, all: readonly WrongHouse[]): WrongKind {
  if (all.some((other) => other !== house && other.street === house.street && touch(house, other))) return 'cluster';
  if (house.toOwnMeters === Infinity) return 'other';
  return house.toOwnMeters <= cornerMeters ? 'corner' : 'behind';
}

const touch = (one: WrongHouse, other: WrongHouse): boolean =>
  one.ring.some((corner) => other.ring.some((position) => distanceMeters(corner, position) <= touchingMeters));
