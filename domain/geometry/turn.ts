/** Turning on the ground: things about a point, and directions to whole steps. */
import { bearingDegrees } from './line.ts';
import { distanceMeters, localFrame } from './localFrame.ts';
import type { Position } from './shapes.ts';

/** A function that turns positions about a centre, clockwise as on a compass. */
export function turnAbout(centre: Position, degrees: number): (position: Position) => Position {
  const frame = localFrame(centre);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return (position) => {
    const [x, y] = frame.toMeters(position);
    return frame.toDegrees([x * cos + y * sin, y * cos - x * sin]);
  };
}

/** The place so many metres from another in a direction (degrees clockwise from north). */
export function placeTowards(from: Position, bearing: number, meters: number): Position {
  const radians = (bearing * Math.PI) / 180;
  return localFrame(from).toDegrees([Math.sin(radians) * meters, Math.cos(radians) * meters]);
}

/** Moved to the nearest direction from `from` that is a whole number of steps away from `zeroDegrees`; as far along it. */
export function steadied(from: Position, to: Position, zeroDegrees: number, stepDegrees = 15): Position {
  const bearing = bearingDegrees(from, to);
  const steady = zeroDegrees + Math.round((bearing - zeroDegrees) / stepDegrees) * stepDegrees;
  const off = ((bearing - steady) * Math.PI) / 180;
  return placeTowards(from, steady, distanceMeters(from, to) * Math.cos(off));
}
