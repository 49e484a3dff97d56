/** Two outlines show one building when the middle of either lies in the other: drawings of one roof differ by metres. */
import Flatbush from 'flatbush';
import { boxOfPolygon } from '../geometry/box.ts';
import { overlapSquareMeters } from '../geometry/overlap.ts';
import { areaSquareMeters, centroid, contains } from '../geometry/polygon.ts';
import type { Polygon, Position } from '../geometry/shapes.ts';

export interface Drawn {
  readonly footprint: Polygon;
  readonly centre: Position;
}

export const drawnOf = (footprint: Polygon): Drawn => ({ footprint, centre: centroid(footprint) });

export const isSameBuilding = (one: Drawn, other: Drawn): boolean =>
  contains(one.footprint, other.centre) || contains(other.footprint, one.centre);

/** Of the larger one: less of it, and one is a part of the other (a porch, a shed within a yard), not its new shape. */
const sameShare = 1 / 3;

/** Not only on one ground: near enough in size that one can be the other drawn anew. */
export const isOneShape = (one: Drawn, other: Drawn): boolean =>
  isSameBuilding(one, other) &&
  overlapSquareMeters(one.footprint, other.footprint) >=
    sameShare * Math.max(areaSquareMeters(one.footprint), areaSquareMeters(other.footprint));

/** Finds those whose boxes touch that of an outline, by their places in the list. */
export function nearOutlines(footprints: readonly Polygon[]): (footprint: Polygon) => readonly number[] {
  if (footprints.length === 0) return () => [];
  const index = new Flatbush(footprints.length);
  for (const footprint of footprints) index.add(...sidesOf(footprint));
  index.finish();
  return (footprint) => index.search(...sidesOf(footprint));
}

function sidesOf(footprint: Polygon): [west: number, south: number, east: number, north: number] {
  const { west, south, east, north } = boxOfPolygon(footprint);
  return [west, south, east, north];
}
