/** RULES §12.11: a house plate of 199 × 150 mm is an error, one of 200 × 150 is in order. */
import { expect, it } from 'vitest';
import type { Sign } from '../../../domain/records/sign.ts';
import { aHouse, aSign, at, aWorld } from '../builders.ts';
import { done, refused } from './doing.ts';

const house = aHouse(at(0, 8));
const plate = aSign(at(1, 8), { signKind: 'house-plate', post: 'wall', houseId: house.id, faces: ['5'] });
const sized = (widthMillimeters: number, heightMillimeters: number) => ({ widthMillimeters, heightMillimeters });
const resized = (sign: Sign, width: number, height: number) => ({
  id: sign.id,
  changes: { size: sized(width, height) },
});

it('a plate is no smaller than the rules allow, by whatever edit it comes', () => {
  const world = aWorld(house, plate);
  const least = { code: 'plate-below-least', recordIds: [plate.id], params: sized(200, 150) };
  expect(refused(world, 'sign.update', resized(plate, 199, 150))).toMatchObject(least);
  expect(refused(world, 'sign.update', resized(plate, 200, 149))).toMatchObject(least);
  expect(done(world, 'sign.update', resized(plate, 200, 150)).world.sign.get(plate.id)?.size).toEqual(sized(200, 150));
  const { kind: _kind, version: _version, ...small } = { ...plate, size: sized(150, 100) };
  expect(refused(aWorld(house), 'sign.add', small).code).toBe('plate-below-least');
});

it('also one that belongs to no house; a sign of another kind may be small', () => {
  const loose = aSign(at(1, 8), { signKind: 'house-plate', faces: ['5'] });
  expect(refused(aWorld(loose), 'sign.update', resized(loose, 199, 150)).code).toBe('plate-below-least');
  const road = aSign(at(1, 8));
  expect(done(aWorld(road), 'sign.update', resized(road, 150, 100)).world.sign.get(road.id)?.size).toEqual(
    sized(150, 100),
  );
});
