/** Metres around a place: an equirectangular frame on the WGS 84 ellipsoid, good to millimetres over a village. */
import type { Position } from './shapes.ts';

/** Metres [east, north] from the frame's origin. */
export type Meters = readonly [x: number, y: number];

export interface LocalFrame {
  /** Degrees at [0, 0] metres, and the metres of one degree there: for loops that must not make a pair a position. */
  readonly origin: Position;
  readonly lngMeters: number;
  readonly latMeters: number;
  toMeters(position: Position): Meters;
  toDegrees(meters: Meters): Position;
}

/** WGS 84: semi-major axis in metres, first eccentricity squared. */
const a = 6_378_137;
const e2 = 0.006_694_379_990_141_317;
const radians = Math.PI / 180;

/** The length in metres of one degree of longitude and of latitude there, from the two radii of curvature. */
export function degreeLengths(latDegrees: number): { readonly lngMeters: number; readonly latMeters: number } {
  const sin = Math.sin(latDegrees * radians);
  const w2 = 1 - e2 * sin * sin;
  const primeVertical = a / Math.sqrt(w2);
  return {
    lngMeters: primeVertical * Math.cos(latDegrees * radians) * radians,
    latMeters: ((primeVertical * (1 - e2)) / w2) * radians,
  };
}

export function localFrame(origin: Position): LocalFrame {
  const { lngMeters, latMeters } = degreeLengths(origin[1]);
  return {
    origin,
    lngMeters,
    latMeters,
    toMeters: ([lng, lat]) => [(lng - origin[0]) * lngMeters, (lat - origin[1]) * latMeters],
    toDegrees: ([x, y]) => [origin[0] + x / lngMeters, origin[1] + y / latMeters],
  };
}

/** Straight distance between two nearby positions, measured at their middle latitude. */
export function distanceMeters(from: Position, to: Position): number {
  const { lngMeters, latMeters } = degreeLengths((from[1] + to[1]) / 2);
  return Math.hypot((to[0] - from[0]) * lngMeters, (to[1] - from[1]) * latMeters);
}

/** Length of a plane vector. Math.hypot guards against overflow and takes ten times as long. */
export const lengthOf = (x: number, y: number): number => Math.sqrt(x * x + y * y);
