/** Linear referencing on GeoJSON lines: length, place of a point, position at a measure, bearing, reversal. */
import { degreeLengths } from './localFrame.ts';
import { locate, type LinePlace } from './locate.ts';
import { measureLine } from './measuredLine.ts';
import type { LineString, Position } from './shapes.ts';

export const lineLengthMeters = (line: LineString): number => measureLine(line).lengthMeters;

export const locateOnLine = (line: LineString, position: Position): LinePlace => locate(measureLine(line), position);

/** The position so many metres from the start (held within the line) and the bearing of the line there. */
export function positionAt(
  line: LineString,
  measureMeters: number,
): { readonly position: Position; readonly bearingDegrees: number } {
  const { coordinates, cumulativeMeters, lengthMeters } = measureLine(line);
  const measure = Math.min(Math.max(measureMeters, 0), lengthMeters);
  let segment = -1;
  for (let i = 0; i + 1 < coordinates.length; i += 1) {
    if (cumulativeMeters[i + 1]! === cumulativeMeters[i]!) continue;
    segment = i;
    if (cumulativeMeters[i + 1]! > measure) break;
  }
  if (segment < 0) throw new Error('a line needs two different positions');
  const from = coordinates[segment]!;
  const to = coordinates[segment + 1]!;
  const start = cumulativeMeters[segment]!;
  const t = Math.min(1, (measure - start) / (cumulativeMeters[segment + 1]! - start));
  return {
    position: [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t],
    bearingDegrees: bearingDegrees(from, to),
  };
}

export const reverseLine = (line: LineString): LineString => ({
  type: 'LineString',
  coordinates: line.coordinates.toReversed(),
});

/** Degrees clockwise from north, [0, 360), from one position to another nearby. */
export function bearingDegrees(from: Position, to: Position): number {
  const { lngMeters, latMeters } = degreeLengths((from[1] + to[1]) / 2);
  const degrees = (Math.atan2((to[0] - from[0]) * lngMeters, (to[1] - from[1]) * latMeters) * 180) / Math.PI;
  return degrees < 0 ? degrees + 360 : degrees;
}
