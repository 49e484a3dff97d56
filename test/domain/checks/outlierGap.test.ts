import { expect, it } from 'vitest';
import { profileDefaults } from '../../../domain/records/numberingProfile.ts';
import { worldOf } from '../../../domain/records/world.ts';
import { aRoad, at, aVillage } from '../builders.ts';
import { found, inWorld, row } from './finding.ts';

const road = aRoad(at(200, 0), at(0, 0), { name: 'Đường Làng' });

it('121 eight metres after 11', () => {
  const houses = row(road, [
    [180, -8, '11'],
    [172, -8, '121'],
  ]);
  expect(found('outlier-gap', road, ...houses)).toMatchObject([
    { severity: 'notice', params: { number: '121', before: '11', meters: 8 } },
  ]);
});

it('a few numbers kept free, or a long way without houses, are in order', () => {
  const houses = row(road, [
    [195, -8, '3'],
    [185, -8, '9'],
    [20, -8, '61'],
  ]);
  expect(found('outlier-gap', road, ...houses)).toEqual([]);
});

it('numbers by measure rise with the metres', () => {
  const village = aVillage({ numberingProfile: { ...profileDefaults.metric, intervalMeters: 1 } });
  const houses = row(road, [
    [180, -8, '21'],
    [60, -8, '141'],
  ]);
  expect(inWorld(worldOf([village, road, ...houses]), 'outlier-gap')).toEqual([]);
});
