/** Two outlines as one: the union of polygons that overlap, share a wall, or nearly do. */
import { union } from 'polyclip-ts';
import { degreeLengths, distanceMeters } from './localFrame.ts';
import { areaSquareMeters } from './polygon.ts';
import { roundPosition } from './rounding.ts';
import type { Polygon, Position } from './shapes.ts';
import { polygonProblem, smallestPolygonSquareMeters } from './validity.ts';

/** Walls drawn by hand this near to each other are one wall, in metres. */
export const sameWallMeters = 0.6;

/** Corners off the line between their neighbours by less than this are no corners, in metres. */
const straightMeters = 0.03;

type Ring = readonly Position[];
type Wall = readonly [from: Position, to: Position];

/**
 * Null when they do not touch, or only at a corner. Courts that neither covers stay; slits smaller than any house are
 * closed.
 */
export function unionOf(one: Polygon, other: Polygon): Polygon | null {
  // Where corners lie next to the other's walls, both get the same corner, so that a shared wall is the same wall in both.
  const snapped = other.coordinates.map((ring) => ring.map((corner) => snapTo(one.coordinates, corner)));
  const first = one.coordinates.map((ring) => withCorners(ring, snapped.flat()));
  const second = snapped.map((ring) => withCorners(withoutRepeats(ring), one.coordinates.flat()));
  const [whole, ...more] = united([first, second]).filter(([outer]) => isLarge(outer!));
  if (!whole || more.length > 0) return null;
  const rings = whole.filter(isLarge);
  const straight = asPolygon(rings.map(straightened));
  return polygonProblem(straight) ? asPolygon(rings) : straight;
}

/** Every time but the first only mends what rounding to the stored grid has moved across a wall. */
const mostRounds = 10;

/** The union of shapes on the grid that is stored: united again as long as walls cross between its places. */
function united(shapes: readonly (readonly Ring[])[], rounds = mostRounds): Ring[][] {
  const whole: readonly Ring[][] = union(
    shapes.map((rings) => rings.map((ring) => ring.map(([lng, lat]): [number, number] => [lng, lat]))),
  );
  const stored = whole.map((rings) => rings.map((ring) => ring.map(roundPosition)));
  const isOnGrid = stored.every((rings, i) =>
    rings.every((ring, j) => ring.every((at, k) => same(at, whole[i]![j]![k]!))),
  );
  return isOnGrid || rounds === 1 ? stored : united(stored, rounds - 1);
}

const asPolygon = (coordinates: readonly Ring[]): Polygon => ({ type: 'Polygon', coordinates });
const isLarge = (ring: Ring): boolean => areaSquareMeters(asPolygon([ring])) >= smallestPolygonSquareMeters;
const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

const withoutRepeats = (ring: Ring): Ring =>
  ring.filter((corner, index) => index === 0 || !same(corner, ring[index - 1]!));

/** The nearest place of a wall and its distance. */
function footOn(
  [from, to]: Wall,
  place: Position,
): { readonly foot: Position; readonly meters: number; readonly t: number } {
  const { lngMeters, latMeters } = degreeLengths(place[1]);
  const [ax, ay] = [(from[0] - place[0]) * lngMeters, (from[1] - place[1]) * latMeters];
  const [dx, dy] = [(to[0] - from[0]) * lngMeters, (to[1] - from[1]) * latMeters];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square));
  const foot: Position = [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
  return { foot, meters: Math.hypot(ax + t * dx, ay + t * dy), t };
}

/** The corner itself, or the corner or wall of the rings it lies next to. */
function snapTo(rings: readonly Ring[], corner: Position): Position {
  let best: Position | null = null;
  let least = sameWallMeters;
  for (const other of rings.flat()) {
    const meters = distanceMeters(corner, other);
    if (meters <= least) [best, least] = [other, meters];
  }
  if (best) return best;
  for (const wall of rings.flatMap(ringWalls)) {
    const { foot, meters } = footOn(wall, corner);
    if (meters <= least) [best, least] = [roundPosition(foot), meters];
  }
  return best ?? corner;
}

/** The ring with those places as corners that lie on its walls or next to them, each in the wall it is nearest to. */
function withCorners(ring: Ring, places: readonly Position[]): Ring {
  const walls = ringWalls(ring);
  const found = walls.map((): { readonly place: Position; readonly t: number }[] => []);
  for (const place of places.filter((one) => !ring.some((corner) => same(corner, one)))) {
    const feet = walls.map((wall) => footOn(wall, place));
    const nearest = feet.reduce((best, { meters }, index) => (meters < feet[best]!.meters ? index : best), 0);
    const { meters, t } = feet[nearest]!;
    if (meters <= sameWallMeters && t > 0 && t < 1) found[nearest]!.push({ place, t });
  }
  const between = found.map((inWall) => inWall.sort((p, q) => p.t - q.t).map(({ place }) => place));
  return withoutRepeats([ring[0]!, ...walls.flatMap((wall, index) => [...between[index]!, wall[1]])]);
}

const ringWalls = (ring: Ring): Wall[] => ring.slice(1).map((to, index) => [ring[index]!, to] as const);

/** A closed ring without the corners at which its wall goes straight on. */
function straightened(ring: Ring): Ring {
  const corners = ring.slice(1);
  for (let i = 0; i < corners.length && corners.length > 3;) {
    const before = corners[(i + corners.length - 1) % corners.length]!;
    const after = corners[(i + 1) % corners.length]!;
    if (footOn([before, after], corners[i]!).meters <= straightMeters) corners.splice(i, 1);
    else i += 1;
  }
  return [...corners, corners[0]!];
}
