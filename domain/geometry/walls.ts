/** The walls of buildings in metres of one frame: what stands between two places, and what stands on a place. */
import type { Box } from './box.ts';
import { BoxGrid } from './boxGrid.ts';
import type { LocalFrame, Meters } from './localFrame.ts';
import { contains } from './polygon.ts';
import type { Polygon } from './shapes.ts';

export interface Walls {
  /** True where the straight line goes through a wall; touching one is not enough. */
  blocks(from: Meters, to: Meters): boolean;
  /** True inside a building. */
  covers(place: Meters): boolean;
  /** Every straight stretch of wall whose box touches this one. */
  eachNear(box: Box, visit: (from: Meters, to: Meters) => void): void;
}

export function wallsOf(polygons: readonly Polygon[], frame: LocalFrame): Walls {
  const rings = polygons.map(({ coordinates }) => coordinates.map((ring) => ring.map(frame.toMeters)));
  const boxes = new Float64Array(rings.length * 4);
  rings.forEach((of, building) => {
    const corners = of[0] ?? [];
    boxes.set([Infinity, Infinity, -Infinity, -Infinity], building * 4);
    for (const [x, y] of corners) {
      boxes[building * 4] = Math.min(boxes[building * 4]!, x);
      boxes[building * 4 + 1] = Math.min(boxes[building * 4 + 1]!, y);
      boxes[building * 4 + 2] = Math.max(boxes[building * 4 + 2]!, x);
      boxes[building * 4 + 3] = Math.max(boxes[building * 4 + 3]!, y);
    }
  });
  const grid = new BoxGrid(boxes);

  const any = (west: number, south: number, east: number, north: number, is: (building: number) => boolean) => {
    const count = grid.search(west, south, east, north);
    for (let i = 0; i < count; i += 1) if (is(grid.found[i]!)) return true;
    return false;
  };
  return {
    blocks: (from, to) =>
      any(
        Math.min(from[0], to[0]),
        Math.min(from[1], to[1]),
        Math.max(from[0], to[0]),
        Math.max(from[1], to[1]),
        (building) => rings[building]!.some((ring) => crossesRing(ring, from, to)),
      ),
    eachNear({ west, south, east, north }, visit) {
      any(west, south, east, north, (building) => {
        for (const ring of rings[building]!) {
          for (let i = 1; i < ring.length; i += 1) {
            const [from, to] = [ring[i - 1]!, ring[i]!];
            if ((from[0] < west && to[0] < west) || (from[0] > east && to[0] > east)) continue;
            if ((from[1] < south && to[1] < south) || (from[1] > north && to[1] > north)) continue;
            visit(from, to);
          }
        }
        return false;
      });
    },
    covers: ([x, y]) =>
      any(x, y, x, y, (building) => contains({ type: 'Polygon', coordinates: rings[building]! }, [x, y])),
  };
}

function crossesRing(ring: readonly Meters[], [ax, ay]: Meters, [bx, by]: Meters): boolean {
  const [dx, dy] = [bx - ax, by - ay];
  for (let i = 1; i < ring.length; i += 1) {
    const [[px, py], [qx, qy]] = [ring[i - 1]!, ring[i]!];
    const [sideP, sideQ] = [dx * (py - ay) - dy * (px - ax), dx * (qy - ay) - dy * (qx - ax)];
    if (sideP * sideQ >= 0) continue;
    const [wx, wy] = [qx - px, qy - py];
    const [sideA, sideB] = [wx * (ay - py) - wy * (ax - px), wx * (by - py) - wy * (bx - px)];
    if (sideA * sideB < 0) return true;
  }
  return false;
}
