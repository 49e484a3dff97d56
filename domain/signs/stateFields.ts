/** What is recorded of a sign's state, and what of it stays when the state becomes another. */
import type { Sign, SignState } from '../records/sign.ts';
import { unfinishedStates } from './overdue.ts';

/** Thought of, or at the workshop. */
export const statesInHand: readonly SignState[] = ['planned', 'ordered'];
export const isInHand = ({ state }: Pick<Sign, 'state'>): boolean => statesInHand.includes(state);

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

/** What a picture was taken of: the sign in this state, since that day, on the day it was taken (yyyy-mm-dd). */
export interface Pictured extends Pick<Sign, 'state' | 'stateDay'> {
  readonly takenOn: string;
}

/** False once the sign was told to be otherwise after the picture was taken; the same state seen again that day is no other. */
export const stillShows = (picture: Pictured, sign: Pick<Sign, 'state' | 'stateDay'>): boolean =>
  sign.state === picture.state &&
  (sign.stateDay === picture.stateDay || (sign.stateDay !== null && sign.stateDay <= picture.takenOn));
