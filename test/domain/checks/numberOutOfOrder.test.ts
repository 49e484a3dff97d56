import { expect, it } from 'vitest';
import { aRoad, at, aWorld } from '../builders.ts';
import { afterFix, found, inWorld, row } from './finding.ts';

const road = aRoad(at(200, 0), at(0, 0), { name: 'Đường Làng' });

it('tells the one house that stands between numbers it does not fit; numbering again puts it right', () => {
  const houses = row(road, [
    [180, -8, '1'],
    [160, -8, '3'],
    [140, -8, '11'],
    [120, -8, '5'],
    [100, -8, '7'],
  ]);
  const world = aWorld(road, ...houses);
  const findings = inWorld(world, 'number-out-of-order');
  expect(findings).toMatchObject([{ severity: 'notice', params: { number: '11' } }]);
  expect(inWorld(afterFix(world, findings[0]), 'number-out-of-order')).toEqual([]);
});

it('both sides rise for themselves, insertions too, and doors at one place have no order', () => {
  const houses = row(road, [
    [180, -8, '1'],
    [160, -8, '3'],
    [150, -8, '3A'],
    [140, -8, '5'],
    [175, 8, '2'],
    [170.4, 8, '6'],
    [170, 8, '4'],
  ]);
  expect(found('number-out-of-order', road, ...houses)).toEqual([]);
});
