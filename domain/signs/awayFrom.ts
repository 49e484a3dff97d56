/** How far it is to a sign as the crow flies, and which way. */
import { eighthOf, type Eighth } from '../geometry/compass.ts';
import { bearingDegrees } from '../geometry/line.ts';
import { distanceMeters } from '../geometry/localFrame.ts';
import type { Position } from '../geometry/shapes.ts';

export const awayFrom = (from: Position, to: Position): { readonly meters: number; readonly eighth: Eighth } => ({
  meters: distanceMeters(from, to),
  eighth: eighthOf(bearingDegrees(from, to)),
});
