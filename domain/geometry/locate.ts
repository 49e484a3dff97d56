/** Where a place lies on a line: measure, side, distance, foot; exact at vertices, ends and the seam of a loop. */
import { degreeLengths } from './localFrame.ts';
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
  const { lng, lat, lngMeters, latMeters, perMeter } = frameAt(position);
  let best = -1;
  let bestT = 0;
  let bestX = 0;
  let bestY = 0;
  let bestSquare = Infinity;
  let bx = 0;
  let by = 0;
  for (let i = 0; i < coordinates.length; i += 1) {
    const ax = bx;
    const ay = by;
    const to = coordinates[i]!;
    // As metersFrom does, written out: it is run for every vertex near every house.
    const east = (to[0] - lng) * lngMeters;
    const north = (to[1] - lat) * latMeters;
    bx = east - perMeter * east * north;
    by = north + (perMeter / 2) * east * east;
    if (i === 0) continue;
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
      bestX = dx;
      bestY = dy;
    }
  }
  if (best < 0) throw new Error('a line needs two different positions');

  const from = coordinates[best]!;
  const to = coordinates[best + 1]!;
  const segmentMeters = cumulativeMeters[best + 1]! - cumulativeMeters[best]!;
  const measureMeters = cumulativeMeters[best]! + bestT * segmentMeters;
  const foot: Position = [from[0] + (to[0] - from[0]) * bestT, from[1] + (to[1] - from[1]) * bestT];

  const footEast = (foot[0] - lng) * lngMeters;
  const footNorth = (foot[1] - lat) * latMeters;
  const wx = -(footEast - perMeter * footEast * footNorth);
  const wy = -(footNorth + (perMeter / 2) * footEast * footEast);
  const neighbour = bestT === 0 ? segmentBefore(line, best) : bestT === 1 ? segmentAfter(line, best) : null;
  const atEnd = (bestT === 0 || bestT === 1) && neighbour === null;

  let left = bestX * wy - bestY * wx >= 0;
  if (neighbour !== null) {
    // At a bend the foot belongs to two segments: inside the bend both must agree, outside either is enough.
    const other = direction(line, neighbour, frameAt(position));
    const otherLeft = other[0] * wy - other[1] * wx >= 0;
    const across = bestX * other[1] - bestY * other[0];
    const turnsLeft = bestT === 0 ? across < 0 : across > 0;
    left = turnsLeft ? left && otherLeft : left || otherLeft;
  }
  const overshoot = atEnd ? (bestX * wx + bestY * wy) / Math.sqrt(bestX * bestX + bestY * bestY) : 0;
  return {
    measureMeters,
    alongMeters: measureMeters + overshoot,
    side: left ? 'left' : 'right',
    distanceMeters: Math.sqrt(bestSquare),
    foot,
    atEnd,
  };
}

/**
 * Metres east and north of a place. Meridians draw together and parallels bend: left out, a foot 450 m away would lie
 * 6 mm off. Second order in the distance, which leaves micrometres over a village.
 */
interface PlaceFrame {
  readonly lng: number;
  readonly lat: number;
  readonly lngMeters: number;
  readonly latMeters: number;
  /** By how much a metre to the north shortens a metre to the east: the tangent of the latitude by the earth's radius. */
  readonly perMeter: number;
}

function frameAt([lng, lat]: Position): PlaceFrame {
  const { lngMeters, latMeters } = degreeLengths(lat);
  const radians = Math.PI / 180;
  return { lng, lat, lngMeters, latMeters, perMeter: (Math.sin(lat * radians) * radians) / lngMeters };
}

function metersFrom(
  { lng, lat, lngMeters, latMeters, perMeter }: PlaceFrame,
  [x, y]: Position,
): readonly [number, number] {
  const east = (x - lng) * lngMeters;
  const north = (y - lat) * latMeters;
  return [east - perMeter * east * north, north + (perMeter / 2) * east * east];
}

/** A segment as metres east and north. */
function direction(line: MeasuredLine, index: number, frame: PlaceFrame): readonly [number, number] {
  const [ax, ay] = metersFrom(frame, line.coordinates[index]!);
  const [bx, by] = metersFrom(frame, line.coordinates[index + 1]!);
  return [bx - ax, by - ay];
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
