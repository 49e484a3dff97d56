/** A long polygon cut across into slices of equal width, as row houses are. */
import { localFrame, type Meters } from './localFrame.ts';
import { roundPolygon } from './rounding.ts';
import type { Polygon, Position } from './shapes.ts';

export interface Slices {
  /** In the order of the direction along which they were cut. */
  readonly pieces: readonly Polygon[];
  readonly widthMeters: number;
}

/**
 * `along`: two positions that give the direction of the row; the cuts stand across it. Holes are not looked at. A shape
 * that bends back (an U across its row) gives slices that touch themselves: to be checked by the caller.
 */
export function sliceAlong(polygon: Polygon, along: readonly [Position, Position], count: number): Slices {
  const frame = localFrame(along[0]);
  const [ax, ay] = frame.toMeters(along[1]);
  const length = Math.hypot(ax, ay);
  const [ux, uy] = [ax / length, ay / length];
  /** Metres along the row and to its left. */
  const turnedIn = ([x, y]: Meters): Meters => [x * ux + y * uy, y * ux - x * uy];
  const turnedBack = ([u, v]: Meters): Meters => [u * ux - v * uy, u * uy + v * ux];
  const ring = polygon.coordinates[0]!.slice(1).map((position) => turnedIn(frame.toMeters(position)));
  const least = Math.min(...ring.map(([u]) => u));
  const widthMeters = (Math.max(...ring.map(([u]) => u)) - least) / count;
  const pieces = Array.from({ length: count }, (_, index) => {
    const from = least + index * widthMeters;
    const above = index === 0 ? ring : beyondCut(ring, from, 1);
    const piece = index === count - 1 ? above : beyondCut(above, from + widthMeters, -1);
    const corners = piece.map((place) => frame.toDegrees(turnedBack(place)));
    return roundPolygon({ type: 'Polygon', coordinates: [[...corners, corners[0]!]] });
  });
  return { pieces, widthMeters };
}

/** What of a ring (not closed) lies beyond a cut: u ≥ cut with sign 1, u ≤ cut with sign -1 (Sutherland and Hodgman, 1974). */
function beyondCut(ring: readonly Meters[], cut: number, sign: 1 | -1): Meters[] {
  const kept: Meters[] = [];
  ring.forEach((place, index) => {
    const before = ring[(index + ring.length - 1) % ring.length]!;
    const [here, there] = [(place[0] - cut) * sign, (before[0] - cut) * sign];
    if ((here > 0 && there < 0) || (here < 0 && there > 0)) {
      const t = there / (there - here);
      kept.push([cut, before[1] + (place[1] - before[1]) * t]);
    }
    if (here >= 0) kept.push(place);
  });
  return kept;
}
