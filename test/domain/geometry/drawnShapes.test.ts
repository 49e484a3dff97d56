import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearingDegrees } from '../../../domain/geometry/line.ts';
import { distanceMeters } from '../../../domain/geometry/localFrame.ts';
import { areaSquareMeters } from '../../../domain/geometry/polygon.ts';
import { rectangleOn } from '../../../domain/geometry/rectangle.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import { squareCorners } from '../../../domain/geometry/squareCorners.ts';
import { placeTowards, steadied, turnAbout } from '../../../domain/geometry/turn.ts';
import { at } from '../builders.ts';

const areaOf = (corners: readonly Position[]) =>
  areaSquareMeters({ type: 'Polygon', coordinates: [[...corners, corners[0] as Position]] });
/** Degrees at each corner. */
const anglesOf = (corners: readonly Position[]) =>
  corners.map((corner, index) => {
    const turn =
      bearingDegrees(corner, corners[(index + 1) % corners.length]!) - bearingDegrees(corners.at(index - 1)!, corner);
    return ((turn % 360) + 360) % 360;
  });
const isRight = (degrees: number) => Math.min(Math.abs(degrees - 90), Math.abs(degrees - 270));

describe('a rectangle on a wall', () => {
  it('has right angles, the wall as drawn and the depth of the third place', () => {
    const { corners, wallMeters, depthMeters } = rectangleOn(at(0, 0), at(6, 2), at(1, 12))!;
    expect(corners.slice(0, 2)).toEqual([at(0, 0), at(6, 2)]);
    for (const angle of anglesOf(corners)) expect(isRight(angle)).toBeLessThan(0.05);
    expect(wallMeters).toBeCloseTo(distanceMeters(at(0, 0), at(6, 2)), 3);
    expect(areaOf(corners)).toBeCloseTo(wallMeters * depthMeters, 2);
  });

  it('stands on the side of the third place', () => {
    expect(rectangleOn(at(0, 0), at(6, 0), at(3, -5))!.corners[3]![1]).toBeLessThan(at(0, 0)[1]);
  });

  it('is none without a wall or without a depth', () => {
    expect(rectangleOn(at(0, 0), at(0, 0), at(3, 5))).toBeNull();
    expect(rectangleOn(at(0, 0), at(6, 0), at(9, 0))).toBeNull();
  });
});

describe('square corners', () => {
  it('makes a crooked house square and keeps its size', () => {
    const crooked = [at(0, 0), at(10.4, 0.6), at(9.7, 8.3), at(-0.5, 7.6)];
    const squared = squareCorners(crooked)!;
    expect(squared).toHaveLength(4);
    for (const angle of anglesOf(squared)) expect(isRight(angle)).toBeLessThan(0.05);
    expect(areaOf(squared) / areaOf(crooked)).toBeCloseTo(1, 1);
  });

  it('an L stays an L; a corner in the middle of a wall falls away', () => {
    const l = [at(0, 0), at(5, 0.2), at(10, 0), at(10, 5), at(5.2, 5), at(5, 10), at(0, 10.2)];
    expect(squareCorners(l)).toHaveLength(6);
  });

  it('of a triangle nothing comes', () => {
    expect(squareCorners([at(0, 0), at(10, 0), at(5, 9)])).toBeNull();
    expect(squareCorners([at(0, 0), at(10, 0)])).toBeNull();
  });

  it('any rectangle turned any way and shaken a little becomes square again', () => {
    const shake = fc.double({ min: -0.3, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 359 }),
        fc.integer({ min: 4, max: 30 }),
        fc.integer({ min: 4, max: 30 }),
        fc.array(shake, { minLength: 8, maxLength: 8 }),
        (degrees, wide, deep, shakes) => {
          const turn = turnAbout(at(0, 0), degrees);
          const s = (index: number) => shakes[index] ?? 0;
          const corners = [
            at(s(0), s(1)),
            at(wide + s(2), s(3)),
            at(wide + s(4), deep + s(5)),
            at(s(6), deep + s(7)),
          ].map(turn);
          const squared = squareCorners(corners)!;
          expect(squared).toHaveLength(4);
          for (const angle of anglesOf(squared)) expect(isRight(angle)).toBeLessThan(0.1);
          expect(Math.abs(areaOf(squared) / areaOf(corners) - 1)).toBeLessThan(0.1);
        },
      ),
    );
  });
});

describe('turning', () => {
  it('is clockwise as on a compass, and back again', () => {
    const east = turnAbout(at(0, 0), 90)(at(0, 10));
    expect(bearingDegrees(at(0, 0), east)).toBeCloseTo(90, 3);
    const back = turnAbout(at(0, 0), -90)(east);
    expect(distanceMeters(back, at(0, 10))).toBeLessThan(0.001);
  });

  it('holds to whole steps from a given direction', () => {
    const to = placeTowards(at(0, 0), 41, 20);
    expect(bearingDegrees(at(0, 0), steadied(at(0, 0), to, 0))).toBeCloseTo(45, 3);
    expect(bearingDegrees(at(0, 0), steadied(at(0, 0), to, 10))).toBeCloseTo(40, 3);
    expect(distanceMeters(at(0, 0), steadied(at(0, 0), to, 0))).toBeCloseTo(20 * Math.cos((4 * Math.PI) / 180), 2);
  });
});
