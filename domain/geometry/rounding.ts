/** Coordinates as they are stored: rounded to 1e-7 degree (about a centimetre), repeated positions dropped. */
import type { LineString, Polygon, Position } from './shapes.ts';

const unitsPerDegree = 1e7;

/** A coordinate as a whole number of 1e-7 degrees: exact arithmetic, for codes and for crossing tests. */
export const toUnits = (degrees: number): number => Math.round(degrees * unitsPerDegree);

const round = (degrees: number): number => toUnits(degrees) / unitsPerDegree + 0;

/** What is rounded already stays the same object: who remembers something of a shape need not look at it again. */
export function roundPosition(position: Position): Position {
  const [lng, lat] = [round(position[0]), round(position[1])];
  return lng === position[0] && lat === position[1] && position.length === 2 ? position : [lng, lat];
}

/** The same list where every position of it stays. */
function rounded(positions: readonly Position[], fewest: number): readonly Position[] {
  const all = positions.map(roundPosition);
  const distinct = all.filter(([lng, lat], index) => {
    const before = all[index - 1];
    return !before || before[0] !== lng || before[1] !== lat;
  });
  const kept = distinct.length >= fewest ? distinct : all;
  return isSameList(positions, kept) ? positions : kept;
}

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);

/** Keeps at least two positions, so that a line of no length stays a line to be refused as too short. */
export function roundLine(line: LineString): LineString {
  const coordinates = rounded(line.coordinates, 2);
  return coordinates === line.coordinates ? line : { type: 'LineString', coordinates };
}

/** Keeps at least four positions a ring, so that a ring of no area stays a ring to be refused. */
export function roundPolygon(polygon: Polygon): Polygon {
  const coordinates = polygon.coordinates.map((ring) => rounded(ring, 4));
  return isSameList(polygon.coordinates, coordinates) ? polygon : { type: 'Polygon', coordinates };
}
