/** Households whose names and telephones this person has asked to see whole; of the others masks are shown (RULES §6). */
import { maskedName, maskedPhone } from '../../domain/households/mask.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Household } from '../../domain/records/household.ts';
import type { Failure } from '../sync/api.ts';
import { tellShown } from '../sync/privateReads.ts';

let shown = $state.raw<ReadonlySet<Id>>(new Set());

export const isShown = (id: Id): boolean => shown.has(id);

/** Shown once the server has its line of it; gives why not. */
export async function showPersons(villageId: Id, ids: readonly Id[]): Promise<Failure | null> {
  const hidden = ids.filter((id) => !shown.has(id));
  if (hidden.length === 0) return null;
  const answer = await tellShown(villageId, hidden);
  if (!answer.ok) return answer;
  shown = new Set([...shown, ...hidden]);
  return null;
}

/** Households this person has just written himself are known to him. */
export const knowPerson = (id: Id): void => void (shown = new Set([...shown, id]));

export const maskPersons = (): void => void (shown = new Set());

/** Whole where it was asked for, else masked; null where it is not known. */
export const nameShown = ({ id, headName }: Household): string | null =>
  headName === null ? null : isShown(id) ? headName : maskedName(headName);

export const phoneShown = ({ id, phone }: Household): string | null =>
  phone === null ? null : isShown(id) ? phone : maskedPhone(phone);
