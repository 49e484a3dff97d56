import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bearingDegrees,
  lineLengthMeters,
  locateOnLine,
  positionAt,
  reverseLine,
} from '../../../domain/geometry/line.ts';
import { distanceMeters, localFrame } from '../../../domain/geometry/localFrame.ts';
import type { LineString, Position } from '../../../domain/geometry/shapes.ts';
import { at } from '../builders.ts';

const line = (...coordinates: Position[]): LineString => ({ type: 'LineString', coordinates });

describe('metres', () => {
  it('agree with geodesic lengths on WGS 84 to a millimetre over a village', () => {
    // PostGIS: ST_Distance(geography) of these pairs.
    expect(distanceMeters([105.79, 20], [105.79, 20.01])).toBeCloseTo(1107.0435, 3);
    expect(distanceMeters([105.79, 20], [105.8, 20])).toBeCloseTo(1046.4709, 3);
  });

  it('go and come back', () => {
    const frame = localFrame(at(0, 0));
    const [lng, lat] = frame.toDegrees(frame.toMeters(at(321, -123)));
    expect(lng).toBeCloseTo(at(321, -123)[0], 12);
    expect(lat).toBeCloseTo(at(321, -123)[1], 12);
  });
});

describe('a place on a line', () => {
  const corner = line(at(0, 0), at(0, 100), at(100, 100));

  it('has measure, side, distance and foot', () => {
    const place = locateOnLine(corner, at(-5, 40));
    expect(place.measureMeters).toBeCloseTo(40, 1);
    expect(place.distanceMeters).toBeCloseTo(5, 2);
    expect(place).toMatchObject({ side: 'left', atEnd: false });
    expect(place.foot[0]).toBeCloseTo(at(0, 40)[0], 7);
  });

  it('is left or right of a bend as a whole, not of one of its segments', () => {
    // The line turns right at (0, 100): what lies outside the bend is left of it on every side of the corner.
    for (const outside of [at(-5, 108), at(-1, 101), at(-8, 103), at(3, 106)]) {
      expect(locateOnLine(corner, outside).side).toBe('left');
    }
    expect(locateOnLine(corner, at(6, 94)).side).toBe('right');
    // A hairpin: the point before its tip is outside, left of both arms or right of both.
    const hairpin = line(at(0, 0), at(100, 10), at(0, 20));
    expect(locateOnLine(hairpin, at(110, 10)).side).toBe('right');
    expect(locateOnLine(hairpin, at(90, 10)).side).toBe('left');
  });

  it('has its foot where the shortest way leads, not along the parallel: 7 mm farther north at 450 m', () => {
    const lngMeters = 111_320 * Math.cos((23 * Math.PI) / 180);
    const meridian = line([105.79 + 450 / lngMeters, 22.999], [105.79 + 450 / lngMeters, 23.001]);
    const half = lineLengthMeters(meridian) / 2;
    const bend = (450 ** 2 * Math.tan((23 * Math.PI) / 180)) / 2 / 6_381_000;
    expect(locateOnLine(meridian, [105.79, 23]).measureMeters - half).toBeCloseTo(bend, 4);
    expect(bend).toBeCloseTo(0.0067, 4);
  });

  it('goes on counting past the ends, to keep the order of houses round a dead end', () => {
    const straight = line(at(0, 0), at(0, 100));
    const beyond = locateOnLine(straight, at(3, 112));
    expect(beyond.atEnd).toBe(true);
    expect(beyond.measureMeters).toBeCloseTo(100, 1);
    expect(beyond.alongMeters).toBeCloseTo(112, 1);
    expect(locateOnLine(straight, at(3, -12)).alongMeters).toBeCloseTo(-12, 1);
  });

  it('has no end on a loop, and the right side at its seam', () => {
    const loop = line(at(0, 0), at(100, 0), at(100, 100), at(0, 100), at(0, 0));
    const outside = locateOnLine(loop, at(-4, -4));
    expect(outside).toMatchObject({ side: 'right', atEnd: false });
    expect(locateOnLine(loop, at(4, 3)).side).toBe('left');
  });

  it('copes with repeated positions', () => {
    const repeated = line(at(0, 0), at(0, 0), at(0, 50), at(0, 50), at(0, 100), at(0, 100));
    expect(locateOnLine(repeated, at(2, 50))).toMatchObject({ side: 'right', atEnd: false });
    expect(locateOnLine(repeated, at(2, 120)).atEnd).toBe(true);
    expect(positionAt(repeated, 1e9).bearingDegrees).toBeCloseTo(0, 6);
  });

  const anyPosition = fc
    .tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }))
    .map(([x, y]) => at(x, y));
  const anyLine = fc
    .uniqueArray(anyPosition, { minLength: 2, maxLength: 8, selector: String })
    .map((coordinates) => line(...coordinates));

  it('mirrors when the line is reversed: same distance, measure from the other end', () => {
    fc.assert(
      fc.property(anyLine, anyPosition, (any, position) => {
        const place = locateOnLine(any, position);
        const mirrored = locateOnLine(reverseLine(any), position);
        expect(mirrored.distanceMeters).toBeCloseTo(place.distanceMeters, 6);
        expect(place.measureMeters).toBeGreaterThanOrEqual(0);
        expect(place.measureMeters).toBeLessThanOrEqual(lineLengthMeters(any));
        expect(distanceMeters(place.foot, position)).toBeCloseTo(place.distanceMeters, 2);
        expect(distanceMeters(positionAt(any, place.measureMeters).position, place.foot)).toBeCloseTo(0, 6);
      }),
      // Far to the south of the line: its own latitude and the middle one measure 5 mm apart there.
      { examples: [[line([105.7905323, 19.9708131], [105.7891753, 19.9725928]), [105.7851906, 19.9673349]]] },
    );
  });

  it('is the nearest there is: no other position of the line is nearer', () => {
    fc.assert(
      fc.property(anyLine, anyPosition, (any, position) => {
        const nearest = locateOnLine(any, position).distanceMeters;
        for (let part = 0; part <= 50; part += 1) {
          const other = positionAt(any, (part / 50) * lineLengthMeters(any)).position;
          // Two places 850 m off, north and south, are told apart to within twice tan(20°) · 600 m / 2R of that.
          expect(distanceMeters(other, position)).toBeGreaterThan(nearest - 0.03);
        }
      }),
    );
  });
});

describe('bearings', () => {
  it('are degrees clockwise from north', () => {
    expect(bearingDegrees(at(0, 0), at(0, 10))).toBeCloseTo(0, 1);
    expect(bearingDegrees(at(0, 0), at(10, 0))).toBeCloseTo(90, 1);
    expect(bearingDegrees(at(0, 0), at(-10, -10))).toBeCloseTo(225, 0);
    expect(bearingDegrees([105.79, 20.01], [105.8, 20])).toBeCloseTo(136.6, 1);
  });
});
