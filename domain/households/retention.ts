/** Until when what was collected of persons may be kept (RULES §6: a retention date per campaign). */

/** The day after the last of the months, yyyy-mm-dd: from then on it is to be erased. A day its month has not is its last. */
export function endsOn(collectedOn: string, months: number): string {
  const [year = 0, month = 1, day = 1] = collectedOn.split('-').map(Number);
  const monthIndex = month - 1 + months;
  const lastDay = new Date(Date.UTC(year, monthIndex + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, monthIndex, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** Days before the end from which the commune is told. */
export const toldDaysBefore = 30;

export type RetentionState = 'kept' | 'ending' | 'over';

/** On a day, yyyy-mm-dd. */
export function retentionState(ends: string, on: string): RetentionState {
  if (on >= ends) return 'over';
  return Date.parse(ends) - Date.parse(on) <= toldDaysBefore * 86_400_000 ? 'ending' : 'kept';
}
