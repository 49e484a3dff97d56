/**
 * What cameras see, worked out in another way: a point every quarter metre of road, a straight line from each camera to
 * it, and every wall near asked whether it crosses; and rays, one a degree, that end at the first wall.
 */
import { opticsOf, reachOf } from '../../domain/coverage/cameras/optics.ts';
import { carriesAddresses } from '../../domain/addressing/network.ts';
import { lineLengthMeters, positionAt } from '../../domain/geometry/line.ts';
import { localFrame } from '../../domain/geometry/localFrame.ts';
import type { Camera } from '../../domain/records/camera.ts';
import type { World } from '../../domain/records/world.ts';

const stepMeters = 0.25;

export interface MetersSeen {
  readonly once: number;
  readonly twice: number;
  /** With rays a degree apart instead of a line to each point. */
  readonly onceByRays: number;
}

type Wall = readonly [ax: number, ay: number, bx: number, by: number];

export function metersSeenByRays(world: World, cameras: readonly Camera[]): MetersSeen {
  const frame = localFrame([...world.road.values()][0]!.line.coordinates[0]!);
  const walls: Wall[] = [...world.house.values()].flatMap(({ state, footprint }) =>
    state === 'demolished' || !footprint
      ? []
      : footprint.coordinates.flatMap((ring) => {
          const places = ring.map(frame.toMeters);
          return places.slice(1).map((to, index): Wall => [...places[index]!, ...to]);
        }),
  );
  const sights = cameras.map((camera) => {
    const [x, y] = frame.toMeters(camera.place);
    const { deadMeters, farMeters } = reachOf(opticsOf(camera));
    const near = walls.filter((wall) => distanceToWall(x, y, wall) <= farMeters);
    const inside = crossings(x, y, x + 100_000, y + 1, walls) % 2 === 1;
    const rays = Array.from({ length: 360 }, (_, degree) => firstWall(x, y, ((degree + 0.5) * Math.PI) / 180, near));
    return { x, y, camera, deadMeters, farMeters: inside ? 0 : farMeters, near, rays };
  });
  let [once, twice, onceByRays] = [0, 0, 0];
  for (const road of world.road.values()) {
    if (!carriesAddresses(road)) continue;
    const length = lineLengthMeters(road.line);
    const steps = Math.max(1, Math.round(length / stepMeters));
    for (let step = 0; step < steps; step += 1) {
      const [px, py] = frame.toMeters(positionAt(road.line, ((step + 0.5) * length) / steps).position);
      let [seen, seenByRays] = [0, false];
      for (const { x, y, camera, deadMeters, farMeters, near, rays } of sights) {
        const [dx, dy] = [px - x, py - y];
        const meters = Math.hypot(dx, dy);
        if (meters < deadMeters || meters > farMeters) continue;
        const bearing = (Math.atan2(dx, dy) * 180) / Math.PI;
        const off = Math.abs(((bearing - camera.facingDegrees + 540) % 360) - 180);
        if (off > camera.horizontalFieldOfViewDegrees / 2) continue;
        if (crossings(x, y, px, py, near) === 0) seen += 1;
        const degree = Math.floor(((Math.atan2(dy, dx) * 180) / Math.PI + 360) % 360);
        if (meters <= rays[degree]!) seenByRays = true;
      }
      if (seen > 0) once += length / steps;
      if (seen > 1) twice += length / steps;
      if (seenByRays) onceByRays += length / steps;
    }
  }
  return { once, twice, onceByRays };
}

/** How many walls lie across the straight way between two places. */
function crossings(ax: number, ay: number, bx: number, by: number, walls: readonly Wall[]): number {
  let count = 0;
  for (const [px, py, qx, qy] of walls) {
    const sideP = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    const sideQ = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax);
    if (sideP > 0 === sideQ > 0) continue;
    const sideA = (qx - px) * (ay - py) - (qy - py) * (ax - px);
    const sideB = (qx - px) * (by - py) - (qy - py) * (bx - px);
    if (sideA > 0 !== sideB > 0) count += 1;
  }
  return count;
}

function firstWall(x: number, y: number, angle: number, walls: readonly Wall[]): number {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let first = Infinity;
  for (const [px, py, qx, qy] of walls) {
    const cross = cos * (qy - py) - sin * (qx - px);
    if (cross === 0) continue;
    const along = ((px - x) * (qy - py) - (py - y) * (qx - px)) / cross;
    const share = ((px - x) * sin - (py - y) * cos) / cross;
    if (along > 0 && share >= 0 && share <= 1) first = Math.min(first, along);
  }
  return first;
}

function distanceToWall(x: number, y: number, [ax, ay, bx, by]: Wall): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
