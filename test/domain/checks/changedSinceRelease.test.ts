import { expect, it } from 'vitest';
import { aHouse, aRoad, at, aWorld } from '../builders.ts';
import { addressOn, inWorld } from './finding.ts';

const road = aRoad(at(0, 0), at(200, 0), { name: 'Đường Làng' });
const house = aHouse(at(20, 8));
const issued = addressOn(house, road, '1', { state: 'issued', issuedOn: '2026-11-20' });
const world = aWorld(road, house, issued);

it('issued after the day of the last list', () => {
  expect(inWorld(world, 'changed-since-release', '2026-11-10T08:00:00Z')).toMatchObject([
    { severity: 'notice', recordIds: [house.id], isAcceptable: false },
  ]);
});

it('in the list already, or where no list was handed out, nothing is told', () => {
  expect(inWorld(world, 'changed-since-release', '2026-11-21T08:00:00Z')).toEqual([]);
  expect(inWorld(world, 'changed-since-release')).toEqual([]);
});
