/** What can be seen from a place: against a line to each wall, and the cases that walls of real villages bring. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateOnLine } from '../../../domain/geometry/line.ts';
import { localFrame, type Meters } from '../../../domain/geometry/localFrame.ts';
import type { Polygon, Position } from '../../../domain/geometry/shapes.ts';
import { sightMeters, viewFrom, wholeTurn, type View } from '../../../domain/geometry/visibility.ts';
import { wallsOf } from '../../../domain/geometry/walls.ts';

const frame = localFrame([105.788, 19.97]);
const outline = (...corners: readonly Meters[]): Polygon => ({
  type: 'Polygon',
  coordinates: [[...corners, corners[0]!].map(frame.toDegrees)],
});
const box = (west: number, south: number, width: number, height = width): Polygon =>
  outline([west, south], [west + width, south], [west + width, south + height], [west, south + height]);

const all = { fromAngle: 0, spanAngle: wholeTurn };
const viewOf = (place: Meters, polygons: readonly Polygon[], sector = all, range = 50): View =>
  viewFrom(place, wallsOf(polygons, frame), sector, range);
const towards = ([x, y]: Meters, view: View) =>
  sightMeters(view, (Math.atan2(y - view.place[1], x - view.place[0]) + wholeTurn) % wholeTurn);

/** The nearest wall on a line, asked wall by wall. */
function sightByLines([x, y]: Meters, polygons: readonly Polygon[], angle: number, range: number): number {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let nearest = range;
  for (const ring of polygons.flatMap(({ coordinates }) => coordinates)) {
    const places = ring.map(frame.toMeters);
    for (let i = 1; i < places.length; i += 1) {
      const [[px, py], [qx, qy]] = [places[i - 1]!, places[i]!];
      const cross = cos * (qy - py) - sin * (qx - px);
      if (Math.abs(cross) < 1e-9) continue;
      const along = ((px - x) * (qy - py) - (py - y) * (qx - px)) / cross;
      const share = ((px - x) * sin - (py - y) * cos) / cross;
      if (along > 0 && share >= 0 && share <= 1) nearest = Math.min(nearest, along);
    }
  }
  return nearest;
}

const distanceToWallsMeters = ({ coordinates }: Polygon, position: Position): number =>
  Math.min(
    ...coordinates.map((line) => locateOnLine({ type: 'LineString', coordinates: line }, position).distanceMeters),
  );

describe('a view', () => {
  it('is one wedge without a wall in the open', () => {
    const view = viewOf([0, 0], []);
    expect(view.wedges).toEqual([{ fromAngle: 0, toAngle: wholeTurn, wall: null }]);
    expect(sightMeters(view, 1)).toBe(50);
  });
  it('ends at the near wall of a house, and goes past its corners', () => {
    const view = viewOf([0, 0], [box(10, -5, 10)]);
    expect(towards([10, 0], view)).toBeCloseTo(10, 6);
    expect(towards([10, 4.9], view)).toBeCloseTo(Math.hypot(10, 4.9), 6);
    expect(towards([10, 5.1], view)).toBe(50);
    expect(towards([-10, 0], view)).toBe(50);
  });
  it('is not held up by houses that share a wall, nor slips between them', () => {
    const view = viewOf([0, 0], [box(10, -5, 5), box(10, 0, 5), box(10, 5, 5)]);
    for (const north of [-4.99, -2, 0, 1e-9, 2, 5, 9.99]) {
      expect(towards([10, north], view)).toBeCloseTo(Math.hypot(10, north), 6);
    }
  });
  it('takes walls in one line as they come', () => {
    const view = viewOf([0, 0], [box(10, 2, 4), box(20, 2, 4)]);
    // Along the line of their near walls both are only touched.
    expect(towards([40, 1.999], view)).toBe(50);
    expect(towards([10, 2.5], view)).toBeCloseTo(Math.hypot(10, 2.5), 6);
  });
  it('finds the nearest of outlines that cross each other', () => {
    const one = outline([10, -10], [12, -10], [20, 10], [18, 10]);
    const other = outline([10, 10], [12, 10], [20, -10], [18, -10]);
    const view = viewOf([0, 0], [one, other]);
    for (let north = -9.5; north < 10; north += 0.25) {
      const angle = Math.atan2(north, 14);
      const expected = sightByLines([0, 0], [one, other], angle, 50);
      expect(sightMeters(view, (angle + wholeTurn) % wholeTurn)).toBeCloseTo(expected, 6);
    }
  });
  it('lies within its sector also where that crosses the turn', () => {
    const sector = { fromAngle: -0.5, spanAngle: 1 };
    const view = viewOf([0, 0], [box(10, -1, 2)], sector);
    expect(view.wedges[0]!.fromAngle).toBe(-0.5);
    expect(view.wedges.at(-1)!.toAngle).toBeCloseTo(0.5, 12);
    expect(sightMeters(view, 0)).toBeCloseTo(10, 6);
    expect(view.wedges.filter(({ wall }) => wall !== null)).toHaveLength(1);
  });

  const numbers = fc.double({ min: -45, max: 45, noNaN: true });
  const houses = fc.array(
    fc.record({
      west: numbers,
      south: numbers,
      width: fc.double({ min: 1, max: 15, noNaN: true }),
      turn: fc.double({ min: 0, max: 3, noNaN: true }),
    }),
    { minLength: 1, maxLength: 25 },
  );
  it('sees as far as a line to every wall says, in any direction, among any houses', () => {
    fc.assert(
      fc.property(
        houses,
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.double({ min: 0.1, max: 6.28, noNaN: true }),
        (made, fromAngle, spanAngle) => {
          const outlines = made.map(({ west, south, width, turn }) => {
            const [cos, sin] = [Math.cos(turn) * width, Math.sin(turn) * width];
            return outline(
              [west, south],
              [west + cos, south + sin],
              [west + cos - sin, south + sin + cos],
              [west - sin, south + cos],
            );
          });
          // Who stands on a wall is put before it first (coverage/cameras/cameraCoverage.test.ts).
          const polygons = outlines.filter((polygon) => distanceToWallsMeters(polygon, frame.toDegrees([0, 0])) > 0.02);
          const view = viewOf([0, 0], polygons, { fromAngle, spanAngle });
          for (let step = 0; step < 60; step += 1) {
            const angle = fromAngle + ((step + 0.5) * spanAngle) / 60;
            const expected = sightByLines([0, 0], polygons, angle, 50);
            // At the very edge of a wall either is right.
            const beside = [-1e-6, 1e-6].map((off) => sightByLines([0, 0], polygons, angle + off, 50));
            if (beside.some((other) => Math.abs(other - expected) > 0.01)) continue;
            expect(sightMeters(view, angle)).toBeCloseTo(expected, 4);
          }
          const gaps = view.wedges.slice(1).map(({ fromAngle: from }, index) => from - view.wedges[index]!.toAngle);
          expect(gaps.every((gap) => gap === 0)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
