import { expect, it } from 'vitest';
import { lineLengthMeters, positionAt } from '../../../domain/geometry/line.ts';
import { lineBetween } from '../../../domain/geometry/lineBetween.ts';
import type { LineString } from '../../../domain/geometry/shapes.ts';
import { at } from '../builders.ts';

const line: LineString = { type: 'LineString', coordinates: [at(0, 0), at(30, 0), at(30, 40), at(50, 40)] };
const length = lineLengthMeters(line);

it('the part between two measures runs over the vertices in it and is as long as it is to be', () => {
  const part = lineBetween(line, 10, 75);
  expect(part.coordinates).toEqual([
    positionAt(line, 10).position,
    line.coordinates[1],
    line.coordinates[2],
    positionAt(line, 75).position,
  ]);
  expect(lineLengthMeters(part)).toBeCloseTo(65, 3);
});

it('within one piece it has two ends and nothing between', () => {
  expect(lineBetween(line, 2, 3).coordinates).toHaveLength(2);
});

it('beyond the line it ends with the line, and the whole is the line', () => {
  expect(lineBetween(line, -5, length + 5).coordinates).toEqual(line.coordinates);
  expect(lineBetween(line, 0, length).coordinates).toEqual(line.coordinates);
});
