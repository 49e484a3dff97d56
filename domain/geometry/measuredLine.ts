/** A line with its metres counted: cumulative length at each vertex and its bounding box, worked out once a line. */
import { degreeLengths, distanceMeters } from './localFrame.ts';
import type { LineString, Position } from './shapes.ts';

export interface MeasuredLine {
  readonly coordinates: readonly Position[];
  /** Metres from the start to each vertex. */
  readonly cumulativeMeters: Float64Array;
  readonly lengthMeters: number;
  /** Its first and last positions are the same: a loop. */
  readonly closed: boolean;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Lines are never changed in place, so what was measured stays true for the same object. */
const measured = new WeakMap<LineString, MeasuredLine>();

export function measureLine(line: LineString): MeasuredLine {
  const known = measured.get(line);
  if (known) return known;
  const { coordinates } = line;
  const cumulativeMeters = new Float64Array(coordinates.length);
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  let total = 0;
  let previous: Position | undefined;
  for (let i = 0; i < coordinates.length; i += 1) {
    const position = coordinates[i]!;
    if (previous) total += distanceMeters(previous, position);
    cumulativeMeters[i] = total;
    west = Math.min(west, position[0]);
    east = Math.max(east, position[0]);
    south = Math.min(south, position[1]);
    north = Math.max(north, position[1]);
    previous = position;
  }
  const first = coordinates[0];
  const closed = first !== undefined && previous !== undefined && first[0] === previous[0] && first[1] === previous[1];
  const result: MeasuredLine = {
    coordinates,
    cumulativeMeters,
    lengthMeters: total,
    closed: closed && coordinates.length > 2,
    west,
    south,
    east,
    north,
  };
  measured.set(line, result);
  return result;
}

/** A lower bound of the distance from a position to the line: the distance to its box, in metres. */
export function boxDistanceMeters(line: MeasuredLine, position: Position, scale = degreeLengths(position[1])): number {
  const [lng, lat] = position;
  const x = lng < line.west ? line.west - lng : lng > line.east ? lng - line.east : 0;
  const y = lat < line.south ? line.south - lat : lat > line.north ? lat - line.north : 0;
  return Math.sqrt((x * scale.lngMeters) ** 2 + (y * scale.latMeters) ** 2);
}

/** Whether a line may come into a box, in degrees: the box of one of its segments touches it. */
export function mayEnter(
  { coordinates }: MeasuredLine,
  west: number,
  south: number,
  east: number,
  north: number,
): boolean {
  for (let i = 1; i < coordinates.length; i += 1) {
    // By index: a pair taken apart into two names costs more than all the rest, and long lines are asked for each end.
    const from = coordinates[i - 1]!;
    const to = coordinates[i]!;
    if ((from[0] < west && to[0] < west) || (from[0] > east && to[0] > east)) continue;
    if ((from[1] < south && to[1] < south) || (from[1] > north && to[1] > north)) continue;
    return true;
  }
  return false;
}
