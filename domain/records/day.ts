/** The day of a moment (ISO 8601 UTC), yyyy-mm-dd: never later than the day in Vietnam, so nothing is due too early. */
export const dayOf = (at: string): string => at.slice(0, 10);
