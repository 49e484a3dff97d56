/** What a file is taken for and which of its columns are what, as this person chose last. */
import type { ImportKind, ImportKindId } from '../../domain/formats/imports/incoming.ts';
import type { ImportFieldKey } from '../../domain/formats/imports/importFields.ts';
import { kindOf, importKinds, proposedKind, type TableFacts } from '../../domain/formats/imports/kinds.ts';
import {
  headingKey,
  matchColumns,
  rememberColumns,
  type ColumnChoice,
  type RememberedColumns,
} from '../../domain/formats/imports/matchColumns.ts';
import { keepSetting, readSetting } from './deviceSetting.ts';

const objectIn = (name: string, person: string): Readonly<Record<string, unknown>> => {
  const kept = readSetting(name, person);
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as Record<string, unknown>) : {};
};

/** Under the name from when only households were taken in. */
const columnsOf = (id: ImportKindId): string => `importColumns.${id === 'household' ? 'households' : id}`;

export const startingChoice = (
  person: string,
  kind: ImportKind,
  headings: readonly string[],
): ColumnChoice<ImportFieldKey> =>
  matchColumns(kind.fields, headings, objectIn(columnsOf(kind.id), person) as RememberedColumns);

export function rememberChoice(
  person: string,
  kind: ImportKind,
  headings: readonly string[],
  choice: ColumnChoice<ImportFieldKey>,
): void {
  const name = columnsOf(kind.id);
  keepSetting(name, person, rememberColumns(objectIn(name, person) as RememberedColumns, headings, choice));
}

const kinds = 'importKinds';
/** Tables of the same headings and shapes are mostly of the same. */
const factsKey = ({ columns, shape }: TableFacts): string => [shape ?? '', ...columns.map(headingKey)].join('|');
/** Kinds of tables remembered. */
const mostRemembered = 50;

export function startingKind(person: string, facts: TableFacts): ImportKindId {
  const known = objectIn(kinds, person)[factsKey(facts)];
  return importKinds.find(({ id }) => id === known)?.id ?? kindOf(proposedKind(facts)).id;
}

export function rememberKind(person: string, facts: TableFacts, id: ImportKindId): void {
  const { [factsKey(facts)]: _, ...others } = objectIn(kinds, person);
  const latest = Object.entries(others).slice(-mostRemembered + 1);
  keepSetting(kinds, person, Object.fromEntries([...latest, [factsKey(facts), id]]));
}
