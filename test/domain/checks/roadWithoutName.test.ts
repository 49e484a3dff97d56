import { expect, it } from 'vitest';
import { aHouse, aRoad, at } from '../builders.ts';
import { addressOn, found, row } from './finding.ts';

const road = aRoad(at(0, 0), at(200, 0));

it('with addresses on it, an error; without, only told', () => {
  expect(found('road-without-name', road, ...row(road, [[20, 8, '1']]))).toMatchObject([
    { severity: 'error', recordIds: [road.id], params: { count: 1 } },
  ]);
  expect(found('road-without-name', road)).toMatchObject([{ severity: 'notice' }]);
});

it('a named road, an empty lane and a group of houses need nothing', () => {
  const named = aRoad(at(0, 100), at(200, 100), { name: 'Đường Làng' });
  const lane = aRoad(at(50, 0), at(50, 40), { class: 'lane', parentRoadId: named.id });
  const house = aHouse(at(20, 8));
  expect(found('road-without-name', named, lane, ...row(named, [[20, 108, '1']]))).toEqual([]);
  expect(found('road-without-name', road, house, addressOn(house, road, 'A1'))).toEqual([]);
});
