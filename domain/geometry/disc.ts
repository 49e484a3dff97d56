/** Where a straight piece runs through a disc. */
import type { Meters } from './localFrame.ts';

/** A part of a piece, as shares of its length. */
export type Share = readonly [from: number, to: number];

const least = 1e-9;

/** Where the piece runs within so many metres of a place; null where it never does. */
export function shareWithin(place: Meters, meters: number, from: Meters, to: Meters): Share | null {
  const [x, y] = [from[0] - place[0], from[1] - place[1]];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const square = dx * dx + dy * dy;
  const middle = -(x * dx + y * dy) / square;
  const [footX, footY] = [x + middle * dx, y + middle * dy];
  const half = (meters * meters - footX * footX - footY * footY) / square;
  if (half <= 0) return null;
  const share: Share = [Math.max(0, middle - Math.sqrt(half)), Math.min(1, middle + Math.sqrt(half))];
  return share[1] - share[0] > least ? share : null;
}
