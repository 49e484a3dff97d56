/** The day it is in Vietnam, yyyy-mm-dd, wherever the device stands. */
export const todayInVietnam = (now = Date.now()): string => new Date(now + 7 * 3_600_000).toISOString().slice(0, 10);
