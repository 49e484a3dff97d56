/**
 * How much of a person a camera shows at a distance, as pixels on a metre across the scene: the classes of
 * IEC 62676-4:2025, with those of the edition of 2014 (DORI) beside them (RULES §7).
 */

export interface Level {
  readonly id: string;
  readonly pixelsPerMeter: number;
}

/** From the least to the most. */
export const levels2025 = [
  { id: 'overview', pixelsPerMeter: 20 },
  { id: 'outline', pixelsPerMeter: 40 },
  { id: 'discern', pixelsPerMeter: 80 },
  { id: 'perceive', pixelsPerMeter: 125 },
  { id: 'characterise', pixelsPerMeter: 250 },
  { id: 'validate', pixelsPerMeter: 500 },
  { id: 'scrutinise', pixelsPerMeter: 1500 },
] as const satisfies readonly Level[];
export type LevelId = (typeof levels2025)[number]['id'];

/** DORI. */
export const levels2014 = [
  { id: 'detect', pixelsPerMeter: 25 },
  { id: 'observe', pixelsPerMeter: 62.5 },
  { id: 'recognise', pixelsPerMeter: 125 },
  { id: 'identify', pixelsPerMeter: 250 },
] as const satisfies readonly Level[];
export type Level2014Id = (typeof levels2014)[number]['id'];

/** Every density of both editions, from the least to the most: what is seen is told in these steps. */
export const densities: readonly number[] = [
  ...new Set([...levels2025, ...levels2014].map(({ pixelsPerMeter }) => pixelsPerMeter)),
].sort((one, other) => one - other);

/** Up to this field of view a lens draws straight lines straight; a wider one spreads its pixels over the arc. */
const straightDegrees = 120;

const radians = Math.PI / 180;

/**
 * Metres to where a camera has so many pixels on a metre: d = (pixels / density) / (2·tan(field of view / 2)), as in
 * RULES §7 and the standard. Beyond 120° the width of what is seen grows with the angle instead of its tangent, from the
 * same value at 120°: the formula would end at 180°. Data sheets of wide lenses tell more.
 */
export function distanceOfDensity(
  pixelsPerMeter: number,
  horizontalPixels: number,
  fieldOfViewDegrees: number,
): number {
  const widthPerMeter =
    fieldOfViewDegrees <= straightDegrees
      ? 2 * Math.tan((fieldOfViewDegrees / 2) * radians)
      : 2 * Math.tan((straightDegrees / 2) * radians) * (fieldOfViewDegrees / straightDegrees);
  return horizontalPixels / pixelsPerMeter / widthPerMeter;
}
