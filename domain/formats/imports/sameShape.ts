/** Whether a shape of a file is the one the village has: files round, and pass through other reference systems. */
import { locate } from '../../geometry/locate.ts';
import { distanceMeters } from '../../geometry/localFrame.ts';
import { measureLine } from '../../geometry/measuredLine.ts';
import type { LineString, Polygon, Position } from '../../geometry/shapes.ts';

/** Metres. */
const sameMeters = 0.2;

export const isSamePlace = (one: Position, other: Position): boolean => distanceMeters(one, other) <= sameMeters;

/** No corner of either is off the other. */
export function isSameLine(one: LineString, other: LineString, meters = sameMeters): boolean {
  if (one === other) return true;
  const [first, second] = [measureLine(one), measureLine(other)];
  return (
    one.coordinates.every((corner) => locate(second, corner).distanceMeters <= meters) &&
    other.coordinates.every((corner) => locate(first, corner).distanceMeters <= meters)
  );
}

const lineOf = (coordinates: readonly Position[]): LineString => ({
  type: 'LineString',
  coordinates: [...coordinates],
});

export const isSameOutline = (one: Polygon, other: Polygon): boolean =>
  one.coordinates.length === other.coordinates.length &&
  one.coordinates.every((ring, index) => isSameLine(lineOf(ring), lineOf(other.coordinates[index]!)));
