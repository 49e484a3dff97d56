import { expect, it } from 'vitest';
import { classOf } from '../../../domain/formats/wayTags.ts';

const classOfName = (name: string, properties: Readonly<Record<string, unknown>> = {}) =>
  classOf({ index: 0, properties: { highway: 'residential', ...properties }, geometry: null }, name);

it('the class of a way is what its word says, hẻm and kiệt by the depth of their number', () => {
  expect(
    ['Đường Làng', 'Ngõ 5', 'Ngách 5/4', 'Hẻm 69', 'Hẻm 69/12', 'Kiệt 5/3/2', 'ngõ Đình'].map((name) =>
      classOfName(name),
    ),
  ).toEqual(['road', 'lane', 'alley', 'lane', 'alley', 'branch', 'lane']);
});

it('a misspelled word counts before a number only; a class that is given counts most', () => {
  expect(
    ['Ngô 154 Ngọc Hà', 'Ngàch 59/12 Hoàng Cầu', 'Ngô Tất Tố', 'Phó Đức Chính'].map((name) => classOfName(name)),
  ).toEqual(['lane', 'alley', 'road', 'road']);
  expect(classOfName('Ngõ 5', { class: 'road' })).toBe('road');
});
