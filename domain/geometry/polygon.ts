/** Polygons in metres: how far outside a place lies, area, centroid. */
import { boxAround } from './box.ts';
import { degreeLengths, localFrame, type Meters } from './localFrame.ts';
import type { Polygon, Position } from './shapes.ts';

export { roundLine, roundPolygon, roundPosition } from './rounding.ts';

/** 0 inside (or on the edge), else metres to the nearest edge. */
export function distanceOutsideMeters(polygon: Polygon, position: Position): number {
  if (contains(polygon, position)) return 0;
  const { lngMeters, latMeters } = degreeLengths(position[1]);
  let square = Infinity;
  for (const ring of polygon.coordinates) {
    for (let i = 1; i < ring.length; i += 1) {
      const ax = (ring[i - 1]![0] - position[0]) * lngMeters;
      const ay = (ring[i - 1]![1] - position[1]) * latMeters;
      const dx = (ring[i]![0] - position[0]) * lngMeters - ax;
      const dy = (ring[i]![1] - position[1]) * latMeters - ay;
      const length = dx * dx + dy * dy;
      const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
      square = Math.min(square, (ax + t * dx) ** 2 + (ay + t * dy) ** 2);
    }
  }
  return Math.sqrt(square);
}

/** Inside the outer ring and in none of the holes (even–odd over all rings). */
export function contains(polygon: Polygon, [lng, lat]: Position): boolean {
  let inside = false;
  for (const ring of polygon.coordinates) {
    for (let i = 1; i < ring.length; i += 1) {
      const [ax, ay] = ring[i - 1]!;
      const [bx, by] = ring[i]!;
      if (ay > lat !== by > lat && lng < ax + ((bx - ax) * (lat - ay)) / (by - ay)) inside = !inside;
    }
  }
  return inside;
}

/** Twice the signed area of a ring in square metres and the moments for its centroid. */
function moments(ring: readonly Meters[]): { twiceArea: number; x: number; y: number } {
  let twiceArea = 0;
  let x = 0;
  let y = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    const cross = ax * by - bx * ay;
    twiceArea += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return twiceArea < 0 ? { twiceArea: -twiceArea, x: -x, y: -y } : { twiceArea, x, y };
}

/** The outer ring's area less its holes'. */
export function areaSquareMeters(polygon: Polygon): number {
  const frame = localFrame(middle(polygon));
  const [outer = 0, ...holes] = polygon.coordinates.map((ring) => moments(ring.map(frame.toMeters)).twiceArea / 2);
  return Math.max(0, outer - holes.reduce((sum, area) => sum + area, 0));
}

/** The centre of gravity; of a shape without area, the middle of its box. */
export function centroid(polygon: Polygon): Position {
  const origin = middle(polygon);
  const frame = localFrame(origin);
  const [outer, ...holes] = polygon.coordinates.map((ring) => moments(ring.map(frame.toMeters)));
  if (!outer) return origin;
  const total = holes.reduce(
    (sum, hole) => ({ twiceArea: sum.twiceArea - hole.twiceArea, x: sum.x - hole.x, y: sum.y - hole.y }),
    outer,
  );
  if (total.twiceArea <= 0) return origin;
  return frame.toDegrees([total.x / (3 * total.twiceArea), total.y / (3 * total.twiceArea)]);
}

/** The middle of the box: the origin of the local frame, so that precision does not depend on the first corner. */
function middle(polygon: Polygon): Position {
  const { west, south, east, north } = boxAround(polygon.coordinates[0] ?? []);
  return [(west + east) / 2, (south + north) / 2];
}
