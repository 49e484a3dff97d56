import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isCoordinateProblem,
  recogniseCoordinates,
  type CoordinatePair,
  type CoordinateReading,
  type ExpectedPlace,
} from '../../../../domain/formats/files/coordinates.ts';
import { readCoordinateText } from '../../../../domain/formats/files/coordinateText.ts';
import { distanceMeters } from '../../../../domain/geometry/localFrame.ts';
import { cadastralGrid105, fromVn2000, toGrid, toVn2000, utm48 } from '../../../../domain/geometry/vn2000.ts';
import { gridOfEpsg, vn2000Grids } from '../../../../domain/geometry/vn2000Grids.ts';
import { vectors } from '../../geometry/vn2000Vectors.ts';

const tongSon = { west: 105.742768, south: 19.953714, east: 105.832246, north: 20.079012 };
const here: ExpectedPlace = { box: tongSon, grid: cadastralGrid105 };
const anywhere: ExpectedPlace = { box: null, grid: null };

function read(pairs: readonly CoordinatePair[], expected = here): CoordinateReading {
  const found = recogniseCoordinates(pairs, expected);
  if (isCoordinateProblem(found)) throw new Error(JSON.stringify(found));
  return found;
}

const paper = vectors.slice(0, 1).map(({ cadastral: [east, north] }) => [north, east] as const);

describe('two numbers of a file', () => {
  it('are degrees in either order, by the country they lie in', () => {
    expect(read([[105.79, 20.01]])).toMatchObject({ kind: 'degrees', order: 'xy', certainty: 'sure', outside: [] });
    const swapped = read([[20.01, 105.79]], anywhere);
    expect(swapped).toMatchObject({ kind: 'degrees', order: 'yx', certainty: 'sure' });
    expect(swapped.convert([20.01, 105.79])).toEqual([105.79, 20.01]);
  });

  it('are assumed to be longitude and latitude where neither order tells', () => {
    expect(read([[9.5, 47.1]], anywhere)).toMatchObject({ kind: 'degrees', order: 'xy', certainty: 'assumed' });
  });

  it('are VN-2000 in the order of papers and in that of maps, to a millimetre (RULES §5)', () => {
    for (const pairs of [paper, paper.map(([north, east]) => [east, north] as const)]) {
      const found = read(pairs);
      expect(found).toMatchObject({ kind: 'grid', grid: cadastralGrid105, outside: [] });
      expect(distanceMeters(found.convert(pairs[0]!), [105.79, 20.01])).toBeLessThanOrEqual(0.001);
    }
    expect(read(paper).order).toBe('yx');
  });

  it('show the other grids with which they lie inside: the grid of national maps beside that of the cadastre', () => {
    expect(read(paper)).toMatchObject({ certainty: 'likely', alternatives: [{ grid: utm48, kind: 'grid' }] });
    const inMaps = vectors
      .map(({ position }) => toGrid(utm48, position))
      .map((at): CoordinatePair => [at.eastMeters, at.northMeters]);
    expect(read(inMaps.slice(0, 2), { box: tongSon, grid: utm48 }).grid).toBe(utm48);
  });

  it('are of the one grid that fits, when that of the province does not', () => {
    const zone = gridOfEpsg(9210)!;
    const at = toGrid(zone, [105.79, 20.01]);
    const pairs = [[at.northMeters, at.eastMeters]] as const;
    expect(read(pairs)).toMatchObject({ grid: zone, certainty: 'likely', outside: [] });
    // In the sea in every grid: read as the province has it, and shown as outside.
    expect(read([[1_900_000, 700_000]])).toMatchObject({ grid: cadastralGrid105, certainty: 'assumed', outside: [0] });
    expect(recogniseCoordinates(paper, anywhere)).toMatchObject({ problem: 'grid-unknown' });
  });

  it('that lie in the sea or are swapped among others are told, not refused', () => {
    const found = read([
      [105.79, 20.01],
      [105.791, 20.011],
      [20.012, 105.792],
      [107.5, 18],
    ]);
    expect(found).toMatchObject({ kind: 'degrees', order: 'xy', outside: [2, 3] });
  });

  it.each<[string, CoordinatePair[], string, number | null]>([
    ['degrees and metres', [[105.79, 20.01], paper[0]!], 'mixed', 1],
    ['no finite number', [[105.79, Infinity]], 'not-finite', 0],
    [
      'no number',
      [
        [105.79, 20],
        [NaN, 20],
      ],
      'not-finite',
      1,
    ],
    ['metres of something else', [[11_776_000, 2_273_000]], 'unknown', 0],
    ['none at all', [], 'nothing', null],
  ])('are a problem when there is %s', (_, pairs, problem, index) => {
    expect(recogniseCoordinates(pairs, here)).toMatchObject({ problem, index });
  });
});

describe('grids of VN-2000', () => {
  it('are known by their codes, one of each meridian (EPSG)', () => {
    expect(gridOfEpsg(5897)).toBe(cadastralGrid105);
    expect(gridOfEpsg(3405)).toBe(utm48);
    const meridians = [5896, 5898, 5899, 9205, 9208, 9218].map((code) => gridOfEpsg(code)!.centralMeridianDegrees);
    expect(meridians).toEqual([102, 108, 107.75, 103, 104.75, 108.5]);
    expect(new Set(vn2000Grids).size).toBe(20);
  });

  it('have degrees that come back from VN-2000 to a tenth of a millimetre', () => {
    const anywhereInside = fc.tuple(
      fc.double({ min: 102, max: 109, noNaN: true }),
      fc.double({ min: 8, max: 23, noNaN: true }),
    );
    fc.assert(fc.property(anywhereInside, (at) => distanceMeters(fromVn2000(toVn2000(at)), at) < 1e-4));
  });
});

describe('a coordinate in a cell', () => {
  it.each<[string, number, 'latitude' | 'longitude' | null]>([
    ['105.79', 105.79, null],
    ['105,79', 105.79, null],
    ['105.79°', 105.79, null],
    ['2.213.555,572', 2_213_555.572, null],
    ['2,213,555.572', 2_213_555.572, null],
    ['582 463,51', 582_463.51, null],
    ['5.8246351E5', 582_463.51, null],
    ['19°58\'12.3"N', 19.97008333, 'latitude'],
    ['19°58′12,3″ B', 19.97008333, 'latitude'],
    ["N 19° 58.205'", 19.97008333, 'latitude'],
    ['105°47’24’’Đ', 105.79, 'longitude'],
    ['19 58 12.3', 19.97008333, null],
    ['19:58:12.3', 19.97008333, null],
    ['19°58\'12.3"S', -19.97008333, 'latitude'],
  ])('%s', (text, value, axis) => {
    const read = readCoordinateText(text)!;
    expect([read.value.toFixed(8), read.axis]).toEqual([value.toFixed(8), axis]);
  });

  it.each(['', 'abc', '1e400', 'NaN', 'Infinity', "19°61'", '19.5°58\'12"', 'N19°E', '12/5', '-19°N', 'x'.repeat(100)])(
    'is none: %s',
    (text) => expect(readCoordinateText(text)).toBeNull(),
  );
});
