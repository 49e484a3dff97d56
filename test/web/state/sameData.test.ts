import { expect, it } from 'vitest';
import { isSameData } from '../../../web/state/sameData.ts';

it('is the same whatever the order of the fields, down to the last figure', () => {
  const one = { name: 'Đường Bắc', line: { coordinates: [[105.1, 19.9]] }, parent: null };
  expect(isSameData(one, { parent: null, line: { coordinates: [[105.1, 19.9]] }, name: 'Đường Bắc' })).toBe(true);
  expect(isSameData(one, { ...one, line: { coordinates: [[105.1, 19.8]] } })).toBe(false);
  expect(isSameData(one, { ...one, line: { coordinates: [[105.1, 19.9], []] } })).toBe(false);
});

it('what is missing, empty or of another kind is not the same', () => {
  expect(isSameData({ name: null }, {})).toBe(false);
  expect(isSameData({}, { name: null })).toBe(false);
  expect(isSameData({ name: undefined }, { other: undefined })).toBe(false);
  expect(isSameData([], {})).toBe(false);
  expect(isSameData({ name: '1' }, { name: 1 })).toBe(false);
  expect(isSameData(null, {})).toBe(false);
});
