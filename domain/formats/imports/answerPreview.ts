/** What taking a platform's answer in would do, row by row, before anything of it is stored. */
import { isSameTold, type ToldAddress } from '../../coverage/platformAnswers.ts';
import type { ExternalCode, ExternalScheme } from '../../records/externalCode.ts';
import type { Id } from '../../records/fields.ts';
import type { AnswerSystem, PlatformAnswer } from '../../records/platformAnswer.ts';
import type { World } from '../../records/world.ts';
import type { FileRow } from '../files/fileFormat.ts';
import type { ReleaseRow } from '../releases/releaseRows.ts';
import { isAnswerDoubt } from './answerCells.ts';
import type { AnswerField } from './answerFields.ts';
import { answerFinder, type AnswerEvidence } from './answerHouses.ts';
import {
  answerRows,
  answerSchemes,
  areaOf,
  type AnswerProblems,
  type AnswerRow,
  type AnswerValues,
} from './answerRows.ts';
import { answerTeller, type AnswerTold } from './answerTold.ts';
import { sureFrom } from './houseEvidence.ts';
import type { ColumnChoice } from './matchColumns.ts';

/** unclear: which house is not sure; silent: the row says nothing yet; same: it is known already; faulty: not taken. */
export const answerKinds = ['faulty', 'unclear', 'rejected', 'accepted', 'silent', 'same'] as const;
export type AnswerKind = (typeof answerKinds)[number];

export interface AnswerAsked {
  readonly system: AnswerSystem;
  /** Of rows that tell no day, yyyy-mm-dd. */
  readonly answeredOn: string;
  /** Of rows that tell no release. */
  readonly releaseNumber: number | null;
  /** The release that is answered. */
  readonly released: readonly ReleaseRow[];
  /** By the row's number, the house a person says it means; null: none. */
  readonly chosen: ReadonlyMap<number, Id | null>;
}

export interface GivenCode {
  readonly scheme: ExternalScheme;
  readonly value: string;
  /** The one it takes the place of. */
  readonly before: ExternalCode | null;
}

export interface AnswerPreviewRow extends AnswerRow {
  /** As they stand in the file. */
  readonly cells: FileRow['cells'];
  readonly house: AnswerEvidence | null;
  readonly kind: AnswerKind;
  /** What the platform was told: null where nothing is known of that. */
  readonly told: ToldAddress | null;
  readonly codes: readonly GivenCode[];
  readonly before: PlatformAnswer | null;
}

export function answerPreview(
  world: World,
  rows: readonly FileRow[],
  choice: ColumnChoice<AnswerField>,
  asked: AnswerAsked,
): readonly AnswerPreviewRow[] {
  const held = [...world.externalCode.values()];
  const areas = held.filter(({ scheme }) => scheme === 'ndas10').map(({ value }) => areaOf(value));
  const find = answerFinder(world, asked.released);
  const tell = answerTeller(world, asked.released);
  const cellsOf = new Map(rows.map(({ row, cells }) => [row, cells]));
  const found = answerRows(rows, choice, new Set(areas)).map((row): Found => {
    const said = asked.chosen.get(row.row);
    const house: AnswerEvidence | null =
      said === undefined
        ? find(row.values)
        : said === null
          ? null
          : { houseId: said, reason: 'chosen', confidence: 1, otherId: null };
    return { row, house: house && world.house.has(house.houseId) ? house : null };
  });
  const faults = sharedFaults(found, held);
  const answers = new Map(
    [...world.platformAnswer.values()]
      .filter(({ system }) => system === asked.system)
      .map((answer) => [answer.houseId, answer]),
  );
  const taken = new Set<Id>();
  return found.map((one): AnswerPreviewRow => {
    const { row, house } = one;
    const told = house && tell(house.houseId, row.values);
    const own = held.filter(({ houseId }) => houseId === house?.houseId);
    const codes = row.values.verdict === 'rejected' || !house ? [] : newCodes(row.values, own);
    const before = (house && answers.get(house.houseId)) ?? null;
    const problems = problemsOf(one, told, codes, before, faults.get(row) ?? {});
    const rest = { row: row.row, values: row.values, problems, cells: cellsOf.get(row.row) ?? [] };
    const read = kindOf({ ...rest, house, told, codes, before });
    const isTaken = read === 'accepted' || read === 'rejected';
    // The same said again, line for line.
    const kind = isTaken && house && taken.has(house.houseId) ? 'same' : read;
    if (isTaken && house) taken.add(house.houseId);
    return { ...rest, house, told, codes, before, kind };
  });
}

