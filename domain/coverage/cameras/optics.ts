/** What a camera sees with, and how far that reaches on the ground; what its record leaves open is assumed, and said so. */
import type { Camera } from '../../records/camera.ts';
import { densities, distanceOfDensity } from './levels.ts';

/** Until somebody says otherwise: a common camera on a low pole (RULES §7: infrared of 20 to 30 m). */
export const assumedOptics = {
  heightMeters: 4,
  horizontalPixels: 1920,
  /** Of the picture's width. */
  pictureHeight: 9 / 16,
  nightRangeMeters: 20,
} as const;

export type AssumedField = 'heightMeters' | 'horizontalPixels' | 'tiltDegrees' | 'nightRangeMeters';

export interface Optics {
  readonly facingDegrees: number;
  readonly horizontalDegrees: number;
  readonly verticalDegrees: number;
  readonly horizontalPixels: number;
  readonly heightMeters: number;
  /** Of the middle of the picture, below the horizontal. */
  readonly tiltDegrees: number;
  readonly nightRangeMeters: number;
  /** What the record does not say. */
  readonly assumed: readonly AssumedField[];
}

/** Metres on the ground from the foot of the camera. */
export interface Reach {
  /** Nearer than this the ground lies below the picture. */
  readonly deadMeters: number;
  /** The ground ends in the picture here: the least density, or the upper edge of a picture that looks down. */
  readonly farMeters: number;
  /** By density, as `densities`: how far it is reached; never more than `farMeters`. */
  readonly densityMeters: readonly number[];
  readonly nightMeters: number;
}

const radians = Math.PI / 180;
/** From here on a lens sees all round below itself. */
const roundDegrees = 180;

export function opticsOf(camera: Camera): Optics {
  const { facingDegrees, heightMeters, horizontalPixels, verticalPixels, tiltDegrees, nightRangeMeters } = camera;
  const horizontalDegrees = camera.horizontalFieldOfViewDegrees;
  const height =
    horizontalPixels !== null && verticalPixels !== null
      ? verticalPixels / horizontalPixels
      : assumedOptics.pictureHeight;
  const verticalDegrees = verticalDegreesOf(horizontalDegrees, height);
  const facts = { heightMeters, horizontalPixels, tiltDegrees, nightRangeMeters };
  return {
    facingDegrees,
    horizontalDegrees,
    verticalDegrees,
    horizontalPixels: horizontalPixels ?? assumedOptics.horizontalPixels,
    heightMeters: heightMeters ?? assumedOptics.heightMeters,
    // Hung as one hangs a camera: the horizon at the upper edge of the picture, all of it below.
    tiltDegrees: tiltDegrees ?? Math.min(90, verticalDegrees / 2),
    nightRangeMeters: nightRangeMeters ?? assumedOptics.nightRangeMeters,
    assumed: (Object.keys(facts) as AssumedField[]).filter((field) => facts[field] === null),
  };
}

function verticalDegreesOf(horizontalDegrees: number, height: number): number {
  if (horizontalDegrees >= roundDegrees) return roundDegrees;
  return (2 * Math.atan(Math.tan((horizontalDegrees / 2) * radians) * height)) / radians;
}

/**
 * The lower edge of the picture meets the ground at height / tan(tilt + vertical field of view / 2), the upper edge, where
 * it looks down, at height / tan(tilt − vertical field of view / 2).
 */
export function reachOf(optics: Optics): Reach {
  const { horizontalDegrees, verticalDegrees, horizontalPixels, heightMeters, tiltDegrees } = optics;
  const [lower, upper] = [tiltDegrees + verticalDegrees / 2, tiltDegrees - verticalDegrees / 2];
  const groundAt = (degrees: number) => heightMeters / Math.tan(degrees * radians);
  const deadMeters = lower >= 90 ? 0 : lower <= 0 ? Infinity : groundAt(lower);
  const edgeMeters = upper > 1e-9 ? groundAt(Math.min(90, upper)) : Infinity;
  const reached = densities.map((density) =>
    Math.min(edgeMeters, distanceOfDensity(density, horizontalPixels, horizontalDegrees)),
  );
  return { deadMeters, farMeters: reached[0]!, densityMeters: reached, nightMeters: optics.nightRangeMeters };
}
