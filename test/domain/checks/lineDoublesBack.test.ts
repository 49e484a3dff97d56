import { expect, it } from 'vitest';
import type { LineString } from '../../../domain/geometry/shapes.ts';
import { aRoad, at, aWorld } from '../builders.ts';
import { afterFix, found, inWorld } from './finding.ts';

const through = (...points: readonly (readonly [number, number])[]): LineString => ({
  type: 'LineString',
  coordinates: points.map(([x, y]) => at(x, y)),
});
const along = (line: LineString) => aRoad(at(0, 0), at(1, 0), { name: 'Đường Làng', line });

it('a line that turns back; its point is dropped', () => {
  const road = along(through([0, 0], [100, 0], [60, 4], [160, 0]));
  const world = aWorld(road);
  const [finding] = inWorld(world, 'line-doubles-back');
  expect(finding).toMatchObject({ severity: 'notice', recordIds: [road.id] });
  expect(inWorld(afterFix(world, finding), 'line-doubles-back')).toEqual([]);
});

it('a line that crosses itself', () => {
  expect(found('line-doubles-back', along(through([0, 0], [100, 0], [100, 50], [50, 50], [50, -50])))).toHaveLength(1);
});

it('a hairpin with a bend and a loop are roads', () => {
  const hairpin = along(through([0, 0], [100, 0], [110, 5], [100, 10], [0, 10]));
  const loop = along(through([200, 0], [300, 0], [300, 80], [200, 80], [200, 0]));
  expect(found('line-doubles-back', hairpin, loop)).toEqual([]);
});
