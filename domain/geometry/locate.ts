/** Where a place lies on a line: measure, side, distance, foot; exact at vertices, ends and the seam of a loop. */
import { degreeLengths, distanceMeters } from './localFrame.ts';
import type { MeasuredLine } from './measuredLine.ts';
import type { Position } from './shapes.ts';

/** Seen from the line's start towards its end. */
export type LineSide = 'left' | 'right';

export interface LinePlace {
  /** Metres along the line from its start to the foot. */
  readonly measureMeters: number;
  /** Like measureMeters, but going on below 0 and past the length for places beyond an end: the order of such places. */
  readonly alongMeters: number;
  readonly side: LineSide;
  readonly distanceMeters: number;
  /** The nearest position on the line. */
  readonly foot: Position;
  /** The foot is an end of the line (a loop has none). */
  readonly atEnd: boolean;
}

/** Throws on a line without two different positions: such a line is refused before (lineProblem). */
export function locate(line: MeasuredLine, position: Position): LinePlace {
  const { coordinates, cumulativeMeters } = line;
  const { lngMeters, latMeters } = degreeLengths(position[1]);
  const [lng, lat] = position;
  let best = -1;
  let bestT = 0;
  let bestSquare = Infinity;
  let bx = (coordinates[0]![0] - lng) * lngMeters;
  let by = (coordinates[0]![1] - lat) * latMeters;
  for (let i = 1; i < coordinates.length; i += 1) {
    const ax = bx;
    const ay = by;
    const to = coordinates[i]!;
    bx = (to[0] - lng) * lngMeters;
    by = (to[1] - lat) * latMeters;
    const dx = bx - ax;
    const dy = by - ay;
    const square = dx * dx + dy * dy;
    if (square === 0) continue;
    let t = -(ax * dx + ay * dy) / square;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    const x = ax + t * dx;
    const y = ay + t * dy;
    const distanceSquare = x * x + y * y;
    if (distanceSquare < bestSquare) {
      bestSquare = distanceSquare;
      best = i - 1;
      bestT = t;
    }
  }
  if (best < 0) throw new Error('a line needs two different positions');

  const from = coordinates[best]!;
  const to = coordinates[best + 1]!;
  const segmentMeters = cumulativeMeters[best + 1]! - cumulativeMeters[best]!;
  const measureMeters = cumulativeMeters[best]! + bestT * segmentMeters;
  const foot: Position = [from[0] + (to[0] - from[0]) * bestT, from[1] + (to[1] - from[1]) * bestT];

  const here = direction(line, best, lngMeters, latMeters);
  const wx = -(foot[0] - lng) * lngMeters;
  const wy = -(foot[1] - lat) * latMeters;
  const neighbour = bestT === 0 ? segmentBefore(line, best) : bestT === 1 ? segmentAfter(line, best) : null;
  const atEnd = (bestT === 0 || bestT === 1) && neighbour === null;

  let left = here[0] * wy - here[1] * wx >= 0;
  if (neighbour !== null) {
    // At a bend the foot belongs to two segments: inside the bend both must agree, outside either is enough.
    const other = direction(line, neighbour, lngMeters, latMeters);
    const otherLeft = other[0] * wy - other[1] * wx >= 0;
    const [first, second] = bestT === 0 ? [other, here] : [here, other];
    const turnsLeft = first[0] * second[1] - first[1] * second[0] > 0;
    left = turnsLeft ? left && otherLeft : left || otherLeft;
  }
  const overshoot = atEnd ? (here[0] * wx + here[1] * wy) / Math.sqrt(here[0] * here[0] + here[1] * here[1]) : 0;
  return {
    measureMeters,
    alongMeters: measureMeters + overshoot,
    side: left ? 'left' : 'right',
    // Not the root of bestSquare: far away, the latitude of the place alone would be wrong by millimetres.
    distanceMeters: distanceMeters(foot, position),
    foot,
    atEnd,
  };
}

/** A segment as metres east and north. */
function direction(line: MeasuredLine, index: number, lngMeters: number, latMeters: number): readonly [number, number] {
  const from = line.coordinates[index]!;
  const to = line.coordinates[index + 1]!;
  return [(to[0] - from[0]) * lngMeters, (to[1] - from[1]) * latMeters];
}

/** The nearest segment of some length before this one; over the seam of a loop; null at the start. */
function segmentBefore(line: MeasuredLine, index: number): number | null {
  for (let i = index - 1; i >= 0; i -= 1) if (hasLength(line, i)) return i;
  if (!line.closed) return null;
  for (let i = line.coordinates.length - 2; i > index; i -= 1) if (hasLength(line, i)) return i;
  return null;
}

function segmentAfter(line: MeasuredLine, index: number): number | null {
  const last = line.coordinates.length - 2;
  for (let i = index + 1; i <= last; i += 1) if (hasLength(line, i)) return i;
  if (!line.closed) return null;
  for (let i = 0; i < index; i += 1) if (hasLength(line, i)) return i;
  return null;
}

const hasLength = (line: MeasuredLine, index: number): boolean =>
  line.cumulativeMeters[index + 1]! > line.cumulativeMeters[index]!;
