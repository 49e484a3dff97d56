/** What is recorded of a sign's state, and what of it stays when the state becomes another. */
import type { Sign, SignState } from '../records/sign.ts';
import { unfinishedStates } from './overdue.ts';

export type StateFields = Pick<Sign, 'state' | 'stateDay' | 'stateNote' | 'dueDay' | 'photoId'>;

export const stateOf = ({ state, stateDay, stateNote, dueDay, photoId }: StateFields): StateFields => ({
  ...{ state, stateDay, stateNote, dueDay, photoId },
});

export const isInState = (sign: StateFields, fields: StateFields): boolean =>
  Object.entries(fields).every(([field, value]) => sign[field as keyof StateFields] === value);

/**
 * In a state since that day (yyyy-mm-dd). Note and picture of another state show the sign as it no longer is; the day by
 * which something was to be done stays while something still is to be done. The same state keeps all, its day too.
 */
export function inState(sign: StateFields, next: SignState, day: string): StateFields {
  if (next === sign.state) return stateOf(sign);
  const dueDay = unfinishedStates.includes(next) ? sign.dueDay : null;
  return { state: next, stateDay: day, stateNote: null, dueDay, photoId: null };
}
