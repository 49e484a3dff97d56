import { expect, it } from 'vitest';
import { lineLengthMeters } from '../../../domain/geometry/line.ts';
import { lineBetween } from '../../../domain/geometry/lineBetween.ts';
import { at } from '../builders.ts';

const line = { type: 'LineString' as const, coordinates: [at(0, 0), at(100, 0), at(100, 50)] };

it('the part between two measures keeps the bends that lie in it', () => {
  const part = lineBetween(line, 80, 120);
  expect(part.coordinates).toHaveLength(3);
  expect(part.coordinates[1]).toEqual(at(100, 0));
  expect(lineLengthMeters(part)).toBeCloseTo(40, 3);
  expect(lineBetween(line, 10, 20).coordinates).toHaveLength(2);
});

it('measures beyond the ends are held within the line', () => {
  expect(lineBetween(line, -5, 500).coordinates).toEqual(line.coordinates);
});
