/** Two outlines as one: the union of polygons that overlap, share a wall, or nearly do. */
import { degreeLengths, distanceMeters } from './localFrame.ts';
import { areaSquareMeters, contains } from './polygon.ts';
import { roundPosition } from './rounding.ts';
import type { Polygon, Position } from './shapes.ts';
import { smallestPolygonSquareMeters } from './validity.ts';

/** Walls drawn by hand this near to each other are one wall, in metres. */
export const sameWallMeters = 0.6;

/** Corners off the line between their neighbours by less than this are no corners, in metres. */
const straightMeters = 0.03;

type Ring = readonly Position[];
type Wall = readonly [from: Position, to: Position];

/** Null when they do not touch. Courts that neither covers stay; slits smaller than any house are closed. */
export function unionOf(one: Polygon, other: Polygon): Polygon | null {
  // Where corners lie next to the other's walls, both get the same corner, so that a shared wall is the same wall in both.
  const snapped = other.coordinates.map((ring) => ring.map((corner) => snapTo(one.coordinates, corner)));
  const first = one.coordinates.map((ring) => withCorners(ring, snapped.flat()));
  const second = snapped.map((ring) => withCorners(withoutRepeats(ring), one.coordinates.flat()));
  const [a, b] = [wallsOf(first), wallsOf(second)];
  const [crossedA, crossedB] = crossed(a, b);
  const kept = keptWalls(crossedA, crossedB, asPolygon(first), asPolygon(second));
  const rings = chained(kept)
    .map(straightened)
    .filter((ring) => ring.length > 3);
  const [outer, ...more] = rings.filter((ring) => signedArea(ring) > 0);
  if (!outer || more.length > 0) return null;
  const courts = rings.filter((ring) => signedArea(ring) < 0 && areaOf(ring) >= smallestPolygonSquareMeters);
  return asPolygon([outer, ...courts]);
}

const asPolygon = (coordinates: readonly Ring[]): Polygon => ({ type: 'Polygon', coordinates });
const areaOf = (ring: Ring): number => areaSquareMeters(asPolygon([ring]));
const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

/** Square degrees; above 0 where the ring runs against the clock. */
function signedArea(ring: Ring): number {
  const [x0, y0] = ring[0]!;
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum / 2;
}

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

/** The ring with those places as corners that lie on its walls or next to them. */
function withCorners(ring: Ring, places: readonly Position[]): Ring {
  const result: Position[] = [ring[0]!];
  for (const wall of ringWalls(ring)) {
    const near = places
      .filter((place) => !same(place, wall[0]) && !same(place, wall[1]))
      .map((place) => ({ place, ...footOn(wall, place) }))
      .filter(({ meters, t }) => meters <= sameWallMeters && t > 0 && t < 1)
      .sort((p, q) => p.t - q.t);
    result.push(...near.map(({ place }) => place), wall[1]);
  }
  return withoutRepeats(result);
}

const ringWalls = (ring: Ring): Wall[] => ring.slice(1).map((to, index) => [ring[index]!, to] as const);

/** The outer ring against the clock, courts with it: what is built lies on the left of every wall. */
const wallsOf = (rings: readonly Ring[]): Wall[] =>
  rings.flatMap((ring, index) => ringWalls(signedArea(ring) > 0 === (index === 0) ? ring : ring.toReversed()));

/** The walls of both cut where they cross. */
function crossed(a: readonly Wall[], b: readonly Wall[]): readonly [Wall[], Wall[]] {
  const cuts = new Map<Wall, { readonly t: number; readonly place: Position }[]>();
  const cut = (wall: Wall, t: number, place: Position) => cuts.set(wall, [...(cuts.get(wall) ?? []), { t, place }]);
  for (const one of a) {
    for (const other of b) {
      const [rx, ry] = [one[1][0] - one[0][0], one[1][1] - one[0][1]];
      const [sx, sy] = [other[1][0] - other[0][0], other[1][1] - other[0][1]];
      const cross = rx * sy - ry * sx;
      if (cross === 0) continue;
      const [qx, qy] = [other[0][0] - one[0][0], other[0][1] - one[0][1]];
      const [t, u] = [(qx * sy - qy * sx) / cross, (qx * ry - qy * rx) / cross];
      if (t <= 0 || t >= 1 || u <= 0 || u >= 1) continue;
      const place = roundPosition([one[0][0] + rx * t, one[0][1] + ry * t]);
      cut(one, t, place);
      cut(other, u, place);
    }
  }
  const parted = (walls: readonly Wall[]): Wall[] =>
    walls.flatMap((wall) => {
      const places = (cuts.get(wall) ?? []).sort((p, q) => p.t - q.t).map(({ place }) => place);
      return ringWalls(withoutRepeats([wall[0], ...places, wall[1]]));
    });
  return [parted(a), parted(b)];
}

const keyOf = ([from, to]: Wall): string => `${from[0]} ${from[1]} ${to[0]} ${to[1]}`;
const backKeyOf = ([from, to]: Wall): string => keyOf([to, from]);

/** Walls with nothing built on their other side; a wall of both that both stand on the same side of is one. */
function keptWalls(a: readonly Wall[], b: readonly Wall[], one: Polygon, other: Polygon): Wall[] {
  const [inA, inB] = [new Set(a.map(keyOf)), new Set(b.map(keyOf))];
  const isOutside = (wall: Wall, polygon: Polygon): boolean =>
    !contains(polygon, [(wall[0][0] + wall[1][0]) / 2, (wall[0][1] + wall[1][1]) / 2]);
  return [
    ...a.filter((wall) => inB.has(keyOf(wall)) || (!inB.has(backKeyOf(wall)) && isOutside(wall, other))),
    ...b.filter((wall) => !inA.has(keyOf(wall)) && !inA.has(backKeyOf(wall)) && isOutside(wall, one)),
  ];
}

/** Walls end to end as closed rings; what does not close is left out. */
function chained(walls: readonly Wall[]): Position[][] {
  const from = new Map<string, Wall[]>();
  for (const wall of walls) from.set(String(wall[0]), [...(from.get(String(wall[0])) ?? []), wall]);
  const rings: Position[][] = [];
  for (const start of walls) {
    const ring: Position[] = [start[0]];
    let next: Wall | undefined = take(from, String(start[0]), start);
    while (next) {
      ring.push(next[1]);
      if (same(next[1], ring[0]!)) {
        rings.push(ring);
        break;
      }
      next = take(from, String(next[1]));
    }
  }
  return rings;
}

/** Takes a wall that starts there out of the map: the one asked for, or any. */
function take(from: Map<string, Wall[]>, key: string, wanted?: Wall): Wall | undefined {
  const walls = from.get(key) ?? [];
  const index = wanted ? walls.indexOf(wanted) : 0;
  return index < 0 ? undefined : walls.splice(index, 1)[0];
}

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
