/** Corners made square: every wall turned to the nearer of the two directions the building has. */
import { localFrame, type Meters } from './localFrame.ts';
import type { Position } from './shapes.ts';

/**
 * Of an open ring (its first corner not repeated). Walls keep their middles; corners that lie on one wall fall away.
 * Null where no rectangle comes of it: fewer than four walls are left.
 */
export function squareCorners(corners: readonly Position[]): readonly Position[] | null {
  const [first] = corners;
  if (!first || corners.length < 3) return null;
  const frame = localFrame(first);
  const places = corners.map(frame.toMeters);
  const angle = mainDirection(places);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = places.map(([x, y]): Meters => [x * cos + y * sin, y * cos - x * sin]);
  const walls = wallsOf(turned);
  if (walls.length < 4) return null;
  const squared = walls.map((wall, index): Meters => {
    const before = walls.at(index - 1) as Wall;
    return wall.isAlong ? [before.at, wall.at] : [wall.at, before.at];
  });
  return squared.map(([x, y]) => frame.toDegrees([x * cos - y * sin, x * sin + y * cos]));
}

interface Wall {
  /** Along the main direction, else across it. */
  readonly isAlong: boolean;
  /** The coordinate all of it has: across for a wall along, along for one across. */
  readonly at: number;
  readonly lengthMeters: number;
}

/** Walls in order, those of one direction that follow each other taken as one; along and across by turns. */
function wallsOf(places: readonly Meters[]): Wall[] {
  const walls: Wall[] = [];
  const add = (wall: Wall) => {
    const last = walls.at(-1);
    if (last?.isAlong === wall.isAlong) walls[walls.length - 1] = together(last, wall);
    else walls.push(wall);
  };
  places.forEach(([x, y], index) => {
    const [toX, toY] = places[(index + 1) % places.length] as Meters;
    const [dx, dy] = [toX - x, toY - y];
    const lengthMeters = Math.hypot(dx, dy);
    if (lengthMeters === 0) return;
    const isAlong = Math.abs(dx) >= Math.abs(dy);
    add({ isAlong, at: isAlong ? (y + toY) / 2 : (x + toX) / 2, lengthMeters });
  });
  const [first] = walls;
  const last = walls.at(-1);
  if (walls.length > 1 && first && last && first.isAlong === last.isAlong) {
    walls[0] = together(last, first);
    walls.pop();
  }
  return walls;
}

const together = (one: Wall, other: Wall): Wall => {
  const lengthMeters = one.lengthMeters + other.lengthMeters;
  const at = (one.at * one.lengthMeters + other.at * other.lengthMeters) / lengthMeters;
  return { isAlong: one.isAlong, at, lengthMeters };
};

/** Radians in [0, π/2): the direction most metres of wall have, give or take a quarter turn. */
function mainDirection(places: readonly Meters[]): number {
  let [x, y] = [0, 0];
  places.forEach(([fromX, fromY], index) => {
    const [toX, toY] = places[(index + 1) % places.length] as Meters;
    const length = Math.hypot(toX - fromX, toY - fromY);
    const four = Math.atan2(toY - fromY, toX - fromX) * 4;
    x += Math.cos(four) * length;
    y += Math.sin(four) * length;
  });
  const angle = Math.atan2(y, x) / 4;
  return angle < 0 ? angle + Math.PI / 2 : angle;
}
