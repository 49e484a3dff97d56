/** Outlines merged: against the areas that turf gives, and the cases hand-drawn houses bring. */
import { area, featureCollection, polygon, union } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaSquareMeters } from '../../../domain/geometry/polygon.ts';
import { sameWallMeters, unionOf } from '../../../domain/geometry/polygonUnion.ts';
import type { Polygon } from '../../../domain/geometry/shapes.ts';
import { polygonProblem } from '../../../domain/geometry/validity.ts';
import { at } from '../builders.ts';
import { rectangle } from '../edits/doing.ts';

const shape = (...corners: readonly (readonly [number, number])[]): Polygon => ({
  type: 'Polygon',
  coordinates: [[...corners, corners[0]!].map(([east, north]) => at(east, north))],
});

describe('the union of two outlines', () => {
  it('is one rectangle when they share a wall', () => {
    const whole = unionOf(rectangle(0, 0, 5, 10), rectangle(5, 0, 5, 10))!;
    expect(whole.coordinates[0]).toHaveLength(5);
    expect(areaSquareMeters(whole)).toBeCloseTo(100, 0);
  });
  it('closes the gap between walls that nearly touch, and takes walls that overlap a little as one', () => {
    for (const gap of [0.3, -0.3, 0.05]) {
      const whole = unionOf(rectangle(0, 0, 5, 10), rectangle(5 + gap, 0, 5, 10))!;
      expect(polygonProblem(whole)).toBeNull();
      expect(areaSquareMeters(whole)).toBeCloseTo(100 + gap * 10, -1);
    }
  });
  it('is an L where one stands against part of the other’s wall', () => {
    const whole = unionOf(rectangle(0, 0, 10, 4), rectangle(0, 4, 4, 6))!;
    expect(whole.coordinates[0]).toHaveLength(7);
    expect(areaSquareMeters(whole)).toBeCloseTo(64, 0);
  });
  it('crosses where they cross, and is the larger where one lies in the other', () => {
    const cross = unionOf(rectangle(-10, -2, 20, 4), rectangle(-2, -10, 4, 20))!;
    expect(cross.coordinates[0]).toHaveLength(13);
    expect(areaSquareMeters(unionOf(rectangle(0, 0, 20), rectangle(5, 5, 5))!)).toBeCloseTo(400, -1);
  });
  it('keeps a court that two U close between them', () => {
    const [left, right] = [
      shape([0, 0], [10, 0], [10, 3], [3, 3], [3, 17], [10, 17], [10, 20], [0, 20]),
      shape([10, 0], [20, 0], [20, 20], [10, 20], [10, 17], [17, 17], [17, 3], [10, 3]),
    ];
    const whole = unionOf(left, right)!;
    expect(whole.coordinates).toHaveLength(2);
    expect(areaSquareMeters(whole)).toBeCloseTo(400 - 14 * 14, 0);
  });
  it('is none where they do not touch', () => {
    expect(unionOf(rectangle(0, 0, 5), rectangle(6, 0, 5))).toBeNull();
    expect(unionOf(rectangle(0, 0, 5), rectangle(100, 0, 5))).toBeNull();
  });
});

const turned = fc
  .record({
    ...{ x: fc.integer({ min: -80, max: 80 }), y: fc.integer({ min: -80, max: 80 }) },
    ...{ width: fc.integer({ min: 30, max: 200 }), depth: fc.integer({ min: 30, max: 200 }) },
    turn: fc.integer({ min: 0, max: 89 }),
  })
  .map(({ x, y, width, depth, turn }) => {
    const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
    const corner = (u: number, v: number) =>
      [x / 10 + (u * cos - v * sin) / 10, y / 10 + (u * sin + v * cos) / 10] as const;
    return shape(corner(0, 0), corner(width, 0), corner(width, depth), corner(0, depth));
  });

/** Corners in units of 1e-7 degree from one place, as they are stored. */
const stored = (...corners: readonly (readonly [number, number])[]): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [...corners, corners[0]!].map(([east, north]) => [(1_057_880_000 + east) / 1e7, (199_700_000 + north) / 1e7]),
  ],
});

/** What random pairs have found: a ring across itself, a shared wall that parted in two, a strip along two walls. */
const foundBefore: [Polygon, Polygon][] = [
  [stored([229, -99], [1670, -28], [1614, 982], [173, 911]), stored([354, 54], [642, 291], [122, 857], [-167, 620])],
  [
    stored([306, 370], [1896, 502], [1764, 1924], [174, 1792]),
    stored([-745, 217], [357, 326], [166, 2042], [-936, 1933]),
  ],
  [
    stored([392, 551], [1489, 753], [1136, 2473], [38, 2272]),
    stored([48, 470], [1539, 744], [1176, 2509], [-315, 2235]),
  ],
];

/** Square metres: two walls of 20 m, the longest there are, each moved by as much as walls are taken as one. */
const mostMoved = 2 * 20 * sameWallMeters;

it('is sound and as large as turf says, to the strip in which walls are taken as one', () => {
  fc.assert(
    fc.property(turned, turned, (one, other) => {
      const [a, b] = [one, other].map(({ coordinates }) =>
        polygon(coordinates.map((ring) => ring.map(([x, y]) => [x, y]))),
      );
      const both = union(featureCollection([a!, b!]))!;
      const expected = area(both);
      const whole = unionOf(one, other);
      // Overlapping well, or well apart; in between it depends on the strip.
      const overlap = area(a!) + area(b!) - expected;
      if (overlap > 4) {
        expect(whole && polygonProblem(whole)).toBeNull();
        expect(Math.abs(areaSquareMeters(whole!) - expected)).toBeLessThan(mostMoved);
      } else if (whole) expect(polygonProblem(whole)).toBeNull();
    }),
    { numRuns: 400, examples: foundBefore },
  );
});
