/** Whether somebody on the way can read a plate: near enough, not too slanting, in view, with nothing between. */
import { lengthOf, type Meters } from '../geometry/localFrame.ts';
import type { SignProfile } from './profile.ts';

/** Where a traveller is, and the way he goes: a unit vector. */
export interface Reader {
  readonly eye: Meters;
  readonly heading: Meters;
}

export interface Face {
  readonly post: Meters;
  /** Unit vectors: the ways its faces look. */
  readonly looks: readonly Meters[];
  readonly readMeters: number;
}

const cosine = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);

/** Without what stands between. */
export function isTurnedTo(
  { eye, heading }: Reader,
  { post, looks, readMeters }: Face,
  { mostSlantDegrees, mostGlanceDegrees }: Pick<SignProfile, 'mostSlantDegrees' | 'mostGlanceDegrees'>,
): boolean {
  const [dx, dy] = [post[0] - eye[0], post[1] - eye[1]];
  const distance = lengthOf(dx, dy);
  if (distance === 0 || distance > readMeters) return false;
  if ((heading[0] * dx + heading[1] * dy) / distance < cosine(mostGlanceDegrees)) return false;
  const least = cosine(mostSlantDegrees);
  return looks.some(([x, y]) => (-x * dx - y * dy) / distance >= least);
}

/**
 * Where each face looks, in degrees clockwise from north: a plate has its text on both sides, with more faces they look
 * round in equal steps. `degrees`: of the first face.
 */
export const bearingsOf = (degrees: number, faceCount: number): readonly number[] =>
  Array.from({ length: faceCount }, (_, index) => (degrees + (index * 360) / faceCount) % 360);

/** The same as unit vectors, east and north. */
export const looksOf = (degrees: number, faceCount: number): readonly Meters[] =>
  bearingsOf(degrees, faceCount).map((bearing): Meters => {
    const angle = (bearing * Math.PI) / 180;
    return [Math.sin(angle), Math.cos(angle)];
  });
