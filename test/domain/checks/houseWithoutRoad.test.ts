import { expect, it } from 'vitest';
import { aHouse, aRoad, at, aWorld } from '../builders.ts';
import { addressOn, afterFix, found, inWorld } from './finding.ts';

const road = aRoad(at(0, 0), at(200, 0), { name: 'Đường Làng' });

it('a house 150 m from every road; the nearest one is offered', () => {
  const house = aHouse(at(100, 150));
  const world = aWorld(road, house);
  const [finding] = inWorld(world, 'house-without-road');
  expect(finding).toMatchObject({ severity: 'error', recordIds: [house.id] });
  const after = afterFix(world, finding);
  expect(after.house.get(house.id)?.chosenRoadId).toBe(road.id);
  expect(inWorld(after, 'house-without-road')).toEqual([]);
});

it('an address on a road that is closed', () => {
  const closed = aRoad(at(0, 300), at(200, 300), { state: 'closed' });
  const house = aHouse(at(100, 305));
  expect(found('house-without-road', road, closed, house, addressOn(house, closed, '1'))).toHaveLength(1);
});

it('a house by a road, and one that is gone, are in order', () => {
  const gone = aHouse(at(0, 300), { state: 'demolished' });
  expect(found('house-without-road', road, aHouse(at(100, 12)), gone)).toEqual([]);
});
