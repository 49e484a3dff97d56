/** A boundary for a place that has none: the hull of all that was taken, with a margin. */
import { localFrame, type Meters } from '../geometry/localFrame.ts';
import { roundPolygon } from '../geometry/polygon.ts';
import type { Polygon, Position } from '../geometry/shapes.ts';

/** From the outermost road or house to the boundary, in metres. */
const marginMeters = 60;
const corners = 16;

export function derivedBoundary(positions: readonly Position[]): Polygon {
  const frame = localFrame(positions[0]!);
  // The hull of a disc around each position is the hull with a margin; discs round the plain hull are enough.
  const around = hull(positions.map(frame.toMeters)).flatMap(([x, y]) =>
    Array.from({ length: corners }, (_, k): Meters => {
      const angle = (2 * Math.PI * k) / corners;
      return [x + marginMeters * Math.cos(angle), y + marginMeters * Math.sin(angle)];
    }),
  );
  const ring = hull(around).map(frame.toDegrees);
  return roundPolygon({ type: 'Polygon', coordinates: [[...ring, ring[0]!]] });
}

/** Convex hull, counter-clockwise, first position not repeated (Andrew's monotone chain). */
function hull(points: readonly Meters[]): Meters[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (order: readonly Meters[]): Meters[] => {
    const chain: Meters[] = [];
    for (const point of order) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const ring = [...half(sorted), ...half(sorted.toReversed())];
  return ring.length > 0 ? ring : sorted.slice(0, 1);
}

const turn = (a: Meters, b: Meters, c: Meters): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
