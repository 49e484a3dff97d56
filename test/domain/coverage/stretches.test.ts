/** Stretches of a road: joined, common, the rest, counted. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { common, counted, joined, rest, totalMeters, type Stretch } from '../../../domain/coverage/stretches.ts';

const of = (...pairs: readonly (readonly [number, number])[]): Stretch[] =>
  pairs.map(([fromMeters, toMeters]) => ({ fromMeters, toMeters }));

it('joins what overlaps or touches, and drops what is nothing', () => {
  expect(joined(of([5, 8], [0, 3], [3, 4], [7, 9], [12, 12]))).toEqual(of([0, 4], [5, 9]));
});

it('tells what is common and what is left', () => {
  expect(common(of([0, 4], [6, 10]), of([3, 7], [9, 12]))).toEqual(of([3, 4], [6, 7], [9, 10]));
  expect(rest(of([2, 4], [6, 10]), 12)).toEqual(of([0, 2], [4, 6], [10, 12]));
  expect(rest([], 7)).toEqual(of([0, 7]));
});

it('counts how many lists cover a stretch', () => {
  expect(counted([of([0, 10]), of([5, 15]), of([5, 7], [7.5, 9])])).toEqual([
    { fromMeters: 0, toMeters: 5, count: 1 },
    { fromMeters: 5, toMeters: 7, count: 3 },
    { fromMeters: 7, toMeters: 7.5, count: 2 },
    { fromMeters: 7.5, toMeters: 9, count: 3 },
    { fromMeters: 9, toMeters: 10, count: 2 },
    { fromMeters: 10, toMeters: 15, count: 1 },
  ]);
});

const wholeMeters = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 })), { maxLength: 8 })
  .map((pairs) => joined(pairs.map(([fromMeters, length]) => ({ fromMeters, toMeters: fromMeters + length }))));

/** Metre by metre: which of them lie in a list. */
const metersIn = (stretches: readonly Stretch[]) =>
  Array.from({ length: 100 }, (_, meter) =>
    stretches.some((one) => one.fromMeters <= meter && meter + 1 <= one.toMeters),
  );

it('agrees with going along it metre by metre', () => {
  fc.assert(
    fc.property(fc.array(wholeMeters, { minLength: 1, maxLength: 5 }), (lists) => {
      const marks = lists.map(metersIn);
      const times = Array.from({ length: 100 }, (_, meter) => marks.filter((mark) => mark[meter]).length);
      const counts = counted(lists);
      expect(totalMeters(counts)).toBe(times.filter((count) => count > 0).length);
      expect(totalMeters(counts.filter(({ count }) => count > 1))).toBe(times.filter((count) => count > 1).length);
      expect(totalMeters(joined(lists.flat()))).toBe(times.filter((count) => count > 0).length);
      expect(metersIn(rest(lists[0]!, 100))).toEqual(marks[0]!.map((isIn) => !isIn));
      expect(totalMeters(common(lists[0]!, lists.at(-1)!))).toBe(
        marks[0]!.filter((isIn, meter) => isIn && marks.at(-1)![meter]).length,
      );
    }),
  );
});
