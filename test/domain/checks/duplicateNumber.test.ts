import { expect, it } from 'vitest';
import { aHouse, aRoad, at } from '../builders.ts';
import { addressOn, found } from './finding.ts';

const road = aRoad(at(0, 0), at(200, 0), { name: 'Đường Làng' });
const lane = (x: number, numberName: string) =>
  aRoad(at(x, 0), at(x, 60), { class: 'lane', numberName, parentRoadId: road.id });
const inLane = (x: number, numberName: string) => {
  const way = lane(x, numberName);
  const house = aHouse(at(x + 5, 30));
  return { house, records: [way, house, addressOn(house, way, '2')] };
};

it('houses of two lanes that go by one number read the same: 5/2', () => {
  const [one, other] = [inLane(50, '5'), inLane(150, '5')];
  const findings = found('duplicate-number', road, ...one.records, ...other.records);
  expect(findings.map(({ recordIds }) => recordIds)).toEqual([[one.house.id, other.house.id].sort()]);
  expect(findings[0]).toMatchObject({ severity: 'error', params: { number: '5/2', count: 2 } });
});

it('one number in two lanes is two addresses', () => {
  expect(found('duplicate-number', road, ...inLane(50, '5').records, ...inLane(150, '7').records)).toEqual([]);
});
