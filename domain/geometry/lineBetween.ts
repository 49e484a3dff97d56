/** The part of a line between two measures. */
import { positionAt } from './line.ts';
import { measureLine } from './measuredLine.ts';
import type { LineString, Position } from './shapes.ts';

/** Measures are held within the line; at least two positions, which are the same where the measures are. */
export function lineBetween(line: LineString, fromMeters: number, toMeters: number): LineString {
  const { coordinates, cumulativeMeters, lengthMeters } = measureLine(line);
  const [from, to] = [Math.max(0, fromMeters), Math.min(lengthMeters, toMeters)];
  const between = coordinates.filter((_, index) => cumulativeMeters[index]! > from && cumulativeMeters[index]! < to);
  const end = (meters: number): Position => positionAt(line, meters).position;
  return { type: 'LineString', coordinates: [end(from), ...between, end(to)] };
}
