/** Which part of a straight piece of road is in a view: exact, from the wedges of the view. */
import type { Share } from '../../geometry/disc.ts';
import { lengthOf, type Meters } from '../../geometry/localFrame.ts';
import { angleIn, sightMeters, wedgeAt, wholeTurn, type View, type Wedge } from '../../geometry/visibility.ts';

const least = 1e-9;

/** Not hidden by walls, inside the sector; nothing is said of distances. In any order, apart from each other. */
export function sharesInSight(view: View, from: Meters, to: Meters): Share[] {
  const [x, y] = view.place;
  const start: Meters = [from[0] - x, from[1] - y];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const cross = start[0] * dy - start[1] * dx;
  const length = lengthOf(dx, dy);
  if (Math.abs(cross) <= least * length) return sharesTowards(view, start, dx, dy);
  // Seen from the place the piece turns one way all along, by less than half a turn.
  const end: Meters = [start[0] + dx, start[1] + dy];
  const first = Math.atan2(start[1], start[0]);
  const turn = Math.atan2(cross, start[0] * end[0] + start[1] * end[1]);
  const low = angleIn(view.sector, turn > 0 ? first : first + turn);
  const high = low + Math.abs(turn);
  const shares: Share[] = [];
  for (const shift of [0, wholeTurn]) addShares(shares, view, low - shift, high - shift, start, dx, dy);
  return shares;
}

/** The piece as seen between two angles, through every wedge it crosses. */
function addShares(
  shares: Share[],
  { wedges, sector }: View,
  low: number,
  high: number,
  start: Meters,
  dx: number,
  dy: number,
): void {
  const [from, to] = [Math.max(low, sector.fromAngle), Math.min(high, sector.fromAngle + sector.spanAngle)];
  if (to - from <= 0) return;
  const shareAt = (angle: number) => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return (start[1] * cos - start[0] * sin) / (dx * sin - dy * cos);
  };
  for (let index = wedgeAt(wedges, from); index < wedges.length; index += 1) {
    const wedge = wedges[index]!;
    if (wedge.fromAngle >= to) return;
    const [one, other] = [shareAt(Math.max(wedge.fromAngle, from)), shareAt(Math.min(wedge.toAngle, to))];
    const [a, b] = beforeWall(wedge, start, dx, dy, Math.min(one, other), Math.max(one, other));
    if (b - a > least) shares.push([Math.max(0, a), Math.min(1, b)]);
  }
}

/** Cut at the wall that ends the wedge. */
function beforeWall({ wall }: Wedge, start: Meters, dx: number, dy: number, from: number, to: number): Share {
  if (!wall) return [from, to];
  const [at, slope] = [1 - wall[0] * start[0] - wall[1] * start[1], -(wall[0] * dx + wall[1] * dy)];
  if (Math.abs(slope) < 1e-12) return at > 0 ? [from, to] : [from, from];
  const meeting = -at / slope;
  return slope > 0 ? [Math.max(from, meeting), to] : [from, Math.min(to, meeting)];
}

/** The piece runs straight to the place, or from it: seen as one or two directions, as far as the sight goes there. */
function sharesTowards(view: View, start: Meters, dx: number, dy: number): Share[] {
  const square = dx * dx + dy * dy;
  const length = Math.sqrt(square);
  const passes = -(start[0] * dx + start[1] * dy) / square;
  const { fromAngle, spanAngle } = view.sector;
  return [-1, 1].flatMap((way): Share[] => {
    const angle = angleIn(view.sector, Math.atan2(way * dy, way * dx));
    if (angle > fromAngle + spanAngle) return [];
    const sight = sightMeters(view, angle) / length;
    const [from, to] = way > 0 ? [passes, passes + sight] : [passes - sight, passes];
    const share: Share = [Math.max(0, from), Math.min(1, to)];
    return share[1] - share[0] > least ? [share] : [];
  });
}
