import { expect, it } from 'vitest';
import { distanceMeters } from '../../../domain/geometry/localFrame.ts';
import { aHouse, aRoad, at, aWorld } from '../builders.ts';
import { addressOn, afterFix, box, found, inWorld } from './finding.ts';

const road = aRoad(at(0, 0), at(200, 0), { name: 'Đường Làng' });

it('an entrance behind the house; the wall that faces the road is offered', () => {
  const house = aHouse(at(105, 48), { footprint: box(100, 30, 10, 16) });
  const world = aWorld(road, house, addressOn(house, road, '1'));
  const [finding] = inWorld(world, 'entrance-far');
  expect(finding).toMatchObject({ severity: 'notice', recordIds: [house.id], params: { meters: 48, most: 40 } });
  const after = afterFix(world, finding);
  expect(inWorld(after, 'entrance-far')).toEqual([]);
  expect(distanceMeters(after.house.get(house.id)!.entrance, at(105, 30))).toBeLessThan(0.02);
});

it('a usual yard is in order; what is issued is not moved', () => {
  const near = aHouse(at(50, 30));
  const far = aHouse(at(105, 48), { footprint: box(100, 30, 10, 16) });
  const issued = addressOn(far, road, '1', { state: 'issued' });
  expect(found('entrance-far', road, near, addressOn(near, road, '1'))).toEqual([]);
  const world = aWorld(road, far, issued);
  expect(inWorld(world, 'entrance-far')[0]?.fix?.(world, '2026-11-23')).toBeNull();
});
