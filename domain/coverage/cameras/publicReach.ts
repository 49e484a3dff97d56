/** Where the public goes, along the rays of a camera: on the streets and a little beside them (RULES §7, §6.5). */
import { lengthOf, type Meters } from '../../geometry/localFrame.ts';
import type { World } from '../../records/world.ts';
import type { CoverageGround, RoadPiece } from '../ground.ts';
import { joinedReaches, type AlongRay, type Reaches } from './viewShape.ts';

/** Beside the edge of a street people still stand, and a picture of it cannot leave them out. */
export const besideStreetMeters = 3;

/** Wider streets than this are not looked for from farther away. */
const mostHalfWidthMeters = 50;

/** For the rays from a place, as far as so many metres. */
export function publicReach(world: World, ground: CoverageGround, place: Meters, rangeMeters: number): AlongRay {
  const strips = ground
    .piecesNear(place, rangeMeters + besideStreetMeters + mostHalfWidthMeters)
    .map((piece) => stripOf(piece, place, world.road.get(piece.roadId)!.widthMeters / 2 + besideStreetMeters))
    .filter(({ leastMeters }) => leastMeters < rangeMeters);
  return (angle) => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return joinedReaches(strips.flatMap((strip) => reachIn(strip, cos, sin)));
  };
}

/** All within so many metres of a piece of street; places from the camera. */
interface Strip {
  readonly from: Meters;
  readonly along: Meters;
  readonly lengthMeters: number;
  readonly radiusMeters: number;
  readonly leastMeters: number;
}

function stripOf({ from, to }: RoadPiece, [x, y]: Meters, radiusMeters: number): Strip {
  const start: Meters = [from[0] - x, from[1] - y];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const lengthMeters = lengthOf(dx, dy);
  const along: Meters = [dx / lengthMeters, dy / lengthMeters];
  const foot = Math.min(lengthMeters, Math.max(0, -(start[0] * along[0] + start[1] * along[1])));
  const nearest = lengthOf(start[0] + foot * along[0], start[1] + foot * along[1]);
  return { from: start, along, lengthMeters, radiusMeters, leastMeters: nearest - radiusMeters };
}

/** A strip is convex: one stretch of the ray at most, between the first and the last of its rectangle and its round ends. */
function reachIn({ from, along, lengthMeters, radiusMeters }: Strip, cos: number, sin: number): Reaches {
  let [low, high] = [Infinity, -Infinity];
  for (const end of [0, lengthMeters]) {
    const [x, y] = [from[0] + end * along[0], from[1] + end * along[1]];
    const middle = x * cos + y * sin;
    const half = radiusMeters * radiusMeters - (x * sin - y * cos) ** 2;
    if (half <= 0) continue;
    low = Math.min(low, middle - Math.sqrt(half));
    high = Math.max(high, middle + Math.sqrt(half));
  }
  // As the rectangle lies: how far along it and how far across it a place of the ray is.
  const [alongStart, alongSlope] = [-(from[0] * along[0] + from[1] * along[1]), cos * along[0] + sin * along[1]];
  const [acrossStart, acrossSlope] = [from[1] * along[0] - from[0] * along[1], cos * along[1] - sin * along[0]];
  const [a, b] = between(alongStart, alongSlope, 0, lengthMeters);
  const [c, d] = between(acrossStart, acrossSlope, -radiusMeters, radiusMeters);
  const [start, end] = [Math.max(a, c), Math.min(b, d)];
  if (start < end) [low, high] = [Math.min(low, start), Math.max(high, end)];
  low = Math.max(0, low);
  return low < high ? [[low, high]] : [];
}

/** From where to where `start + slope · meters` lies between two figures. */
function between(start: number, slope: number, least: number, most: number): readonly [number, number] {
  if (Math.abs(slope) < 1e-12) return start >= least && start <= most ? [-Infinity, Infinity] : [Infinity, -Infinity];
  const [one, other] = [(least - start) / slope, (most - start) / slope];
  return one < other ? [one, other] : [other, one];
}
