/** Coordinates as they are stored: rounded to 1e-7 degree (about a centimetre), repeated positions dropped. */
import type { LineString, Polygon, Position } from './shapes.ts';

const unitsPerDegree = 1e7;

/** A coordinate as a whole number of 1e-7 degrees: exact arithmetic, for codes and for crossing tests. */
export const toUnits = (degrees: number): number => Math.round(degrees * unitsPerDegree);

const round = (degrees: number): number => toUnits(degrees) / unitsPerDegree + 0;

export const roundPosition = ([lng, lat]: Position): Position => [round(lng), round(lat)];

const withoutRepeats = (positions: readonly Position[]): Position[] =>
  positions.map(roundPosition).filter(([lng, lat], index, all) => {
    const before = all[index - 1];
    return !before || before[0] !== lng || before[1] !== lat;
  });

/** Keeps at least two positions, so that a line of no length stays a line to be refused as too short. */
export function roundLine(line: LineString): LineString {
  const kept = withoutRepeats(line.coordinates);
  return { type: 'LineString', coordinates: kept.length > 1 ? kept : line.coordinates.map(roundPosition) };
}

/** Keeps at least four positions a ring, so that a ring of no area stays a ring to be refused. */
export const roundPolygon = (polygon: Polygon): Polygon => ({
  type: 'Polygon',
  coordinates: polygon.coordinates.map((ring) => {
    const kept = withoutRepeats(ring);
    return kept.length > 3 ? kept : ring.map(roundPosition);
  }),
});
