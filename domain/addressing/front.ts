/** The front of a house whose door nobody has shown: the middle of the wall that faces its road. */
import { degreeLengths, distanceMeters } from '../geometry/localFrame.ts';
import { locate } from '../geometry/locate.ts';
import type { MeasuredLine } from '../geometry/measuredLine.ts';
import type { Position } from '../geometry/shapes.ts';

/** No door in a shorter wall, in metres, unless there is no longer one. */
const shortestWallMeters = 1.5;
/** What a plane drawn at a corner of the house may be wrong by, over the way to a road it is on. */
const planeErrorMeters = 0.05;

/** Of a closed ring; the wall whose middle is nearest to the line. */
export function frontOf(ring: readonly Position[], line: MeasuredLine): Position {
  const wall = clearlyNearest(ring, line) ?? nearestWall(ring, line);
  return middleOfWall(ring, wall);
}

/** The number of a wall's second corner. */
function nearestWall(ring: readonly Position[], line: MeasuredLine): number {
  let best = 0;
  let least = Infinity;
  let isLong = false;
  for (let i = 1; i < ring.length; i += 1) {
    const long = distanceMeters(ring[i - 1]!, ring[i]!) >= shortestWallMeters;
    if (isLong && !long) continue;
    const away = locate(line, middleOfWall(ring, i)).distanceMeters;
    if (away < least || (long && !isLong)) {
      best = i;
      least = away;
      isLong = long;
    }
  }
  return best;
}

const middleOfWall = (ring: readonly Position[], wall: number): Position => {
  if (wall === 0) return ring[0]!;
  const [a, b] = [ring[wall - 1]!, ring[wall]!];
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
};

/** The same by one plane for all long walls; null where two are so much alike that only exact measures can tell. */
function clearlyNearest(ring: readonly Position[], line: MeasuredLine): number | null {
  const { coordinates } = line;
  const [lng, lat] = ring[0]!;
  const { lngMeters, latMeters } = degreeLengths(lat);
  let best = -1;
  let [least, second] = [Infinity, Infinity];
  for (let i = 1; i < ring.length; i += 1) {
    const ax = (ring[i - 1]![0] - lng) * lngMeters;
    const ay = (ring[i - 1]![1] - lat) * latMeters;
    const bx = (ring[i]![0] - lng) * lngMeters;
    const by = (ring[i]![1] - lat) * latMeters;
    const long = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
    if (long < shortestWallMeters - planeErrorMeters) continue;
    if (long < shortestWallMeters + planeErrorMeters) return null;
    const x = (ax + bx) / 2;
    const y = (ay + by) / 2;
    let square = Infinity;
    let px = (coordinates[0]![0] - lng) * lngMeters - x;
    let py = (coordinates[0]![1] - lat) * latMeters - y;
    for (let k = 1; k < coordinates.length; k += 1) {
      const qx = (coordinates[k]![0] - lng) * lngMeters - x;
      const qy = (coordinates[k]![1] - lat) * latMeters - y;
      const dx = qx - px;
      const dy = qy - py;
      const along = -(px * dx + py * dy);
      const length = dx * dx + dy * dy;
      const t = along <= 0 ? 0 : along >= length ? 1 : along / length;
      const wx = px + t * dx;
      const wy = py + t * dy;
      const away = wx * wx + wy * wy;
      if (away < square) square = away;
      px = qx;
      py = qy;
    }
    if (square < least) {
      second = least;
      least = square;
      best = i;
    } else if (square < second) second = square;
  }
  const isClear = Math.sqrt(second) - Math.sqrt(least) > planeErrorMeters && least < planeSquareMeters;
  return best >= 0 && isClear ? best : null;
}

/** Farther from the road than this the plane is not asked: 250 metres. */
const planeSquareMeters = 62_500;
