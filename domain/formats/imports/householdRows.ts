/** Rows of a list of households, read cell by cell. */
import { foldText } from '../../addressing/vietnameseText.ts';
import type { FileRow } from '../files/fileFormat.ts';
import type { HouseClues } from './houseEvidence.ts';
import type { HouseholdField } from './importFields.ts';
import {
  isDoubt,
  readDegrees,
  readId,
  readName,
  readOrdinal,
  readPhone,
  readText,
  type CellProblemCode,
  type CellReading,
} from './cellReadings.ts';
import type { Given } from './incoming.ts';
import type { ColumnChoice } from './matchColumns.ts';
import { cellsReader, markRepeated } from './readCells.ts';

interface HouseholdValues extends HouseClues {
  readonly householdId: string | null;
  readonly ordinal: number | null;
  readonly headName: string | null;
  readonly phone: string | null;
}

export interface HouseholdRow {
  /** As FileRow.row. */
  readonly row: number;
  readonly values: HouseholdValues;
  /** By field; a doubt lets the row be taken, an error does not. */
  readonly problems: { readonly [F in HouseholdField]?: CellProblemCode };
  readonly isTakeable: boolean;
}

const readers: { readonly [F in HouseholdField]: (cell: string | null) => CellReading<HouseholdValues[F] & {}> } = {
  householdId: readId,
  ordinal: readOrdinal,
  headName: readName,
  phone: readPhone,
  houseId: readId,
  plusCode: readText,
  number: readText,
  alley: readText,
  lane: readText,
  road: readText,
  address: readText,
  latitude: (cell) => readDegrees(cell, 90),
  longitude: (cell) => readDegrees(cell, 180),
};

/** What no two households share. */
const once = ['householdId', 'ordinal'] as const;

/** Rows in which nothing of a household stands (subtotals, blanks, signatures under the list) are left out. */
export function householdRows(
  rows: readonly FileRow[],
  choice: ColumnChoice<HouseholdField>,
  isKept: Given['isKept'] = () => false,
): readonly HouseholdRow[] {
  const cells = cellsReader<HouseholdField, CellProblemCode>(readers, choice, isKept);
  const read = rows.map((row) => ({ row: row.row, ...(cells(row) as unknown as ReadRow) }));
  const meant = read.filter((one) => !isNoHousehold(one, choice));
  for (const key of once) markRepeated(meant, key);
  return meant.map((one) => ({
    ...one,
    isTakeable: Object.values(one.problems).every(isDoubt) && (one.values.headName ?? one.values.ordinal) !== null,
  }));
}

interface ReadRow {
  readonly values: HouseholdValues;
  readonly problems: { [F in HouseholdField]?: CellProblemCode };
}

const sums = /^(tong( cong| so)?|cong|ghi chu|nguoi lap|truong thon|xac nhan)\b/;

function isNoHousehold({ values, problems }: ReadRow, choice: ColumnChoice<HouseholdField>): boolean {
  const { headName, phone, ordinal } = values;
  if (headName !== null && sums.test(foldText(headName)) && phone === null) return true;
  if (headName !== null || phone !== null || problems.headName || problems.phone) return false;
  // With a column of names, a number alone is a line that was not filled in.
  return choice.headName !== undefined || ordinal === null;
}
