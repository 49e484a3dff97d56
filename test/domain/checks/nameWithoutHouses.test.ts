import { expect, it } from 'vitest';
import { aHouse, aRoad, at } from '../builders.ts';
import { found } from './finding.ts';

const road = aRoad(at(0, 0), at(200, 0), { name: 'Đường Làng' });
const field = aRoad(at(0, 300), at(200, 300), { name: 'Đường Đồng' });

it('a named road far from every house', () => {
  expect(found('name-without-houses', road, field, aHouse(at(100, 8)))).toMatchObject([
    { severity: 'notice', recordIds: [field.id] },
  ]);
});

it('houses on its lanes count; an unnamed road and a village without houses have nothing to tell', () => {
  const lane = aRoad(at(200, 0), at(400, 150), { class: 'lane', parentRoadId: road.id });
  expect(found('name-without-houses', road, lane, { ...field, name: null }, aHouse(at(390, 150)))).toEqual([]);
  expect(found('name-without-houses', road, field)).toEqual([]);
});
