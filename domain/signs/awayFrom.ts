/** How far it is to a sign as the crow flies, and which way. */
import { bearingDegrees } from '../geometry/line.ts';
import { distanceMeters } from '../geometry/localFrame.ts';
import type { Position } from '../geometry/shapes.ts';

/** Of the compass, clockwise from north. */
export type Eighth = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const awayFrom = (from: Position, to: Position): { readonly meters: number; readonly eighth: Eighth } => ({
  meters: distanceMeters(from, to),
  eighth: (Math.round(bearingDegrees(from, to) / 45) % 8) as Eighth,
});
