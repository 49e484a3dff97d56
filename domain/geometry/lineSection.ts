/** A part of a line between two measures. */
import { positionAt } from './line.ts';
import { measureLine } from './measuredLine.ts';
import type { LineString, Position } from './shapes.ts';

/** Metres from the line's start, held within it; runs as the line does. */
export function lineSection(line: LineString, fromMeters: number, toMeters: number): Position[] {
  const { coordinates, cumulativeMeters } = measureLine(line);
  const between = coordinates.filter(
    (_, index) => cumulativeMeters[index]! > fromMeters && cumulativeMeters[index]! < toMeters,
  );
  return [positionAt(line, fromMeters).position, ...between, positionAt(line, toMeters).position];
}
