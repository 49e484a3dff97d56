import { expect, it } from 'vitest';
import { awayFrom } from '../../../domain/signs/awayFrom.ts';
import { at } from '../builders.ts';

it('tells metres and one of eight directions, those just west of north too', () => {
  const eighths = [at(0, 9), at(9, 9), at(9, 0), at(9, -9), at(0, -9), at(-9, -9), at(-9, 0), at(-9, 9), at(-1, 20)];
  expect(eighths.map((to) => awayFrom(at(0, 0), to).eighth)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0]);
  expect(awayFrom(at(0, 0), at(30, 40)).meters).toBeCloseTo(50, 0);
});
