/** A field says what a record would not take before anything is sent. */
import { expect, it } from 'vitest';
import { numberLimits } from '../../../web/state/fieldLimits.ts';

it('figures of cameras and lights are those their records take', () => {
  const takes = (field: keyof typeof numberLimits, value: number) =>
    value >= numberLimits[field].min && value <= numberLimits[field].max;
  for (const [field, good, wrong] of [
    ['horizontalFieldOfViewDegrees', [5, 107, 360], [0, 400]],
    ['cameraHeightMeters', [0.5, 6], [-3, 0, 61]],
    ['tiltDegrees', [0, 90], [-1, 91]],
    ['horizontalPixels', [1920], [0, 20_000]],
    ['verticalPixels', [1080], [0, 20_000]],
    ['nightRangeMeters', [0, 30], [-1, 301]],
    ['lampHeightMeters', [7], [0]],
    ['powerWatts', [70], [0]],
    ['fluxLumens', [7000], [0, 1_000_000]],
    ['litRadiusMeters', [15], [0, 61]],
  ] as const) {
    expect([field, good.map((value) => takes(field, value))]).toEqual([field, good.map(() => true)]);
    expect([field, wrong.map((value) => takes(field, value))]).toEqual([field, wrong.map(() => false)]);
  }
});
