/** What two numbers of a file mean: degrees or metres of VN-2000, in which order and which grid; told, never guessed silently. */
import type { Box } from '../../geometry/box.ts';
import type { Position } from '../../geometry/shapes.ts';
import { fromGrid, gridPlaceOf, type Grid } from '../../geometry/vn2000.ts';
import { vn2000Grids } from '../../geometry/vn2000Grids.ts';

/** Where the places of a file are to lie, as far as it is known. */
export interface ExpectedPlace {
  /** Of the village, the commune or the province, WGS 84. */
  readonly box: Box | null;
  /** Of the province's cadastre. */
  readonly grid: Grid | null;
}

export type CoordinatePair = readonly [first: number, second: number];

/** `xy`: easting or longitude first, as in GIS; `yx`: northing or latitude first, as on papers and in maps of the web. */
export type AxisOrder = 'xy' | 'yx';

export interface CoordinateMeaning {
  readonly kind: 'degrees' | 'grid';
  readonly order: AxisOrder;
  /** Null for degrees. */
  readonly grid: Grid | null;
}

export interface CoordinateReading extends CoordinateMeaning {
  /** `sure`: nothing else fits; `likely`: the expected one of several, or the only one that fits; `assumed`: none is told. */
  readonly certainty: 'sure' | 'likely' | 'assumed';
  /** Indexes of the pairs that do not lie inside the box (about a kilometre beside it still does). */
  readonly outside: readonly number[];
  /** Other meanings with which the places lie inside the box, best first. */
  readonly alternatives: readonly CoordinateMeaning[];
  /** WGS 84. */
  readonly convert: (pair: CoordinatePair) => Position;
}

export interface CoordinateProblem {
  readonly problem: 'nothing' | 'not-finite' | 'mixed' | 'unknown' | 'grid-unknown';
  /** Of the first pair to blame; null where none is. */
  readonly index: number | null;
  /** For `grid-unknown`: the grids with which the places lie inside the box. */
  readonly alternatives: readonly CoordinateMeaning[];
}

export type PairKind = 'degrees' | 'grid' | 'other' | 'not-finite';

/** The country with its islands nearest the coast: longitudes and latitudes in it cannot be taken for each other. */
export const vietnam: Box = { west: 101.5, south: 6.5, east: 110.5, north: 24 };

/** Of one pair by itself: degrees (in either order), a northing and an easting, or nothing known. */
export function kindOfPair([first, second]: CoordinatePair): PairKind {
  if (!Number.isFinite(first) || !Number.isFinite(second)) return 'not-finite';
  if (Math.abs(first) <= 180 && Math.abs(second) <= 180) {
    return Math.abs(first) <= 90 || Math.abs(second) <= 90 ? 'degrees' : 'other';
  }
  return gridPlaceOf(first, second) ? 'grid' : 'other';
}

/** The order that one pair of degrees can only have; null where both would do. */
export function orderOfDegrees([first, second]: CoordinatePair): AxisOrder | null {
  if (isWithin(vietnam, [first, second])) return 'xy';
  if (isWithin(vietnam, [second, first])) return 'yx';
  if (Math.abs(second) > 90) return 'yx';
  return Math.abs(first) > 90 ? 'xy' : null;
}

/**
 * The meaning of all pairs together: those of a column each, or of the shapes of a file. Order and grid are those of most of
 * the pairs, so that single slips (points swapped, in the sea) stand out as `outside` and do not bend the others.
 */
export function recogniseCoordinates(
  pairs: readonly CoordinatePair[],
  expected: ExpectedPlace,
): CoordinateReading | CoordinateProblem {
  const problem = (code: CoordinateProblem['problem'], index: number | null): CoordinateProblem => ({
    problem: code,
    index,
    alternatives: [],
  });
  if (pairs.length === 0) return problem('nothing', null);
  const kinds = pairs.map(kindOfPair);
  const [first] = kinds;
  const odd = kinds.findIndex((kind) => kind === 'not-finite');
  if (odd !== -1) return problem('not-finite', odd);
  const other = kinds.findIndex((kind) => kind !== first);
  if (other !== -1) return problem('mixed', other);
  if (first === 'degrees') return degreesOf(pairs, expected.box);
  return first === 'grid' ? gridOf(pairs, expected) : problem('unknown', 0);
}

