import { describe, expect, it } from 'vitest';
import { box, house, mouths, way, type Building, type Place } from './place.ts';

const street = way('Street', [
  [-100, 0],
  [100, 0],
]);
const place = (ways: Place['ways'], ...buildings: Building[]): Place => ({ ways, buildings });
/** From the edge of the street northward, then east behind the houses. */
const drive = way(null, [
  [0, 2],
  [0, 40],
  [50, 40],
]);
const mouthOf = (one: Building, ways = [street, drive]) => mouths(place(ways, one))['house'];

describe('where a house that stands back is reached', () => {
  const behind = house('house', box([35, 44]));

  it('is where the way to it opens from the road', () => {
    expect(mouthOf(behind)).toEqual([0, 2]);
    expect(mouthOf(behind, [street, { ...drive, points: drive.points.toReversed() }])).toEqual([0, 2]);
    // Drawn in two pieces, or to the middle of the road.
    const pieces = [way(null, [drive.points[0]!, drive.points[1]!]), way(null, [drive.points[1]!, drive.points[2]!])];
    expect(mouthOf(behind, [street, ...pieces])).toEqual([0, 2]);
    expect(mouthOf(behind, [street, way(null, [[0, 0], ...drive.points.slice(1)])])).toEqual([0, 0]);
  });

  it('nobody asks for a house on the road itself, whichever way passes beside it', () => {
    expect(mouthOf(house('house', box([3, 6])))).toBeNull();
    // The road's edge is 18 m away and the way 2 m, but it is no longer than a front garden.
    expect(mouthOf(house('house', box([2, 14])))).toBeNull();
    expect(mouthOf(house('house', box([2, 24])))).toEqual([0, 2]);
  });

  it('nor where no way leads there, or only a path for feet', () => {
    expect(mouthOf(behind, [street])).toBeNull();
    expect(mouthOf(behind, [street, { ...drive, surface: 'foot' }])).toBeNull();
  });

  it('holds for a known door too', () => {
    const doored = house('house', box([35, 44]), { point: [40, 44], isDoor: true });
    expect(mouthOf(doored)).toEqual([0, 2]);
  });
});
