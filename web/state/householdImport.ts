/** A list of households on its way in: which columns, what each row would do, which are taken. */
import type { FileRow } from '../../domain/formats/files/fileFormat.ts';
import { householdDifference, type HouseholdStanding } from '../../domain/formats/imports/householdDifference.ts';
import { householdRows, type HouseholdRow } from '../../domain/formats/imports/householdRows.ts';
import { houseFinder, sureFrom, type HouseEvidence } from '../../domain/formats/imports/houseEvidence.ts';
import { householdFields, type HouseholdField } from '../../domain/formats/imports/importFields.ts';
import {
  matchColumns,
  rememberColumns,
  type ColumnChoice,
  type RememberedColumns,
} from '../../domain/formats/imports/matchColumns.ts';
import type { InputOf } from '../../domain/edits/registry.ts';
import type { Household } from '../../domain/records/household.ts';
import type { World } from '../../domain/records/world.ts';
import { keepSetting, readSetting } from './deviceSetting.ts';
import { nextOrdinal } from './lists.ts';
import { newId } from './newId.ts';

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

export const startingChoice = (person: string, headings: readonly string[]): ColumnChoice<HouseholdField> =>
  matchColumns(householdFields, headings, recalled(person));

export function previewOf(world: World, rows: readonly FileRow[], choice: ColumnChoice<HouseholdField>): Preview {
  const read = householdRows(rows, choice);
  const { standings, gone, loss } = householdDifference(world, read, choice);
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
  source: string,
  isGoneTaken: boolean,
): InputOf<'household.import'> {
  let free = nextOrdinal(world);
  const added: InputOf<'household.import'>['added'][number][] = [];
  const changed: InputOf<'household.import'>['changed'][number][] = [];
  for (const { row, standing, house } of rows) {
    if (!standing) continue;
    const houseId = house && house.confidence >= sureFrom ? house.houseId : null;
    const { ordinal, headName, phone } = row.values;
    if (standing.kind === 'added') {
      added.push({ id: newId(), houseId, ordinal: ordinal ?? free++, headName, phone, surveyAnswers: {} });
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

const setting = 'importColumns.households';

/** Headings of lists and what they were taken for, as this person chose last. */
const recalled = (person: string): RememberedColumns => {
  const kept = readSetting(setting, person);
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as RememberedColumns) : {};
};

export function rememberChoice(
  person: string,
  headings: readonly string[],
  choice: ColumnChoice<HouseholdField>,
): void {
  keepSetting(setting, person, rememberColumns(recalled(person), headings, choice));
}
