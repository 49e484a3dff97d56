import { expect, it } from 'vitest';
import { lineLengthMeters, positionAt } from '../../../domain/geometry/line.ts';
import { lineSection } from '../../../domain/geometry/lineSection.ts';
import type { LineString } from '../../../domain/geometry/shapes.ts';
import { at } from '../builders.ts';

const line: LineString = { type: 'LineString', coordinates: [at(0, 0), at(30, 0), at(30, 40), at(50, 40)] };
const length = lineLengthMeters(line);

it('a section runs over the vertices between its ends and is as long as it is to be', () => {
  const section = lineSection(line, 10, 75);
  expect(section).toEqual([
    positionAt(line, 10).position,
    line.coordinates[1],
    line.coordinates[2],
    positionAt(line, 75).position,
  ]);
  expect(lineLengthMeters({ type: 'LineString', coordinates: section })).toBeCloseTo(65, 3);
});

it('within one piece it has two ends and nothing between', () => {
  expect(lineSection(line, 2, 3)).toHaveLength(2);
});

it('beyond the line it ends with the line, and the whole is the line', () => {
  expect(lineSection(line, -5, length + 5)).toEqual(line.coordinates);
  expect(lineSection(line, 0, length)).toEqual(line.coordinates);
});
