/** Outlines merged: against the areas that turf gives, and the cases hand-drawn houses bring. */
import { area, featureCollection, polygon, union } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaSquareMeters } from '../../../domain/geometry/polygon.ts';
import { unionOf } from '../../../domain/geometry/polygonUnion.ts';
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
        expect(Math.abs(areaSquareMeters(whole!) - expected)).toBeLessThan(0.6 * 20);
      } else if (whole) expect(polygonProblem(whole)).toBeNull();
    }),
    { numRuns: 400 },
  );
});
