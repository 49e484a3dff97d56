/** The vectors of RULES §5, by PROJ and proj4js alike: [easting, northing] in metres. */
import type { Position } from '../../../domain/geometry/shapes.ts';

export const vectors: readonly {
  readonly position: Position;
  /** EPSG:5897. */
  readonly cadastral: readonly [number, number];
  /** EPSG:3405. */
  readonly utm: readonly [number, number];
}[] = [
  { position: [105.79, 20.01], cadastral: [582463.51, 2213555.572], utm: [582438.768, 2212891.439] },
  { position: [105.8, 20.0], cadastral: [583515.172, 2212453.53], utm: [583490.115, 2211789.727] },
  { position: [105.7755, 19.8067], cadastral: [581050.01, 2191043.281], utm: [581025.692, 2190385.902] },
];
