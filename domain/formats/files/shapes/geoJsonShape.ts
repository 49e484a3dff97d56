/** A geometry of GeoJSON, of whatever was parsed: heights left out, collections joined, and its reverse for writing. */
import { toUnits } from '../../../geometry/rounding.ts';
import type { Position } from '../../../geometry/shapes.ts';
import { isObject } from '../../features.ts';
import type { FileShape } from '../fileShape.ts';
import { joinedShapes, type Joined } from './joinedShapes.ts';
import { mapPositions } from './rawShapes.ts';

/** What is no GeoJSON throws it; numbers that are none (null) become NaN. */
export class NoShape extends Error {}

export function shapeOfGeoJson(value: unknown): Joined {
  const parts: FileShape[] = [];
  const isWhole = gather(value, parts);
  const joined = joinedShapes(parts);
  return isWhole ? joined : { ...joined, isPartial: true };
}

function gather(value: unknown, parts: FileShape[]): boolean {
  if (value === null || value === undefined) return true;
  if (!isObject(value)) throw new NoShape();
  const { type, coordinates, geometries } = value;
  switch (type) {
    case 'Point':
      // RFC 7946 §3.1: without positions a geometry is an empty one.
      if (!isEmptyList(coordinates)) parts.push({ type, coordinates: position(coordinates) });
      return true;
    case 'MultiPoint':
    case 'LineString':
      parts.push({ type, coordinates: list(coordinates, position) });
      return true;
    case 'MultiLineString':
    case 'Polygon':
      parts.push({ type, coordinates: list(coordinates, positions) });
      return true;
    case 'MultiPolygon':
      parts.push({ type, coordinates: list(coordinates, (rings) => list(rings, positions)) });
      return true;
    case 'GeometryCollection':
      return list(geometries, (one) => gather(one, parts)).every(Boolean);
    default:
      return false;
  }
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

function list<T>(value: unknown, read: (item: unknown) => T): T[] {
  if (!Array.isArray(value)) throw new NoShape();
  return value.map(read);
}

const positions = (value: unknown): Position[] => list(value, position);

function position(value: unknown): Position {
  if (!Array.isArray(value) || value.length < 2) throw new NoShape();
  return [ordinate(value[0]), ordinate(value[1])];
}

function ordinate(value: unknown): number {
  if (typeof value === 'number') return value;
  if (value === null) return NaN;
  throw new NoShape();
}

/** Seven decimals are a centimetre; whole numbers of it print without noise. */
export const roundedShape = (shape: FileShape): FileShape =>
  mapPositions(shape, ([lng, lat]) => [toUnits(lng) / 1e7 + 0, toUnits(lat) / 1e7 + 0]);

/** Twice the area that a ring goes round, in the square of its unit; positive where it goes against the clock. */
export function twiceArea(ring: readonly Position[]): number {
  let sum = 0;
  const [ox, oy] = ring[0] ?? [0, 0];
  for (let i = 1; i < ring.length; i += 1) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    sum += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
  }
  return sum;
}

/** Areas with their outer rings against the clock and holes with it (RFC 7946 §3.1.6), or the other way round. */
export function woundShape(shape: FileShape, outer: 'against the clock' | 'with the clock'): FileShape {
  const sign = outer === 'against the clock' ? 1 : -1;
  const wound = (rings: readonly (readonly Position[])[]) =>
    rings.map((ring, index) => (twiceArea(ring) * sign * (index === 0 ? 1 : -1) < 0 ? [...ring].reverse() : ring));
  if (shape.type === 'Polygon') return { type: 'Polygon', coordinates: wound(shape.coordinates) };
  if (shape.type === 'MultiPolygon') return { type: 'MultiPolygon', coordinates: shape.coordinates.map(wound) };
  return shape;
}
