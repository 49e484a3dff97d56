/** Coordinates as people paste them: GeoJSON (RFC 7946), WKT (OGC 06-103r4), or a point a line as "lat, lng". */
import type { Position } from '../geometry/shapes.ts';
import { positionProblem } from '../geometry/validity.ts';

/** As many as one line or ring may have (domain/geometry/shapes.ts). */
export const mostPastedPositions = 5000;
/** A longer text is not read at all: 5,000 positions with all their digits are a tenth of it. */
const mostCharacters = 2_000_000;

export type PasteProblemCode = 'not-understood' | 'no-shape' | 'too-few' | 'too-many' | 'out-of-range';

export interface PasteProblem {
  readonly code: PasteProblemCode;
  readonly params: Readonly<Record<string, number>>;
}

export type PastedShape = { readonly positions: readonly Position[] } | { readonly problem: PasteProblem };

const wrong = (code: PasteProblemCode, params: PasteProblem['params'] = {}): PastedShape => ({
  problem: { code, params },
});

/** The first line or ring in the text; the repeated last position of a ring is left out. `least`: the fewest it needs. */
export function readPastedShape(text: string, least: number): PastedShape {
  const trimmed = text.trim();
  if (trimmed.length > mostCharacters) {
    return wrong('too-many', { count: trimmed.split(/[\n,]/).length, most: mostPastedPositions });
  }
  const found = trimmed.startsWith('{') ? fromGeoJson(trimmed) : (fromWkt(trimmed) ?? fromLines(trimmed));
  if ('problem' in found) return found;
  const positions = withoutClosing(found.positions);
  if (positions.length > mostPastedPositions) {
    return wrong('too-many', { count: positions.length, most: mostPastedPositions });
  }
  if (positions.length < least) return wrong('too-few', { least });
  if (positions.some(positionProblem)) return wrong('out-of-range');
  return { positions };
}

function withoutClosing(positions: readonly Position[]): readonly Position[] {
  const [first] = positions;
  const last = positions.at(-1);
  const isClosed = first && last && positions.length > 3 && first[0] === last[0] && first[1] === last[1];
  return isClosed ? positions.slice(0, -1) : positions;
}

function fromGeoJson(text: string): PastedShape {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wrong('not-understood');
  }
  const geometry = geometryIn(value);
  if (!geometry) return wrong('no-shape');
  const { type, coordinates } = geometry;
  const chain =
    type === 'LineString'
      ? coordinates
      : type === 'Polygon' || type === 'MultiLineString'
        ? part(coordinates)
        : type === 'MultiPolygon'
          ? part(part(coordinates))
          : type === 'Point'
            ? [coordinates]
            : null;
  if (!Array.isArray(chain)) return wrong('no-shape');
  const positions = chain.map(positionIn);
  return positions.every((position) => position !== null) ? { positions } : wrong('not-understood');
}

const part = (list: unknown): unknown => (Array.isArray(list) ? (list as unknown[])[0] : undefined);

function positionIn(value: unknown): Position | null {
  if (!Array.isArray(value)) return null;
  const [lng, lat] = value as unknown[];
  return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : null;
}

interface AnyGeometry {
  readonly type: unknown;
  readonly coordinates: unknown;
}

/** A geometry, or the first one of a feature, a collection of features or of geometries. */
function geometryIn(value: unknown): AnyGeometry | null {
  if (typeof value !== 'object' || value === null) return null;
  const object = value as Readonly<Record<string, unknown>>;
  switch (object['type']) {
    case 'Feature':
      return geometryIn(object['geometry']);
    case 'FeatureCollection':
      return geometryIn(part(object['features']));
    case 'GeometryCollection':
      return geometryIn(part(object['geometries']));
    default:
      return 'coordinates' in object ? { type: object['type'], coordinates: object['coordinates'] } : null;
  }
}

/** Null where the text is no WKT at all. Z and M values, and an SRID in front, are left out. */
function fromWkt(text: string): PastedShape | null {
  const [whole, kind = ''] =
    /^(?:SRID=\d+;)?\s*(?:MULTI)?(POINT|LINESTRING|POLYGON)\s*(?:ZM|Z|M)?\s*\(+/i.exec(text) ?? [];
  if (whole === undefined) return /^[a-z]+\s*\(/i.test(text) ? wrong('no-shape') : null;
  const rest = text.slice(whole.length);
  const inside = rest.slice(0, rest.indexOf(')'));
  const positions = inside.split(',').map((pair): Position | null => {
    const [lng, lat] = pair.trim().split(/\s+/).map(Number);
    return lng === undefined || lat === undefined || Number.isNaN(lng) || Number.isNaN(lat) ? null : [lng, lat];
  });
  const isWhole = rest.includes(')') && positions.every((position) => position !== null);
  return isWhole && kind !== '' ? { positions } : wrong('not-understood');
}

/** "19.9701, 105.7880" or "19,9701 105,7880" a line; latitude first as maps say it, unless it can only be a longitude. */
function fromLines(text: string): PastedShape {
  const lines = text.split(/\r?\n|;/).filter((one) => one.trim() !== '');
  const positions = lines.map((one): Position | null => {
    const found = /^\s*\(?\s*(-?\d+(?:[.,]\d+)?)°?\s*(?:[,\t ]\s*)+(-?\d+(?:[.,]\d+)?)°?\s*\)?\s*$/.exec(one);
    if (!found) return null;
    const [first, second] = [found[1], found[2]].map((figure) => Number(figure!.replace(',', '.'))) as [number, number];
    return Math.abs(first) > 90 ? [first, second] : [second, first];
  });
  if (lines.length === 0 || !positions.every((position) => position !== null)) return wrong('not-understood');
  return { positions };
}
