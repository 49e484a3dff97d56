/** Working days of an office: Monday to Friday. */

/**
 * The n-th working day after a day, both yyyy-mm-dd; the day itself does not count. Public holidays count as working
 * days: RULES gives no list of them, so what is due around one is due too early rather than too late.
 */
export function workingDayAfter(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0;) {
    at = dayAfter(at);
    if (!isWeekend(at)) left -= 1;
  }
  return at;
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(Date.parse(day)).getUTCDay());
