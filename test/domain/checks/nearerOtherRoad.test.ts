import { expect, it } from 'vitest';
import { aHouse, aRoad, at, aWorld } from '../builders.ts';
import { addressOn, afterFix, found, inWorld } from './finding.ts';

const road = aRoad(at(0, 0), at(200, 0), { name: 'Đường Làng' });
const other = aRoad(at(0, 40), at(200, 40), { name: 'Đường Đồng' });

it('numbered on a road 34 m away with another at its door; putting it there is offered', () => {
  const house = aHouse(at(100, 34));
  const world = aWorld(road, other, house, addressOn(house, road, '1'));
  const [finding] = inWorld(world, 'nearer-other-road');
  expect(finding).toMatchObject({ severity: 'notice', recordIds: [house.id], params: { meters: 32, otherMeters: 4 } });
  expect(afterFix(world, finding).house.get(house.id)?.chosenRoadId).toBe(other.id);
});

it('a corner house, one whose road a person chose, and a road without a name are left alone', () => {
  const corner = aHouse(at(100, 17));
  const chosen = aHouse(at(50, 34), { chosenRoadId: road.id });
  const nameless = { ...other, name: null };
  const house = aHouse(at(100, 34));
  expect(
    found('nearer-other-road', road, other, corner, addressOn(corner, road, '1'), chosen, addressOn(chosen, road, '3')),
  ).toEqual([]);
  expect(found('nearer-other-road', road, nameless, house, addressOn(house, road, '1'))).toEqual([]);
});
