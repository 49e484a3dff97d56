/** The numbering of some roads or a whole village as a plan: old → new for every house, lane names, the Change. */
import type { Change } from '../records/change.ts';
import type { Id } from '../records/fields.ts';
import { remember } from '../records/remember.ts';
import { applyChange, type World } from '../records/world.ts';
import { Digest } from './digest.ts';
import { numberWays } from './numberWays.ts';
import { planChange } from './planChange.ts';
import { planHouses } from './planHouses.ts';
import type { Decided } from './planReissue.ts';
import {
  planHouseRows,
  planRoadRows,
  planWithdrawnRows,
  type NumberingRoadRow,
  type NumberingRow,
  type WithdrawnRow,
} from './planRows.ts';
import { planWays } from './numberingWays.ts';
import { profileOf } from './profile.ts';
import { networkWarnings } from './networkWarnings.ts';
import type { Warning } from './warning.ts';

export type { NumberingRoadRow, NumberingRow };

export interface NumberingOptions {
  /** The day it is done (yyyy-mm-dd), for numbers that rest; without it a retired number is never given again. */
  readonly on?: string;
  /**
   * Renumbers: issued addresses of the roads are numbered anew as if they were drafts, under this decision. In a
   * preview any will do: rows and digest do not depend on it.
   */
  readonly under?: Decided;
}

export interface NumberingPlan {
  /** In list order: the numbered roads' houses, and every address below them that reads otherwise. */
  readonly rows: readonly NumberingRow[];
  readonly roads: readonly NumberingRoadRow[];
  /** Official addresses that end because their house is gone; only in a renumbering. */
  readonly withdrawn: readonly WithdrawnRow[];
  /** Houses that should have a number and get none; a warning says why. */
  readonly unplaced: readonly Id[];
  readonly warnings: readonly Warning[];
  readonly change: Change;
  /** The same for the same rows and roads, whatever the edit's id. */
  readonly digest: string;
}

/** Pure. `roadIds` null numbers the whole village; ids of new addresses are derived from the edit's. */
export function planNumbering(
  world: World,
  roadIds: readonly Id[] | null,
  editId: Id,
  { on, under }: NumberingOptions = {},
): NumberingPlan {
  const profile = profileOf(world);
  const renumbering = under !== undefined;
  const ways = roadIds === null && !renumbering ? waysOf(world) : planWays(world, roadIds, profile, renumbering);
  const houses = planHouses(world, ways, profile, roadIds === null, renumbering);
  const numbers = numberWays(world, ways, houses, profile, on);
  const change = planChange(world, ways, houses, numbers, editId, roadIds === null, under);
  const roads = planRoadRows(ways, numbers);
  const after = applyChange(world, change);
  const rows = planHouseRows(world, after, ways);
  const withdrawn = renumbering ? planWithdrawnRows(world, after) : [];
  const unplaced = [...houses.unplaced, ...numbers.withoutNumber];
  return {
    rows,
    roads,
    withdrawn,
    unplaced,
    warnings: [...networkWarnings(ways, houses), ...houses.warnings, ...numbers.warnings],
    change,
    digest: digestOfPlan(rows, roads, [...withdrawn.map(({ houseId }) => houseId), ...unplaced]),
  };
}

/** The ways of the whole village, nothing of what is issued numbered anew: no edit of a house changes them. */
const waysOf = remember(['village', 'road', 'address'], (world) => planWays(world, null, profileOf(world), false));

function digestOfPlan(
  rows: readonly NumberingRow[],
  roads: readonly NumberingRoadRow[],
  withoutNumber: readonly Id[],
): string {
  const digest = new Digest();
  for (const row of rows) {
    const { houseId, roadId, measureMeters, side, newNumber, newFull, plusCode, state } = row;
    const [oldNumber, oldFull] = [String(row.oldNumber), String(row.oldFull)];
    const fields = [houseId, roadId, measureMeters, side, oldNumber, newNumber, oldFull, newFull, plusCode, state];
    // Joined at once, which makes one plain text: one added up by pieces is taken apart again to be read.
    digest.add(fields.join('|')).add('\n');
  }
  for (const road of roads) {
    digest.add(`${road.roadId}|${road.oldNumberName}|${road.newNumberName}|${road.reoriented}|`);
    digest.add(`${road.foundParentRoadId}\n`);
  }
  return digest.add(withoutNumber.join('\n')).toString();
}
