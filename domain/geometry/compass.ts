/** The eight directions of the compass. */

/** Clockwise from north. */
export type Eighth = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Of degrees clockwise from north, in (-360, 360). */
export const eighthOf = (degrees: number): Eighth => (Math.round(((degrees + 360) % 360) / 45) % 8) as Eighth;
