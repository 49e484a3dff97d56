/** What is wrong with a drawn line or polygon, and where; never repaired, always told (MEASURED C4). */
import { firstCrossing } from './crossing.ts';
import { lineLengthMeters } from './line.ts';
import { areaSquareMeters, contains } from './polygon.ts';
import type { LineString, Polygon, Position } from './shapes.ts';

export type LineProblemCode = 'geometry-not-finite' | 'line-too-short' | 'line-crosses-itself';
export type PolygonProblemCode =
  'geometry-not-finite' | 'polygon-not-closed' | 'polygon-crosses-itself' | 'polygon-no-area';

export interface GeometryProblem<Code> {
  readonly code: Code;
  readonly at?: Position;
}

/** A shorter road is a slip of the hand. */
export const shortestLineMeters = 1;
/** A smaller footprint is a slip of the hand. */
export const smallestPolygonSquareMeters = 0.5;

const isFinitePosition = ([lng, lat]: Position): boolean =>
  Number.isFinite(lng) && Number.isFinite(lat) && Math.abs(lng) <= 180 && Math.abs(lat) <= 85;

export function positionProblem(position: Position): GeometryProblem<'geometry-not-finite'> | null {
  return isFinitePosition(position) ? null : { code: 'geometry-not-finite' };
}

/** A line may be a loop and may touch itself with its ends; it may not cross or run back over itself. */
export function lineProblem(line: LineString): GeometryProblem<LineProblemCode> | null {
  if (!line.coordinates.every(isFinitePosition)) return { code: 'geometry-not-finite' };
  const [first] = line.coordinates;
  if (!first || line.coordinates.length < 2 || lineLengthMeters(line) < shortestLineMeters) {
    return { code: 'line-too-short', ...(first ? { at: first } : {}) };
  }
  const at = firstCrossing([{ positions: line.coordinates, endsMayTouch: true }]);
  return at ? { code: 'line-crosses-itself', at } : null;
}

/** Rings closed, none touching itself or another, holes inside the outer ring and not in each other. */
export function polygonProblem(polygon: Polygon): GeometryProblem<PolygonProblemCode> | null {
  const rings = polygon.coordinates;
  if (!rings.every((ring) => ring.every(isFinitePosition))) return { code: 'geometry-not-finite' };
  for (const ring of rings) {
    const first = ring[0];
    const last = ring.at(-1);
    if (!first || !last || ring.length < 4 || first[0] !== last[0] || first[1] !== last[1]) {
      return { code: 'polygon-not-closed', ...(first ? { at: first } : {}) };
    }
  }
  const [outer, ...holes] = rings;
  if (!outer) return { code: 'polygon-no-area' };
  for (const ring of rings) {
    if (areaSquareMeters({ type: 'Polygon', coordinates: [ring] }) < smallestPolygonSquareMeters) {
      const at = firstCrossing([{ positions: ring, endsMayTouch: false }]);
      // A bow tie has no area because it crosses itself: say the cause. A folded line has none at all.
      const folded = new Set(ring.map(String)).size < 3 || isStraight(ring);
      return at && !folded ? { code: 'polygon-crosses-itself', at } : { code: 'polygon-no-area', at: ring[0]! };
    }
  }
  const at = firstCrossing(rings.map((positions) => ({ positions, endsMayTouch: false })));
  if (at) return { code: 'polygon-crosses-itself', at };
  for (const [index, hole] of holes.entries()) {
    const outside = !contains({ type: 'Polygon', coordinates: [outer] }, hole[0]!);
    const nested = holes.some(
      (other, otherIndex) => otherIndex !== index && contains({ type: 'Polygon', coordinates: [other] }, hole[0]!),
    );
    if (outside || nested) return { code: 'polygon-crosses-itself', at: hole[0]! };
  }
  return null;
}

/** All positions on one straight line. */
function isStraight(ring: readonly Position[]): boolean {
  const [a] = ring;
  const b = ring.find((position) => position[0] !== a![0] || position[1] !== a![1]);
  if (!a || !b) return true;
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  // Within 1e-8 degree (a millimetre) of the line through the first two.
  return ring.every((p) => Math.abs((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])) / length < 1e-8);
}
