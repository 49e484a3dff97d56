import { describe, expect, it } from 'vitest';
import { metersPerPixel, scaleBar } from '../../../web/map/scale.ts';

describe('scale', () => {
  it('a pixel of zoom 0 at the equator is the earth round divided by 512', () => {
    expect(metersPerPixel(0, 0)).toBeCloseTo(78_271.517, 2);
  });

  it('halves with each zoom and shrinks towards the poles', () => {
    expect(metersPerPixel(20, 17)).toBeCloseTo(metersPerPixel(20, 16) / 2, 9);
    expect(metersPerPixel(60, 16)).toBeCloseTo(metersPerPixel(0, 16) / 2, 9);
  });

  it.each([
    [0.561, 120, 50],
    [0.14, 120, 10],
    [1.2, 120, 100],
    [0.0412, 120, 2],
    [20, 120, 2000],
  ])('%d metres a pixel in %d pixels shows %d m', (meters, most, shown) => {
    const bar = scaleBar(meters, most);
    expect(bar.meters).toBe(shown);
    expect(bar.widthPixels).toBeCloseTo(shown / meters, 6);
    expect(bar.widthPixels).toBeLessThanOrEqual(most);
  });
});
