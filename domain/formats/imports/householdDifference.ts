/** A list of households against those of the village: which are the same, added, changed, and no longer in the list. */
import { foldText } from '../../addressing/vietnameseText.ts';
import type { Id } from '../../records/fields.ts';
import type { Household } from '../../records/household.ts';
import type { World } from '../../records/world.ts';
import type { HouseholdRow } from './householdRows.ts';
import type { HouseholdField } from './importFields.ts';
import type { ColumnChoice } from './matchColumns.ts';

export type HouseholdChanges = { -readonly [F in 'ordinal' | 'headName' | 'phone']?: Household[F] };

export type HouseholdStanding =
  | { readonly kind: 'added' }
  | { readonly kind: 'same'; readonly household: Household }
  | {
      readonly kind: 'changed';
      readonly household: Household;
      readonly changes: HouseholdChanges;
      /** Known by its place in the list alone, and both its name and its phone are others: probably another family. */
      readonly isDoubtful: boolean;
    };

export interface HouseholdDifference {
  /** Of the rows that can be taken, by their place in the list given. */
  readonly standings: ReadonlyMap<HouseholdRow, HouseholdStanding>;
  /** Households of the village that no row is about, in their own order. */
  readonly gone: readonly Household[];
  /** Gone over all of the village, 0 to 1. */
  readonly loss: number;
}

/** A loss from which a person is asked twice; from which the commune must confirm it: edits/householdsImport.ts. */
export const warnedLoss = 0.2;

const name = (text: string | null): string | null => (text === null ? null : foldText(text));

interface Facts {
  readonly id: Id | null;
  readonly ordinal: number | null;
  readonly name: string | null;
  readonly phone: string | null;
}

/** The same line of the list, another head of the house. */
const byPlace = ({ ordinal }: Facts): string | null => (ordinal === null ? null : String(ordinal));

/** What makes two the same household, the surest first; each holds only where it is true of one on both sides. */
const samenesses: readonly ((facts: Facts) => string | null)[] = [
  ({ id }) => id,
  ({ ordinal, name: called, phone }) => (ordinal && called && phone ? `${ordinal}|${called}|${phone}` : null),
  ({ ordinal, name: called }) => (ordinal && called ? `${ordinal}|${called}` : null),
  ({ name: called, phone }) => (called && phone ? `${called}|${phone}` : null),
  ({ name: called }) => called,
  ({ phone }) => phone,
  byPlace,
];

/** Only columns that the file has are compared; an empty cell of such a column means that it is empty now. */
export function householdDifference(
  world: World,
  rows: readonly HouseholdRow[],
  choice: ColumnChoice<HouseholdField>,
  /** Rows a person said to be of another family than the one that has their place in the list. */
  isOther: (row: HouseholdRow) => boolean = () => false,
): HouseholdDifference {
  // A row that cannot be taken still tells that its household is there.
  const left = new Set(rows);
  const there = new Set([...world.household.values()].sort((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1)));
  const total = there.size;
  const standings = new Map<HouseholdRow, HouseholdStanding>();
  for (const key of samenesses) {
    const households = onlyOnes(there, (household) => key({ ...household, name: name(household.headName) }));
    for (const [value, row] of onlyOnes(left, ({ values }) =>
      key({ id: values.householdId, ordinal: values.ordinal, name: name(values.headName), phone: values.phone }),
    )) {
      const household = households.get(value);
      if (!household) continue;
      const isByPlace = key === byPlace;
      const standing = row.isTakeable ? compared(household, row, choice, isByPlace) : null;
      if (standing?.kind === 'changed' && standing.isDoubtful && isOther(row)) continue;
      if (standing) standings.set(row, standing);
      left.delete(row);
      there.delete(household);
    }
  }
  for (const row of left) if (row.isTakeable) standings.set(row, { kind: 'added' });
  const gone = [...there];
  return { standings, gone, loss: total === 0 ? 0 : gone.length / total };
}

/** By the key, those whose key no other of them has. */
function onlyOnes<Item>(items: Iterable<Item>, keyOf: (item: Item) => string | null): Map<string, Item> {
  const found = new Map<string, Item>();
  const shared = new Set<string>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    if (found.has(key)) shared.add(key);
    else found.set(key, item);
  }
  for (const key of shared) found.delete(key);
  return found;
}

function compared(
  household: Household,
  { values, problems }: HouseholdRow,
  choice: ColumnChoice<HouseholdField>,
  isByPlace: boolean,
): HouseholdStanding {
  const changes: HouseholdChanges = {};
  // What cannot be read says nothing.
  const isSaid = (field: 'headName' | 'phone') =>
    choice[field] !== undefined && (values[field] !== null || problems[field] === undefined);
  // A household without a place in the list is none.
  if (values.ordinal !== null && values.ordinal !== household.ordinal) changes.ordinal = values.ordinal;
  if (isSaid('headName') && values.headName !== household.headName) changes.headName = values.headName;
  if (isSaid('phone') && values.phone !== household.phone) changes.phone = values.phone;
  if (Object.keys(changes).length === 0) return { kind: 'same', household };
  // A phone that is only noted now, or no longer, says nothing about who lives there.
  const isOtherPhone = changes.phone !== undefined && changes.phone !== null && household.phone !== null;
  const isOtherName = changes.headName !== undefined && changes.headName !== null && household.headName !== null;
  return { kind: 'changed', household, changes, isDoubtful: isByPlace && isOtherName && isOtherPhone };
}