interface Found {
  readonly row: AnswerRow;
  readonly house: AnswerEvidence | null;
}

const isSure = (house: AnswerEvidence | null): boolean => house !== null && house.confidence >= sureFrom;

function kindOf(row: Omit<AnswerPreviewRow, 'kind'>): AnswerKind {
  const { problems, house, told, before, codes, values } = row;
  if (!Object.values(problems).every(isAnswerDoubt)) return 'faulty';
  // A code alone is an acceptance: only what is accepted gets one.
  const verdict = values.verdict ?? (codes.length > 0 ? 'accepted' : null);
  if (verdict === 'pending' || (verdict === null && house !== null)) return 'silent';
  if (verdict === null || !isSure(house) || told === null) return 'unclear';
  const isKnown =
    before !== null &&
    codes.length === 0 &&
    before.verdict === verdict &&
    before.reason === values.reason &&
    isSameTold(before, told) &&
    (values.answeredOn === null || values.answeredOn === before.answeredOn) &&
    (values.releaseNumber === null || values.releaseNumber === before.releaseNumber);
  return isKnown ? 'same' : verdict;
}

function newCodes(values: AnswerValues, own: readonly ExternalCode[]): readonly GivenCode[] {
  return answerSchemes.flatMap((scheme): GivenCode[] => {
    const value = values[scheme];
    const ofScheme = own.filter((code) => code.scheme === scheme);
    if (value === null || ofScheme.some((code) => code.value === value)) return [];
    return [{ scheme, value, before: ofScheme[0] ?? null }];
  });
}

function problemsOf(
  { row, house }: Found,
  told: AnswerTold | null,
  codes: readonly GivenCode[],
  before: PlatformAnswer | null,
  shared: AnswerProblems,
): AnswerProblems {
  const { values, problems } = row;
  const replaced = codes.filter((code) => code.before).map(({ scheme }) => [scheme, 'code-replaced'] as const);
  const isOlder = before !== null && values.answeredOn !== null && values.answeredOn < before.answeredOn;
  return {
    ...Object.fromEntries(replaced),
    ...(house && told?.isOfBefore ? { [values.number === null ? 'address' : 'number']: 'address-of-before' } : {}),
    ...(values.verdict === 'rejected' && values.reason === null && !problems.reason
      ? { reason: 'reason-missing' }
      : {}),
    ...(isOlder ? { answeredOn: 'older-than-held' } : {}),
    ...problems,
    ...shared,
  };
}

/** What only several rows together, or the village's own codes, tell: one code on two houses, one house told twice. */
function sharedFaults(found: readonly Found[], held: readonly ExternalCode[]): ReadonlyMap<AnswerRow, AnswerProblems> {
  const faults = new Map<AnswerRow, AnswerProblems>();
  const blame = (row: AnswerRow, problems: AnswerProblems) => faults.set(row, { ...faults.get(row), ...problems });
  const holder = new Map(held.map(({ scheme, value, houseId }) => [`${scheme}|${value}`, houseId]));
  const bearers = new Map<string, Found[]>();
  const told = new Map<Id, Found[]>();
  for (const one of found) {
    const { row, house } = one;
    if (house && isSure(house) && saysSomething(row.values)) push(told, house.houseId, one);
    for (const scheme of answerSchemes) {
      const value = row.values[scheme];
      if (value === null) continue;
      push(bearers, `${scheme}|${value}`, one);
      const other = holder.get(`${scheme}|${value}`);
      if (house && other !== undefined && other !== house.houseId) blame(row, { [scheme]: 'code-of-another-house' });
    }
  }
  for (const [key, group] of bearers) {
    // Rows whose house is not known are houses of their own.
    const houses = new Set(group.map(({ house, row }) => house?.houseId ?? row.row));
    if (houses.size < 2) continue;
    for (const { row } of group) blame(row, { [key.split('|')[0]!]: 'code-given-twice' });
  }
  for (const group of told.values()) {
    if (new Set(group.map(({ row }) => sayingOf(row.values))).size < 2) continue;
    for (const { row } of group) blame(row, { houseId: 'house-told-twice' });
  }
  return faults;
}

const saysSomething = ({ verdict }: AnswerValues): boolean => verdict === 'accepted' || verdict === 'rejected';

const sayingOf = (values: AnswerValues): string =>
  JSON.stringify([values.verdict, values.reason, ...answerSchemes.map((scheme) => values[scheme])]);

function push<K, V>(groups: Map<K, V[]>, key: K, item: V): void {
  const known = groups.get(key);
  if (known) known.push(item);
  else groups.set(key, [item]);
}
