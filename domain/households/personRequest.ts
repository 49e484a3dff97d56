/** What a person may ask for of what is held of him (RULES §6: to be shown, corrected, erased), and by when it is due. */
import { oneOf } from '../records/fields.ts';
import type { Plain } from '../plain.ts';
import { workingDayAfter } from './workingDays.ts';

export const PersonAsk = oneOf('show', 'correct', 'erase');
export type PersonAsk = Plain<typeof PersonAsk>;

/** Working days within which a request must be answered (RULES §6, Luật 91/2025/QH15). */
export const answerWorkingDays = 2;

/** The last day, yyyy-mm-dd, on which a request of a day is answered in time. */
export const dueOn = (askedOn: string): string => workingDayAfter(askedOn, answerWorkingDays);
