/** Who said of a sign that it is as it is now: the last entry of its log that made it or set its state. */
import { saysState, setsStateOf } from '../../domain/edits/signStateSaid.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Answer } from '../sync/api.ts';
import { isWhole, readChange, readChanges, type BriefEntry } from '../sync/village.ts';

/** Entries of the log looked through, newest first. */
const mostEntries = 20;

/** Null where none of the latest entries is one. */
export async function readSaidState(villageId: Id, signId: Id): Promise<Answer<BriefEntry | null>> {
  const answer = await readChanges(villageId, null, mostEntries, { record: signId });
  if (!answer.ok) return answer;
  for (const entry of answer.value.entries) {
    const says = saysState(entry.kind);
    if (says === 'always') return { ok: true, value: entry };
    if (says === 'never') continue;
    const whole = isWhole(entry) ? ({ ok: true, value: entry } as const) : await readChange(villageId, entry.editId);
    if (!whole.ok) return whole;
    if (setsStateOf(whole.value.change, signId)) return { ok: true, value: entry };
  }
  return { ok: true, value: null };
}
