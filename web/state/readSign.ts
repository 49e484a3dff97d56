/**
 * A sign of a village that is not open, as the server has it: as the latest entry of its log left it. The village is not
 * loaded for it: that is a thousand times as much, and stands in the log as the reading of cameras of households.
 */
import type { Id } from '../../domain/records/fields.ts';
import { completed } from '../../domain/records/older.ts';
import type { Sign } from '../../domain/records/sign.ts';
import type { Answer } from '../sync/api.ts';
import { isWhole, readChange, readChanges } from '../sync/village.ts';

/** Null where there is none, or none any more. */
export async function readSign(villageId: Id, signId: Id): Promise<Answer<Sign | null>> {
  const answer = await readChanges(villageId, null, 1, { record: signId });
  if (!answer.ok) return answer;
  const [latest] = answer.value.entries;
  if (!latest) return { ok: true, value: null };
  const whole = isWhole(latest) ? ({ ok: true, value: latest } as const) : await readChange(villageId, latest.editId);
  if (!whole.ok) return whole;
  const { created, updated } = whole.value.change;
  const left = [...created, ...updated.map(([, after]) => after)].find(({ id }) => id === signId);
  return { ok: true, value: left?.kind === 'sign' ? completed(left) : null };
}
