/** Random lines and places of village size, the same for a seed: among them what is hard to measure. */
import { localFrame } from '../../domain/geometry/localFrame.ts';
import { roundPosition } from '../../domain/geometry/rounding.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { mulberry32 } from './randomPlaces.ts';

export interface GeometryCase {
  /** The middle of the village. */
  readonly middle: Position;
  /** The first is measured on; of all the nearest is looked for. */
  readonly lines: readonly (readonly Position[])[];
  readonly place: Position;
}

/** Cases that share a village, and so a projection. */
export const casesPerVillage = 100;

type Point = readonly [east: number, north: number];
type Random = () => number;

const between = (next: Random, from: number, to: number): number => from + next() * (to - from);
const pick = <T>(next: Random, from: readonly T[]): T => from[Math.floor(next() * from.length)]!;

/** A walk: so many steps of a length, turning at each by up to so many degrees. */
function walk(next: Random, steps: number, shortest: number, longest: number, turnDegrees: number): Point[] {
  let [x, y] = [between(next, -250, 250), between(next, -250, 250)];
  let heading = next() * 2 * Math.PI;
  const points: Point[] = [[x, y]];
  for (let step = 0; step < steps; step += 1) {
    const length = between(next, shortest, longest);
    [x, y] = [x + Math.sin(heading) * length, y + Math.cos(heading) * length];
    points.push([x, y]);
    heading += (between(next, -turnDegrees, turnDegrees) * Math.PI) / 180;
  }
  return points;
}

function loop(next: Random): Point[] {
  const corners = 3 + Math.floor(next() * 8);
  const [x, y, radius] = [between(next, -200, 200), between(next, -200, 200), between(next, 15, 150)];
  const points = Array.from({ length: corners }, (_, n): Point => {
    const angle = (n / corners) * 2 * Math.PI;
    const reach = radius * between(next, 0.6, 1);
    return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
  });
  return [...points, points[0]!];
}

/** Vertices that are there twice or three times, as files have them. */
const stuttering = (next: Random, points: readonly Point[]): Point[] =>
  points.flatMap((point) => Array.from({ length: 1 + Math.floor(next() * 3) }, () => point));

const shapes: readonly ((next: Random) => Point[])[] = [
  (next) => walk(next, 1, 5, 300, 0),
  (next) => walk(next, 2 + Math.floor(next() * 7), 5, 120, 50),
  (next) => walk(next, 2 + Math.floor(next() * 7), 5, 120, 50),
  // Hairpins.
  (next) => walk(next, 2 + Math.floor(next() * 6), 5, 60, 180),
  // A curve drawn finely.
  (next) => walk(next, 20 + Math.floor(next() * 20), 1, 6, 20),
  // Square corners.
  (next) => walk(next, 4, 20, 90, 0).map(([x, y], n): Point => (n % 2 === 0 ? [x, y] : [x + 30, y])),
  loop,
  loop,
  (next) => stuttering(next, walk(next, 1 + Math.floor(next() * 5), 5, 120, 90)),
  (next) => stuttering(next, loop(next)),
];

/** So far from a point in any direction. */
const around = (next: Random, [x, y]: Point, farthest: number): Point => {
  const [angle, away] = [next() * 2 * Math.PI, between(next, 0.3, farthest)];
  return [x + Math.sin(angle) * away, y + Math.cos(angle) * away];
};

/** On a segment of the line, and so many metres to its left. */
function beside(next: Random, points: readonly Point[], left: number): Point {
  const n = Math.floor(next() * (points.length - 1));
  const [[ax, ay], [bx, by]] = [points[n]!, points[n + 1]!];
  const length = Math.hypot(bx - ax, by - ay) || 1;
  const share = next();
  return [ax + (bx - ax) * share - ((by - ay) / length) * left, ay + (by - ay) * share + ((bx - ax) / length) * left];
}

const places: readonly ((next: Random, points: readonly Point[]) => Point)[] = [
  (next, points) => beside(next, points, between(next, -60, 60)),
  (next, points) => beside(next, points, between(next, -15, 15)),
  (next, points) => beside(next, points, between(next, -15, 15)),
  // At a bend, from inside and outside; at an end or the seam of a loop, beside it and beyond it.
  (next, points) => around(next, pick(next, points), 30),
  (next, points) => around(next, pick(next, [points[0]!, points.at(-1)!]), 40),
  // Straight on beyond the end.
  (next, points) => {
    const [[ax, ay], [bx, by]] = [points.at(-2)!, points.at(-1)!];
    const share = 1 + next();
    return [ax + (bx - ax) * share, ay + (by - ay) * share];
  },
  // On the line: somewhere, and at a vertex.
  (next, points) => beside(next, points, 0),
  (next, points) => pick(next, points),
  (next) => [between(next, -300, 300), between(next, -300, 300)],
];

/** Where villages lie: [west, south, east, north]. */
type Region = readonly [number, number, number, number];
export const regions = {
  vietnam: [102.2, 8.6, 109.4, 23.3],
  thanhHoa: [104.4, 19.3, 106.1, 20.6],
  /** Where a degree is as long to all sides, a local frame distorts nothing. */
  equator: [0, 0, 0, 0],
} as const satisfies Record<string, Region>;

export function geometryCases(seed: number, count: number, [west, south, east, north]: Region): GeometryCase[] {
  const next = mulberry32(seed);
  let middle: Position = [0, 0];
  return Array.from({ length: count }, (_, n) => {
    if (n % casesPerVillage === 0) middle = roundPosition([between(next, west, east), between(next, south, north)]);
    const { toDegrees } = localFrame(middle);
    const drawn = Array.from({ length: 3 }, () => pick(next, shapes)(next));
    const place = pick(next, places)(next, drawn[0]!);
    const stored = (point: Point): Position => roundPosition(toDegrees(point));
    return { middle, lines: drawn.map((points) => points.map(stored)), place: stored(place) };
  });
}
