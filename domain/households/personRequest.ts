/** What a person may ask for of what is held of him (RULES §6: to be shown, corrected, erased), and by when it is due. */
import { oneOf, type Id } from '../records/fields.ts';
import type { Plain } from '../plain.ts';
import { workingDayAfter } from './workingDays.ts';

export const PersonAsk = oneOf('show', 'correct', 'erase');
export type PersonAsk = Plain<typeof PersonAsk>;

/** Working days within which a request must be answered (RULES §6, Luật 91/2025/QH15). */
export const answerWorkingDays = 2;

/** The last day, yyyy-mm-dd, on which a request of a day is answered in time. */
export const dueOn = (askedOn: string): string => workingDayAfter(askedOn, answerWorkingDays);

export interface PersonRequest {
  readonly id: Id;
  readonly householdId: Id;
  /** Its place in the list when it asked. */
  readonly ordinal: number;
  readonly asked: PersonAsk;
  /** Days, yyyy-mm-dd. */
  readonly askedOn: string;
  readonly dueOn: string;
  /** The display name of who wrote it down. */
  readonly by: string;
  /** Null until it is answered. */
  readonly answer: {
    readonly on: string;
    readonly outcome: 'done' | 'refused';
    readonly reason: string | null;
    readonly by: string;
  } | null;
}
