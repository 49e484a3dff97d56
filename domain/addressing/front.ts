/** The front of a house whose door nobody has shown: the middle of the wall that faces its road. */
import { distanceMeters } from '../geometry/localFrame.ts';
import { locate } from '../geometry/locate.ts';
import type { MeasuredLine } from '../geometry/measuredLine.ts';
import type { Position } from '../geometry/shapes.ts';

/** No door in a shorter wall, in metres, unless there is no longer one. */
const shortestWallMeters = 1.5;

/** Of a closed ring; the wall whose middle is nearest to the line. */
export function frontOf(ring: readonly Position[], line: MeasuredLine): Position {
  let best: Position = ring[0]!;
  let least = Infinity;
  let isLong = false;
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    const long = distanceMeters(a, b) >= shortestWallMeters;
    if (isLong && !long) continue;
    const middle: Position = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const away = locate(line, middle).distanceMeters;
    if (away < least || (long && !isLong)) {
      best = middle;
      least = away;
      isLong = long;
    }
  }
  return best;
}
