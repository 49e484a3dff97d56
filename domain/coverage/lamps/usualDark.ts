/** A stretch without light counts as dark from this length on, in metres, until somebody says otherwise (RULES §7). */
export const usualDarkMeters = 40;
