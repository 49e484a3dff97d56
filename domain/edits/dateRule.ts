/** A date on a document is a day of the calendar: 30 February fits the pattern and is none. */
import type { AnyRecord } from '../records/record.ts';
import { refuse, type Refusal } from './refusal.ts';

export function dateRefusal(item: AnyRecord): Refusal | undefined {
  const wrong = datesOf(item).find((date) => date !== null && !isCalendarDay(date));
  return wrong ? refuse('date-not-real', [item.id], { date: wrong }) : undefined;
}

function isCalendarDay(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  // A decree is not older than the calendar; the year 0 is in no database.
  return year >= 1 && day >= 1 && day <= (days[month - 1] ?? 0);
}

function datesOf(item: AnyRecord): readonly (string | null)[] {
  switch (item.kind) {
    case 'decision':
      return [item.date];
    case 'externalCode':
      return [item.issuedOn];
    case 'platformAnswer':
      return [item.answeredOn];
    case 'address':
      return [item.issuedOn, item.retiredOn];
    case 'sign':
      return [item.stateDay, item.dueDay];
    case 'camera':
      return [item.consentOn, item.consentWithdrawnOn];
    case 'village': {
      const { criterion6, criterion3 } = item.targets;
      const units = [...item.currentUnits, ...item.formerUnits].flatMap(({ validFrom, validTo }) => [
        validFrom,
        validTo,
      ]);
      return [...units, criterion6?.listBy ?? null, criterion6?.completeBy ?? null, criterion3?.camerasBy ?? null];
    }
    default:
      return [];
  }
}
