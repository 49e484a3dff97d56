/** The box around a polygon in degrees, worked out once a polygon. */
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
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const ring: readonly Position[] = polygon.coordinates[0] ?? [];
  for (const [lng, lat] of ring) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const box = { west, south, east, north };
  boxes.set(polygon, box);
  return box;
}

export const boxesMeet = (one: Box, other: Box): boolean =>
  one.west <= other.east && other.west <= one.east && one.south <= other.north && other.south <= one.north;
