/** The sector a camera looks into, as a ring on the ground. */
import { localFrame } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';

/** A closed ring from the place out and back; `lengthMeters` is for the eye, not how far anyone is recognised. */
export function wedgeRing(
  place: Position,
  facingDegrees: number,
  fieldOfViewDegrees: number,
  lengthMeters: number,
): Position[] {
  return [place, ...arc(place, facingDegrees, fieldOfViewDegrees, lengthMeters), place];
}

/** A circle on the ground, closed. */
export const circleRing = (centre: Position, radiusMeters: number): Position[] => arc(centre, 0, 360, radiusMeters);

function arc(centre: Position, facingDegrees: number, spanDegrees: number, radiusMeters: number): Position[] {
  const frame = localFrame(centre);
  const steps = Math.max(2, Math.ceil(spanDegrees / 10));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const bearing = facingDegrees - spanDegrees / 2 + (spanDegrees * step) / steps;
    const radians = (bearing * Math.PI) / 180;
    return frame.toDegrees([Math.sin(radians) * radiusMeters, Math.cos(radians) * radiusMeters]);
  });
}
