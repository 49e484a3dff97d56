/** What taking a list of households in would do, row by row, and the edit that does it. */
import type { InputOf } from '../../edits/registry.ts';
import type { Id } from '../../records/fields.ts';
import type { Household } from '../../records/household.ts';
import type { World } from '../../records/world.ts';
import type { FileRow } from '../files/fileFormat.ts';
import { houseFinder, sureFrom, type HouseEvidence } from './houseEvidence.ts';
import { householdDifference, type HouseholdStanding } from './householdDifference.ts';
import { householdRows, type HouseholdRow } from './householdRows.ts';
import type { Given } from './incoming.ts';
import type { HouseholdField } from './importFields.ts';
import type { ColumnChoice } from './matchColumns.ts';
import { nextOrdinal } from './nextOrdinal.ts';

export interface PreviewRow {
  readonly row: HouseholdRow;
  /** As they stand in the file. */
  readonly cells: FileRow['cells'];
  readonly standing: HouseholdStanding | null;
  /** The house the line means, where it says one and the household has none yet. */
  readonly house: HouseEvidence | null;
}

export interface Preview {
  readonly rows: readonly PreviewRow[];
  readonly gone: readonly Household[];
  readonly loss: number;
}

export interface TakenAs {
  /** The name of the file. */
  readonly source: string;
  readonly isGoneTaken: boolean;
  readonly nextId: () => Id;
}

/** `isOther`: rows, by their number, that a person said to be of another family than the one in their place. */
export function previewOf(
  world: World,
  rows: readonly FileRow[],
  choice: ColumnChoice<HouseholdField>,
  isKept: Given['isKept'] = () => false,
  isOther: (row: number) => boolean = () => false,
): Preview {
  const read = householdRows(rows, choice, isKept);
  const { standings, gone, loss } = householdDifference(world, read, choice, ({ row }) => isOther(row));
  const find = houseFinder(world);
  const cellsOf = new Map(rows.map(({ row, cells }) => [row, cells]));
  return {
    gone,
    loss,
    rows: read.map((row) => {
      const standing = standings.get(row) ?? null;
      const isHoused = standing !== null && standing.kind !== 'added' && standing.household.houseId !== null;
      const cells = cellsOf.get(row.row) ?? [];
      return { row, cells, standing, house: isHoused ? null : find(row.values) };
    }),
  };
}

/** What is taken when the person says so: rows that can be, and houses that are sure. */
export function importOf(
  world: World,
  { rows, gone }: Preview,
  { source, isGoneTaken, nextId }: TakenAs,
): InputOf<'household.import'> {
  let free = nextOrdinal(world);
  const added: InputOf<'household.import'>['added'][number][] = [];
  const changed: InputOf<'household.import'>['changed'][number][] = [];
  for (const { row, standing, house } of rows) {
    if (!standing) continue;
    const houseId = house && house.confidence >= sureFrom ? house.houseId : null;
    const { ordinal, headName, phone } = row.values;
    if (standing.kind === 'added') {
      added.push({ id: nextId(), houseId, ordinal: ordinal ?? free++, headName, phone, surveyAnswers: {} });
      continue;
    }
    const changes = {
      ...(standing.kind === 'changed' ? standing.changes : {}),
      ...(houseId === null ? {} : { houseId }),
    };
    if (Object.keys(changes).length > 0) changed.push({ id: standing.household.id, changes });
  }
  return { source, added, changed, goneIds: isGoneTaken ? gone.map(({ id }) => id) : [] };
}
