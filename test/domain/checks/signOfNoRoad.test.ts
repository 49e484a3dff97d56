import { expect, it } from 'vitest';
import { aLandmark, aRoad, aSign, at, aWorld } from '../builders.ts';
import { afterFix, found, inWorld } from './finding.ts';

const road = aRoad(at(0, 0), at(200, 0), { name: 'Đường Đền Hàn' });

it('a planned sign with an old name is written anew', () => {
  const sign = aSign(at(0, 5), { roadId: road.id, faces: ['ĐƯỜNG\nLÀNG'] });
  const world = aWorld(road, sign);
  const [finding] = inWorld(world, 'sign-of-no-road');
  expect(finding).toMatchObject({ severity: 'notice', recordIds: [sign.id] });
  const after = afterFix(world, finding);
  expect(after.sign.get(sign.id)?.faces).toEqual(['ĐƯỜNG\nĐỀN HÀN']);
  expect(inWorld(after, 'sign-of-no-road')).toEqual([]);
});

it('a sign tied to no road: to the one it names, else nothing can be done', () => {
  const [known, unknown] = [aSign(at(0, 5)), aSign(at(9, 5), { faces: ['ĐƯỜNG\nHOA SEN'] })];
  const world = aWorld(road, known, unknown);
  const [first, second] = inWorld(world, 'sign-of-no-road');
  expect(afterFix(world, first).sign.get(known.id)?.roadId).toBe(road.id);
  expect(second?.fix?.(world, '2026-11-23')).toBeNull();
});

it('what is printed is not rewritten, and a closed road has no sign', () => {
  const printed = aSign(at(0, 5), { roadId: road.id, faces: ['ĐƯỜNG\nLÀNG'], state: 'installed' });
  const world = aWorld(road, printed);
  expect(inWorld(world, 'sign-of-no-road')[0]?.fix?.(world, '2026-11-23')).toBeNull();
  expect(found('sign-of-no-road', { ...road, state: 'closed' }, aSign(at(0, 5), { roadId: road.id }))).toHaveLength(1);
});

it('its name in capitals, a sign taken away and a house plate are in order', () => {
  const right = aSign(at(0, 5), { roadId: road.id });
  const removed = aSign(at(5, 5), { faces: ['ĐƯỜNG\nLÀNG'], state: 'removed' });
  const plate = aSign(at(9, 5), { signKind: 'house-plate', faces: ['5'] });
  expect(found('sign-of-no-road', road, right, removed, plate)).toEqual([]);
});

it('the way to a landmark says the landmark, not the road it turns into', () => {
  const landmark = aLandmark(at(90, 40), { name: 'Chùa Ngọc' });
  const sign = aSign(at(0, 5), { signKind: 'direction', roadId: road.id, faces: ['← CHÙA NGỌC', 'CHÙA NGỌC →'] });
  expect(found('sign-of-no-road', road, landmark, { ...sign, landmarkId: landmark.id })).toEqual([]);
  expect(found('sign-of-no-road', road, landmark, sign)).toHaveLength(1);
});
