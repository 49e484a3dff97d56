/** The numbering of some roads or a whole village as a plan: old → new for every house, lane names, the Change. */
import type { Change } from '../records/change.ts';
import type { Id } from '../records/fields.ts';
import { applyChange, villageOf, type World } from '../records/world.ts';
import { defaultNumberingProfile } from '../records/village.ts';
import { digestOf } from './digest.ts';
import { numberWays } from './numberWays.ts';
import { planChange } from './planChange.ts';
import { planHouses } from './planHouses.ts';
import { planHouseRows, planRoadRows, type NumberingRoadRow, type NumberingRow } from './planRows.ts';
import { planWays } from './numberingWays.ts';
import { networkWarnings } from './networkWarnings.ts';
import type { Warning } from './warning.ts';

export type { NumberingRoadRow, NumberingRow };

export interface NumberingPlan {
  /** In list order: the numbered roads' houses, and every address below them that reads otherwise. */
  readonly rows: readonly NumberingRow[];
  readonly roads: readonly NumberingRoadRow[];
  /** Houses that should have a number and get none; a warning says why. */
  readonly unplaced: readonly Id[];
  readonly warnings: readonly Warning[];
  readonly change: Change;
  /** The same for the same rows and roads, whatever the edit's id. */
  readonly digest: string;
}

/** Pure. `roadIds` null numbers the whole village; ids of new addresses are derived from the edit's. */
export function planNumbering(world: World, roadIds: readonly Id[] | null, editId: Id): NumberingPlan {
  const profile = villageOf(world)?.numberingProfile ?? defaultNumberingProfile;
  const ways = planWays(world, roadIds);
  const houses = planHouses(world, ways, profile, roadIds === null);
  const numbers = numberWays(world, ways, houses, profile);
  const change = planChange(world, ways, houses, numbers, editId, roadIds === null);
  const roads = planRoadRows(ways, numbers);
  const rows = planHouseRows(world, applyChange(world, change), ways);
  const unplaced = [...houses.unplaced, ...numbers.withoutNumber];
  return {
    rows,
    roads,
    unplaced,
    warnings: [...networkWarnings(ways, houses), ...houses.warnings, ...numbers.warnings],
    change,
    digest: digestOf(canonicalText(rows, roads, unplaced)),
  };
}

function canonicalText(
  rows: readonly NumberingRow[],
  roads: readonly NumberingRoadRow[],
  unplaced: readonly Id[],
): string {
  let text = '';
  for (const row of rows) {
    text += `${row.houseId}|${row.roadId}|${row.measureMeters}|${row.side}|${row.oldNumber}|${row.newNumber}|`;
    text += `${row.oldFull}|${row.newFull}|${row.plusCode}|${row.state}\n`;
  }
  for (const road of roads) {
    text += `${road.roadId}|${road.oldNumberName}|${road.newNumberName}|${road.reoriented}|${road.foundParentRoadId}\n`;
  }
  return text + unplaced.join('\n');
}
