import { expect, it } from 'vitest';
import { aHouse, aRoad, at } from '../builders.ts';
import { addressOn, found } from './finding.ts';

const road = aRoad(at(0, 0), at(200, 0), { name: 'Đường Làng' });
const house = aHouse(at(20, 5));

it('one house with two drafts', () => {
  const findings = found('two-addresses', road, house, addressOn(house, road, '1'), addressOn(house, road, '3'));
  expect(findings).toMatchObject([{ severity: 'error', recordIds: [house.id] }]);
});

it('a withdrawn address does not count', () => {
  const retired = addressOn(house, road, '3', { state: 'retired', retiredOn: '2026-01-01' });
  expect(found('two-addresses', road, house, addressOn(house, road, '1'), retired)).toEqual([]);
});
