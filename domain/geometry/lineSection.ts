/** A part of a line between two measures. */
import { positionAt } from './line.ts';
import { measureLine } from './measuredLine.ts';
import type { LineString, Position } from './shapes.ts';

/** Metres from the line's start, held within it; runs as the line does. */
export function lineSection(line: LineString, fromMeters: number, toMeters: number): Position[] {
  const { coordinates, cumulativeMeters, lengthMeters } = measureLine(line);
  const [from, to] = [Math.max(0, fromMeters), Math.min(lengthMeters, toMeters)];
  const between = coordinates.filter((_, index) => cumulativeMeters[index]! > from && cumulativeMeters[index]! < to);
  return [positionAt(line, from).position, ...between, positionAt(line, to).position];
}
