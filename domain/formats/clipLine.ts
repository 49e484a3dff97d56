/** A line cut at a boundary: the parts inside it. */
import { lineLengthMeters } from '../geometry/line.ts';
import { contains, roundLine } from '../geometry/polygon.ts';
import type { LineString, Polygon, Position } from '../geometry/shapes.ts';

/** A shorter rest is left out, in metres. */
const shortestPartMeters = 3;

export function clipLine(line: LineString, boundary: Polygon): readonly LineString[] {
  const parts: Position[][] = [];
  let part: Position[] = [];
  const close = () => {
    if (part.length > 1) parts.push(part);
    part = [];
  };
  for (let i = 1; i < line.coordinates.length; i += 1) {
    const from = line.coordinates[i - 1]!;
    const to = line.coordinates[i]!;
    const stops = [0, ...crossings(from, to, boundary), 1];
    for (let k = 1; k < stops.length; k += 1) {
      const [start, end] = [stops[k - 1]!, stops[k]!];
      if (end === start) continue;
      if (!contains(boundary, along(from, to, (start + end) / 2))) {
        close();
        continue;
      }
      if (part.length === 0) part.push(along(from, to, start));
      part.push(along(from, to, end));
    }
  }
  close();
  return parts
    .map((coordinates) => roundLine({ type: 'LineString', coordinates }))
    .filter((rest) => lineLengthMeters(rest) >= shortestPartMeters);
}

const along = (from: Position, to: Position, t: number): Position =>
  t === 0 ? from : t === 1 ? to : [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];

/** Where a segment crosses the rings, as shares of its length, rising. */
function crossings(from: Position, to: Position, boundary: Polygon): number[] {
  const found: number[] = [];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  for (const ring of boundary.coordinates) {
    for (let i = 1; i < ring.length; i += 1) {
      const a = ring[i - 1]!;
      const b = ring[i]!;
      const [ex, ey] = [b[0] - a[0], b[1] - a[1]];
      const cross = dx * ey - dy * ex;
      if (cross === 0) continue;
      const t = ((a[0] - from[0]) * ey - (a[1] - from[1]) * ex) / cross;
      const u = ((a[0] - from[0]) * dy - (a[1] - from[1]) * dx) / cross;
      if (t > 0 && t < 1 && u >= 0 && u <= 1) found.push(t);
    }
  }
  return found.sort((a, b) => a - b);
}
