/** Boxes in degrees; that of a polygon is worked out once a polygon. */
import type { Polygon, Position } from './shapes.ts';

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Polygons are never changed in place, so the box of one stays true. */
const boxes = new WeakMap<Polygon, Box>();

export function boxOfPolygon(polygon: Polygon): Box {
  const known = boxes.get(polygon);
  if (known) return known;
  const box = boxAround(polygon.coordinates[0] ?? []);
  boxes.set(polygon, box);
  return box;
}

/** Around no position: a box that meets none. */
export function boxAround(positions: Iterable<Position>): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of positions) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { west, south, east, north };
}

export const widened = ({ west, south, east, north }: Box, degrees: number): Box => ({
  west: west - degrees,
  south: south - degrees,
  east: east + degrees,
  north: north + degrees,
});

export const boxesMeet = (one: Box, other: Box): boolean =>
  one.west <= other.east && other.west <= one.east && one.south <= other.north && other.south <= one.north;