export const isCoordinateProblem = (read: CoordinateReading | CoordinateProblem): read is CoordinateProblem =>
  'problem' in read;

function degreesOf(pairs: readonly CoordinatePair[], box: Box | null): CoordinateReading {
  let swapped = 0;
  let straight = 0;
  for (const pair of pairs) {
    const order = orderOfDegrees(pair);
    if (order === 'yx') swapped += 1;
    else if (order === 'xy') straight += 1;
  }
  const order: AxisOrder = swapped > straight ? 'yx' : 'xy';
  const certainty = swapped > 0 === straight > 0 ? 'assumed' : 'sure';
  return readingOf(pairs, { kind: 'degrees', order, grid: null }, box, certainty, []);
}

function gridOf(pairs: readonly CoordinatePair[], { box, grid }: ExpectedPlace): CoordinateReading | CoordinateProblem {
  // Northings and eastings cannot be taken for each other: each pair is read in the order it has.
  const papers = pairs.filter(([first, second]) => gridPlaceOf(first, second)?.isPaperOrder).length;
  const order: AxisOrder = papers * 2 > pairs.length ? 'yx' : 'xy';
  const meaning = (one: Grid): CoordinateMeaning => ({ kind: 'grid', order, grid: one });
  if (box === null) {
    return grid
      ? readingOf(pairs, meaning(grid), null, 'assumed', [])
      : { problem: 'grid-unknown', index: 0, alternatives: [] };
  }
  const some = sampleOf(pairs);
  const inside = vn2000Grids
    .map((one) => ({ one, count: some.filter((pair) => isNear(box, gridPosition(one, pair))).length }))
    // Most of the places: of one that is elsewhere nothing follows.
    .filter(({ count }) => count * 2 > some.length)
    .sort((a, b) => Number(b.one === grid) - Number(a.one === grid) || b.count - a.count)
    .map(({ one }) => one);
  const [best, ...rest] = inside;
  if (best && (best === grid || rest.length === 0)) {
    const isSure = rest.length === 0 && (grid === null || best === grid);
    return readingOf(pairs, meaning(best), box, isSure ? 'sure' : 'likely', rest.map(meaning));
  }
  // Outside in the grid expected: read so and shown as outside; with none expected nothing is read.
  if (grid) return readingOf(pairs, meaning(grid), box, 'assumed', inside.map(meaning));
  return { problem: 'grid-unknown', index: 0, alternatives: inside.map(meaning) };
}

/** Of a long list as many, spread over it, as tell the same. */
function sampleOf<T>(list: readonly T[], most = 200): readonly T[] {
  const step = Math.max(1, Math.floor(list.length / most));
  return list.filter((_, index) => index % step === 0);
}

function readingOf(
  pairs: readonly CoordinatePair[],
  meaning: CoordinateMeaning,
  box: Box | null,
  certainty: CoordinateReading['certainty'],
  alternatives: readonly CoordinateMeaning[],
): CoordinateReading {
  const convert = converterOf(meaning);
  const outside = box ? pairs.flatMap((pair, index) => (isNear(box, convert(pair)) ? [] : [index])) : [];
  return { ...meaning, certainty, outside, alternatives, convert };
}

/** To WGS 84. What is no pair of a grid, or no finite number, becomes NaN. */
export function converterOf({ order, grid }: CoordinateMeaning): (pair: CoordinatePair) => Position {
  if (grid) return (pair) => gridPosition(grid, pair);
  return order === 'xy' ? ([first, second]) => [first, second] : ([first, second]) => [second, first];
}

function gridPosition(grid: Grid, [first, second]: CoordinatePair): Position {
  const place = gridPlaceOf(first, second);
  return place ? fromGrid(grid, place) : [NaN, NaN];
}

/** About a kilometre, as for numbers of papers (domain/geometry/vn2000.ts). */
const toleranceDegrees = 0.01;

const isNear = ({ west, south, east, north }: Box, [lng, lat]: Position): boolean =>
  lng >= west - toleranceDegrees &&
  lat >= south - toleranceDegrees &&
  lng <= east + toleranceDegrees &&
  lat <= north + toleranceDegrees;

const isWithin = ({ west, south, east, north }: Box, [lng, lat]: CoordinatePair): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north;
