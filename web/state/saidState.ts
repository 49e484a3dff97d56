/** Who said of a sign that it is as it is now: the last entry of its log that made it or set its state. */
import type { EditKind } from '../../domain/edits/registry.ts';
import type { Change } from '../../domain/records/change.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { AnyRecord } from '../../domain/records/record.ts';
import { isInState, stateOf } from '../../domain/signs/stateFields.ts';
import type { Answer } from '../sync/api.ts';
import { isWhole, readChange, readChanges, type BriefEntry } from '../sync/village.ts';

/** Entries of the log looked through, newest first. */
const mostEntries = 20;

/** Those that name the sign set its state. */
const alwaysSay: ReadonlySet<EditKind> = new Set(['sign.setState', 'sign.add', 'sign.addMany', 'village.import']);
/** Those may set its state, or only a due day, a place, a text. */
const maySay: ReadonlySet<EditKind> = new Set(['records.update', 'change.revert']);

/** Null where none of the latest entries is one. */
export async function readSaidState(villageId: Id, signId: Id): Promise<Answer<BriefEntry | null>> {
  const answer = await readChanges(villageId, null, mostEntries, { record: signId });
  if (!answer.ok) return answer;
  for (const entry of answer.value.entries) {
    if (alwaysSay.has(entry.kind)) return { ok: true, value: entry };
    if (!maySay.has(entry.kind)) continue;
    const whole = isWhole(entry) ? ({ ok: true, value: entry } as const) : await readChange(villageId, entry.editId);
    if (!whole.ok) return whole;
    if (setsState(whole.value.change, signId)) return { ok: true, value: entry };
  }
  return { ok: true, value: null };
}

function setsState({ created, updated }: Change, signId: Id): boolean {
  const isIt = (record: AnyRecord) => record.kind === 'sign' && record.id === signId;
  return created.some(isIt) || updated.some(([before, after]) => isIt(after) && !isSameState(before, after));
}

/** Another due day alone says nothing of how the sign is. */
const isSameState = (before: AnyRecord, after: AnyRecord): boolean =>
  before.kind === 'sign' && after.kind === 'sign' && isInState(before, { ...stateOf(after), dueDay: before.dueDay });
