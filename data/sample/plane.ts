/** The small flat geometry the sample is laid out with: [x east, y north] in metres. */

export type Point = readonly [x: number, y: number];

/** `points('0 0, 10 5')`: positions written short, for what is laid by hand. */
export const points = (text: string): Point[] =>
  text.split(', ').map((pair) => {
    const [x, y] = pair.split(' ').map(Number);
    return [x!, y!];
  });

export const add = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1]];
export const subtract = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]];
export const scale = (a: Point, factor: number): Point => [a[0] * factor, a[1] * factor];
export const distance = (a: Point, b: Point): number => Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);
const cross = (a: Point, b: Point): number => a[0] * b[1] - a[1] * b[0];
const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1];

/** A smooth line through the given points (Catmull-Rom), one position about every `stepMeters`. */
export function smooth(through: readonly Point[], stepMeters: number): Point[] {
  const positions: Point[] = [through[0]!];
  for (let i = 0; i + 1 < through.length; i += 1) {
    const b = through[i]!;
    const c = through[i + 1]!;
    const a = through[i - 1] ?? subtract(scale(b, 2), c);
    const d = through[i + 2] ?? subtract(scale(c, 2), b);
    const steps = Math.max(1, Math.round(distance(b, c) / stepMeters));
    for (let step = 1; step <= steps; step += 1) positions.push(catmullRom(a, b, c, d, step / steps));
  }
  return positions;
}

function catmullRom(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const on = (axis: 0 | 1) =>
    0.5 *
    (2 * b[axis] +
      (c[axis] - a[axis]) * t +
      (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t +
      (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t * t * t);
  return [on(0), on(1)];
}

export interface Foot {
  readonly point: Point;
  readonly distance: number;
  /** Index of the segment it lies on, and metres from the line's start. */
  readonly segment: number;
  readonly measure: number;
}

export function footOn(line: readonly Point[], point: Point): Foot {
  let best: Foot | undefined;
  let before = 0;
  for (let i = 0; i + 1 < line.length; i += 1) {
    const a = line[i]!;
    const along = subtract(line[i + 1]!, a);
    const length = distance(a, line[i + 1]!);
    const t = Math.min(1, Math.max(0, dot(subtract(point, a), along) / (length * length)));
    const foot = add(a, scale(along, t));
    const away = distance(foot, point);
    if (!best || away < best.distance) best = { point: foot, distance: away, segment: i, measure: before + t * length };
    before += length;
  }
  return best!;
}

export const lengthOf = (line: readonly Point[]): number =>
  line.reduce((sum, point, i) => (i === 0 ? 0 : sum + distance(line[i - 1]!, point)), 0);

/** The position at a measure, and the direction of travel there as a unit vector. */
export function at(line: readonly Point[], measure: number): { readonly point: Point; readonly direction: Point } {
  let left = measure;
  for (let i = 0; i + 1 < line.length; i += 1) {
    const length = distance(line[i]!, line[i + 1]!);
    if (left <= length || i + 2 === line.length) {
      const direction = scale(subtract(line[i + 1]!, line[i]!), 1 / length);
      return { point: add(line[i]!, scale(direction, left)), direction };
    }
    left -= length;
  }
  throw new Error('a line of one point');
}

/** A quarter turn to the left of a direction. */
export const leftOf = (direction: Point): Point => [-direction[1], direction[0]];

/** Degrees clockwise from north. */
export const bearing = (direction: Point): number =>
  ((Math.atan2(direction[0], direction[1]) * 180) / Math.PI + 360) % 360;

const touches = (a: Point, b: Point, c: Point, d: Point): boolean => {
  const side = (p: Point, q: Point, r: Point) => Math.sign(cross(subtract(q, p), subtract(r, p)));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
};

/** Between two closed rings (first position not repeated); 0 when they touch or one holds the other. */
export function ringDistance(a: readonly Point[], b: readonly Point[]): number {
  if (insideRing(a, b[0]!) || insideRing(b, a[0]!)) return 0;
  return lineDistance([...a, a[0]!], [...b, b[0]!]);
}

/** Between two lines; 0 when they touch. */
export function lineDistance(a: readonly Point[], b: readonly Point[]): number {
  let least = Infinity;
  for (let i = 0; i + 1 < a.length; i += 1) {
    for (let j = 0; j + 1 < b.length; j += 1) {
      if (touches(a[i]!, a[i + 1]!, b[j]!, b[j + 1]!)) return 0;
    }
  }
  for (const point of a) least = Math.min(least, footOn(b, point).distance);
  for (const point of b) least = Math.min(least, footOn(a, point).distance);
  return least;
}

export function insideRing(ring: readonly Point[], point: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const a = ring[i]!;
    const b = ring[j]!;
    if (a[1] > point[1] !== b[1] > point[1]) {
      if (point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
    }
  }
  return inside;
}
