/** How much of two polygons covers the same ground: counted along parallel lines, so that any shape will do. */
import { boxOfPolygon } from './box.ts';
import { degreeLengths } from './localFrame.ts';
import type { Polygon } from './shapes.ts';

/** Lines laid over what two boxes share: a hundredth of a house's area is told from nothing. */
const lineCount = 32;

/** Square metres that lie in both (even–odd, holes left out); within a few hundredths of the smaller one's area. */
export function overlapSquareMeters(one: Polygon, other: Polygon): number {
  const [a, b] = [boxOfPolygon(one), boxOfPolygon(other)];
  const south = Math.max(a.south, b.south);
  const north = Math.min(a.north, b.north);
  if (south >= north || Math.max(a.west, b.west) >= Math.min(a.east, b.east)) return 0;
  const step = (north - south) / lineCount;
  let degrees = 0;
  for (let i = 0; i < lineCount; i += 1) {
    const lat = south + (i + 0.5) * step;
    degrees += sharedLength(crossingsAt(one, lat), crossingsAt(other, lat));
  }
  const { lngMeters, latMeters } = degreeLengths((south + north) / 2);
  return degrees * lngMeters * step * latMeters;
}

/** Longitudes at which a parallel enters and leaves the polygon, in order. */
function crossingsAt({ coordinates }: Polygon, lat: number): number[] {
  const found: number[] = [];
  for (const ring of coordinates) {
    for (let i = 1; i < ring.length; i += 1) {
      const [ax, ay] = ring[i - 1]!;
      const [bx, by] = ring[i]!;
      if (ay > lat !== by > lat) found.push(ax + ((bx - ax) * (lat - ay)) / (by - ay));
    }
  }
  return found.sort((x, y) => x - y);
}

function sharedLength(one: readonly number[], other: readonly number[]): number {
  let total = 0;
  let i = 0;
  let j = 0;
  while (i + 1 < one.length && j + 1 < other.length) {
    total += Math.max(0, Math.min(one[i + 1]!, other[j + 1]!) - Math.max(one[i]!, other[j]!));
    if (one[i + 1]! < other[j + 1]!) i += 2;
    else j += 2;
  }
  return total;
}
