import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMeters } from '../../../domain/geometry/localFrame.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import {
  cadastralGrid105,
  cadastralGridOf,
  fromGrid,
  gridPlaceOf,
  readGridPlace,
  toGrid,
  toVn2000,
  utm48,
  type Grid,
} from '../../../domain/geometry/vn2000.ts';
import { vectors } from './vn2000Vectors.ts';

const millimetre = 0.001;
const tongSon = { west: 105.742768, south: 19.953714, east: 105.832246, north: 20.079012 };

describe('VN-2000 (RULES §12.15)', () => {
  it('gives the vectors of RULES §5 to a millimetre, there and back', () => {
    for (const { position, cadastral, utm } of vectors) {
      for (const [grid, [east, north]] of [
        [cadastralGrid105, cadastral],
        [utm48, utm],
      ] as const) {
        const place = toGrid(grid, position);
        expect(Math.abs(place.eastMeters - east)).toBeLessThanOrEqual(millimetre);
        expect(Math.abs(place.northMeters - north)).toBeLessThanOrEqual(millimetre);
        const back = fromGrid(grid, { northMeters: north, eastMeters: east });
        expect(distanceMeters(back, position)).toBeLessThanOrEqual(millimetre);
      }
    }
  });

  it('gives the vector from the grid to the seven digits it is written with', () => {
    const [lng, lat] = fromGrid(cadastralGrid105, { northMeters: 2_213_000, eastMeters: 582_000 });
    expect([lng.toFixed(7), lat.toFixed(7)]).toEqual(['105.7855455', '20.0050011']);
  });

  it('turns the signs of the rotations: with those of a coordinate frame it would be 0.70 m and 0.22 m off', () => {
    const { position, cadastral } = vectors[0]!;
    const { eastMeters, northMeters } = toGrid(cadastralGrid105, position);
    expect(Math.abs(eastMeters - (cadastral[0] - 0.7))).toBeGreaterThan(0.6);
    expect(Math.abs(northMeters - (cadastral[1] - 0.22))).toBeGreaterThan(0.2);
  });

  it('has longitudes and latitudes of its own, some 200 m from those of WGS 84', () => {
    const position: Position = [105.79, 20.01];
    const away = distanceMeters(position, toVn2000(position));
    expect(away).toBeGreaterThan(200);
    expect(away).toBeLessThan(250);
  });

  it('comes back to the place it came from, anywhere in the country', () => {
    const anyPosition = fc.tuple(
      fc.double({ min: 102.1, max: 109.5, noNaN: true }),
      fc.double({ min: 8.5, max: 23.4, noNaN: true }),
    );
    fc.assert(
      fc.property(anyPosition, fc.constantFrom<Grid>(cadastralGrid105, utm48), (position, grid) => {
        expect(distanceMeters(fromGrid(grid, toGrid(grid, position)), position)).toBeLessThan(millimetre / 10);
      }),
    );
  });
});

describe('numbers on papers', () => {
  it('are the same place in the order of papers, X northing and Y easting, and in that of maps', () => {
    const paper = gridPlaceOf(2_213_555.572, 582_463.51)!;
    const map = gridPlaceOf(582_463.51, 2_213_555.572)!;
    expect(paper).toEqual({ northMeters: 2_213_555.572, eastMeters: 582_463.51, isPaperOrder: true });
    expect(map).toEqual({ ...paper, isPaperOrder: false });
    expect(distanceMeters(fromGrid(cadastralGrid105, paper), [105.79, 20.01])).toBeLessThanOrEqual(millimetre);
  });

  it('are refused when they can be no place in Vietnam: degrees, two northings, a lost digit', () => {
    for (const [first, second] of [
      [105.79, 20.01],
      [2_213_555, 2_213_555],
      [582_463, 582_463],
      [221_355, 582_463],
      [Number.NaN, 582_463],
      [-2_213_555, 582_463],
    ] as const) {
      expect(gridPlaceOf(first, second)).toBeNull();
    }
  });

  it('lie in the box without a word, and also up to a kilometre beside it', () => {
    for (const position of [
      [105.79, 20.01],
      [105.8405, 20.01],
    ] as const) {
      const reading = readGridPlace(cadastralGrid105, toGrid(cadastralGrid105, position), tongSon);
      expect(reading).toMatchObject({ grid: cadastralGrid105, isOutside: false, candidates: [] });
    }
  });

  it('outside the box by more, the meridians are told in which they would lie inside', () => {
    const meant: Position = [105.79, 20.01];
    for (const centralMeridianDegrees of [104.5, 105.5, 105.75, 106]) {
      const place = toGrid({ name: '', centralMeridianDegrees, scale: 0.9999 }, meant);
      const reading = readGridPlace(cadastralGrid105, place, tongSon);
      expect(reading.isOutside).toBe(true);
      expect(reading.candidates.map(({ grid }) => grid.centralMeridianDegrees)).toEqual([centralMeridianDegrees]);
      expect(distanceMeters(reading.candidates[0]!.position, meant)).toBeLessThan(millimetre);
    }
  });

  it('and when they would lie inside in none, there is a warning without a guess', () => {
    const hanoi = toGrid(cadastralGrid105, [105.85, 21.03]);
    expect(readGridPlace(cadastralGrid105, hanoi, tongSon)).toMatchObject({ isOutside: true, candidates: [] });
  });

  it('of the national map are told from those of the cadastre when only theirs lie inside', () => {
    // Both have the meridian of 105°; read in the other's grid a place here lies 664 m too far south.
    const border: Position = [105.79, tongSon.south - 0.005];
    const reading = readGridPlace(cadastralGrid105, toGrid(utm48, border), tongSon);
    expect(reading.isOutside).toBe(true);
    expect(reading.candidates.map(({ grid }) => grid)).toEqual([utm48]);
  });
});

describe('the grid of a province', () => {
  it('is known for Thanh Hóa, and not guessed for others', () => {
    expect(cadastralGridOf('38')).toBe(cadastralGrid105);
    expect(cadastralGridOf('79')).toBeNull();
  });
});
