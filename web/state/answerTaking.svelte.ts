/** A platform's answer while it is looked at: what was told about it stays while a person goes to see a house. */
import { matchAnswerColumns, type AnswerField } from '../../domain/formats/imports/answerFields.ts';
import {
  rememberColumns,
  type ColumnChoice,
  type RememberedColumns,
} from '../../domain/formats/imports/matchColumns.ts';
import type { ReleaseRow } from '../../domain/formats/releases/releaseRows.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { AnswerSystem } from '../../domain/records/platformAnswer.ts';
import { readReleaseRows } from '../sync/releases.ts';
import { keepSetting, readSetting } from './deviceSetting.ts';
import { todayInVietnam } from './todayInVietnam.ts';

/** Which file it is about. */
let fileId: Id | null = null;
let system = $state<AnswerSystem>('vnpt');
let answeredOn = $state<string | null>(null);
/** undefined: the latest release, as long as nobody chose. */
let releaseId = $state<Id | null | undefined>(undefined);
let chosen = $state.raw<ReadonlyMap<number, Id | null>>(new Map());

export const answerTaking = {
  get system(): AnswerSystem {
    return system;
  },
  set system(next: AnswerSystem) {
    system = next;
  },
  /** yyyy-mm-dd; null while no day is typed. */
  get answeredOn(): string | null {
    return answeredOn;
  },
  set answeredOn(next: string | null) {
    answeredOn = next;
  },
  get releaseId(): Id | null | undefined {
    return releaseId;
  },
  set releaseId(next: Id | null | undefined) {
    releaseId = next;
  },
  /** By the row's number, the house a person says it means. */
  get chosen(): ReadonlyMap<number, Id | null> {
    return chosen;
  },
};

/** Begins anew with another file. */
export function lookAtAnswer(id: Id): void {
  if (fileId === id) return;
  forgetAnswer();
  fileId = id;
}

export function forgetAnswer(): void {
  fileId = null;
  system = 'vnpt';
  answeredOn = todayInVietnam();
  releaseId = undefined;
  chosen = new Map();
}

export function chooseHouse(row: number, houseId: Id): void {
  chosen = new Map(chosen).set(row, houseId);
}

/** Rows of releases that were asked for: they never change. */
const known = new Map<Id, readonly ReleaseRow[]>();

/** Null when they cannot be had. */
export async function releasedRows(villageId: Id, id: Id): Promise<readonly ReleaseRow[] | null> {
  const key = `${villageId} ${id}`;
  const before = known.get(key);
  if (before) return before;
  const answer = await readReleaseRows(villageId, id);
  if (!answer.ok) return null;
  known.set(key, answer.value.rows);
  return answer.value.rows;
}

const setting = 'importColumns.answers';

const recalled = (person: string): RememberedColumns => {
  const kept = readSetting(setting, person);
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as RememberedColumns) : {};
};

export const startingAnswerColumns = (person: string, headings: readonly string[]): ColumnChoice<AnswerField> =>
  matchAnswerColumns(headings, recalled(person));

export function rememberAnswerColumns(
  person: string,
  headings: readonly string[],
  choice: ColumnChoice<AnswerField>,
): void {
  keepSetting(setting, person, rememberColumns(recalled(person), headings, choice));
}
