/** Lines cut and joined. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineLengthMeters, locateOnLine, positionAt, reverseLine } from '../../../domain/geometry/line.ts';
import { cutLine, joinLines, nearestEnds } from '../../../domain/geometry/linePieces.ts';
import type { LineString } from '../../../domain/geometry/shapes.ts';
import { at } from '../builders.ts';

const bent: LineString = { type: 'LineString', coordinates: [at(0, 0), at(100, 0), at(100, 100), at(180, 160)] };
const part = fc.integer({ min: 2, max: 98 }).map((percent) => (lineLengthMeters(bent) * percent) / 100);

describe('a line cut in two', () => {
  it('keeps its course: places stay where they were, on the one piece or the other', () => {
    fc.assert(
      fc.property(part, part, (cut, measure) => {
        const [first, second] = cutLine(bent, cut);
        expect(first.coordinates.at(-1)).toEqual(second.coordinates[0]);
        expect(lineLengthMeters(first)).toBeCloseTo(cut, 1);
        const { position } = positionAt(bent, measure);
        const onPiece = measure <= cut ? locateOnLine(first, position) : locateOnLine(second, position);
        expect(onPiece.distanceMeters).toBeLessThan(0.02);
        expect(onPiece.measureMeters + (measure <= cut ? 0 : cut)).toBeCloseTo(measure, 1);
      }),
    );
  });
  it('at a vertex has no further one', () => {
    const [first, second] = cutLine(bent, locateOnLine(bent, at(100, 0)).measureMeters);
    expect([first.coordinates, second.coordinates]).toEqual([bent.coordinates.slice(0, 2), bent.coordinates.slice(1)]);
  });
});

describe('two lines joined', () => {
  it('are what was cut, whichever way round the second lies', () => {
    fc.assert(
      fc.property(part, fc.boolean(), fc.boolean(), (cut, isTurned, isSecond) => {
        const [first, second] = cutLine(bent, cut);
        const [keep, piece] = isSecond ? [second, first] : [first, second];
        const other = isTurned ? reverseLine(piece) : piece;
        const joined = joinLines(keep, other, nearestEnds(keep, other));
        expect(joined.line.coordinates).toEqual([...first.coordinates, ...second.coordinates.slice(1)]);
        expect(joined.isOtherTurned).toBe(isTurned);
        expect(joined.shiftMeters).toBeCloseTo(isSecond ? cut : 0, 1);
        expect(joined.otherShiftMeters).toBeCloseTo(isSecond ? 0 : cut, 1);
      }),
    );
  });
  it('bridge a gap, which counts in the measures', () => {
    const [one, other] = [
      { type: 'LineString', coordinates: [at(0, 0), at(50, 0)] },
      { type: 'LineString', coordinates: [at(54, 0), at(80, 0)] },
    ] as const;
    const joined = joinLines(one, other, nearestEnds(one, other));
    expect(joined.line.coordinates).toHaveLength(4);
    expect(joined.otherShiftMeters).toBeCloseTo(54, 1);
  });
});
