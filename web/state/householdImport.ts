/** Which columns of a list of households are what, as this person chose last. */
import { householdFields, type HouseholdField } from '../../domain/formats/imports/importFields.ts';
import {
  matchColumns,
  rememberColumns,
  type ColumnChoice,
  type RememberedColumns,
} from '../../domain/formats/imports/matchColumns.ts';
import { keepSetting, readSetting } from './deviceSetting.ts';

export const startingChoice = (person: string, headings: readonly string[]): ColumnChoice<HouseholdField> =>
  matchColumns(householdFields, headings, recalled(person));

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
