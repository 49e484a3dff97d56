/** Coordinates from a file to our shapes: checked position by position, a height left out, rounded as we store. */
import { roundLine, roundPolygon } from '../geometry/polygon.ts';
import type { LineString, Polygon, Position } from '../geometry/shapes.ts';
import type { Feature } from './features.ts';

/** As the schema of shapes allows. */
const mostVertices = 5000;

type ShapeProblem = 'feature-malformed' | 'geometry-of-other-type' | 'too-many-vertices' | 'geometry-not-finite';

export function linesOf(feature: Feature): readonly LineString[] | ShapeProblem {
  const { geometry } = feature;
  if (!geometry) return 'feature-malformed';
  if (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString') return 'geometry-of-other-type';
  const parts = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  const lines = eachOf(parts, positionsOf);
  if (typeof lines === 'string') return lines;
  return lines
    .filter((coordinates) => coordinates.length > 1)
    .map((coordinates) => roundLine({ type: 'LineString', coordinates }));
}

export function polygonsOf(feature: Feature): readonly Polygon[] | ShapeProblem {
  const { geometry } = feature;
  if (!geometry) return 'feature-malformed';
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return 'geometry-of-other-type';
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const polygons = eachOf(parts, (rings) => eachOf(rings, positionsOf));
  if (typeof polygons === 'string') return polygons;
  if (polygons.some((rings) => rings.length === 0 || rings.some((ring) => ring.length < 4))) return 'feature-malformed';
  return polygons.map((coordinates) => roundPolygon({ type: 'Polygon', coordinates }));
}

export function pointOf(feature: Feature): Position | ShapeProblem {
  const { geometry } = feature;
  if (!geometry) return 'feature-malformed';
  if (geometry.type !== 'Point') return 'geometry-of-other-type';
  return positionOf(geometry.coordinates);
}

function eachOf<T>(value: unknown, read: (item: unknown) => T | ShapeProblem): T[] | ShapeProblem {
  if (!Array.isArray(value)) return 'feature-malformed';
  const found: T[] = [];
  for (const item of value) {
    const one = read(item);
    if (typeof one === 'string') return one as ShapeProblem;
    found.push(one);
  }
  return found;
}

const positionsOf = (value: unknown): Position[] | ShapeProblem =>
  Array.isArray(value) && value.length > mostVertices ? 'too-many-vertices' : eachOf(value, positionOf);

function positionOf(value: unknown): Position | ShapeProblem {
  if (!Array.isArray(value) || value.length < 2) return 'feature-malformed';
  const [lng, lat] = value as readonly unknown[];
  if (typeof lng !== 'number' || typeof lat !== 'number') return 'feature-malformed';
  const inRange = Number.isFinite(lng) && Number.isFinite(lat) && Math.abs(lng) <= 180 && Math.abs(lat) <= 85;
  return inRange ? [lng, lat] : 'geometry-not-finite';
}
