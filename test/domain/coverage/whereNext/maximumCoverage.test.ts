/** The choice of the candidates that add most: against every choice, with pins, and the bound. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joined, totalMeters } from '../../../../domain/coverage/stretches.ts';
import { maximumCoverage, type Covers } from '../../../../domain/coverage/whereNext/maximumCoverage.ts';
import { idOf } from '../../builders.ts';

const roads = [idOf(11), idOf(12)];
const covers = (...pairs: readonly (readonly [road: number, from: number, to: number])[]): Covers =>
  new Map(
    roads.map((id, road) => [
      id,
      joined(pairs.filter(([of]) => of === road).map(([, fromMeters, toMeters]) => ({ fromMeters, toMeters }))),
    ]),
  );
const none = covers();

const metersOf = (chosen: readonly Covers[], covered: Covers): number =>
  roads.reduce((sum, id) => {
    const before = covered.get(id) ?? [];
    return sum + totalMeters(joined([...chosen.flatMap((one) => one.get(id) ?? []), ...before])) - totalMeters(before);
  }, 0);

function bestOf(candidates: readonly Covers[], covered: Covers, count: number, fixed: readonly Covers[] = []): number {
  if (count === 0 || candidates.length === 0) return metersOf(fixed, covered);
  return Math.max(
    metersOf(fixed, covered),
    ...candidates.map((one, index) => bestOf(candidates.slice(index + 1), covered, count - 1, [...fixed, one])),
  );
}

it('takes the one that adds most first, and nothing that adds nothing', () => {
  const {
    chosen,
    gainMeters,
    totalMeters: added,
  } = maximumCoverage([covers([0, 0, 30]), covers([0, 10, 60]), covers([1, 0, 40]), covers([0, 20, 25])], none, 4);
  expect(chosen).toEqual([1, 2, 0]);
  expect(gainMeters).toEqual([50, 40, 10]);
  expect(added).toBe(100);
});

it('counts nothing that is covered already', () => {
  const { chosen, totalMeters: added } = maximumCoverage(
    [covers([0, 0, 50]), covers([1, 0, 20])],
    covers([0, 0, 45]),
    1,
  );
  expect(chosen).toEqual([1]);
  expect(added).toBe(20);
});

it('exchanges what the greedy choice took for what is better together', () => {
  // Greedy takes the middle one first and ends with 16 + 10; the two others cover all 30.
  const candidates = [covers([0, 7, 23]), covers([0, 0, 15]), covers([0, 15, 30])];
  const { chosen, totalMeters: added, boundMeters } = maximumCoverage(candidates, none, 2);
  expect([...chosen].sort()).toEqual([1, 2]);
  expect(added).toBe(30);
  expect(boundMeters).toBeGreaterThanOrEqual(30);
});

it('has pinned ones first, whatever they add, and never takes them for another', () => {
  const candidates = [covers([0, 0, 1]), covers([0, 0, 50]), covers([1, 0, 40])];
  const { chosen, gainMeters } = maximumCoverage(candidates, none, 1, [0]);
  expect(chosen).toEqual([0, 1]);
  expect(gainMeters).toEqual([1, 49]);
});

const anyCovers = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 30 })), {
    maxLength: 3,
  })
  .map((pairs) => covers(...pairs.map(([road, from, length]) => [road, from, from + length] as const)));

it('comes near the best of all choices, which its bound never lies below', () => {
  let [sum, count] = [0, 0];
  fc.assert(
    fc.property(
      fc.array(anyCovers, { minLength: 1, maxLength: 9 }),
      anyCovers,
      fc.integer({ min: 1, max: 3 }),
      (candidates, covered, number) => {
        const choice = maximumCoverage(candidates, covered, number);
        const best = bestOf(candidates, covered, number);
        const own = choice.chosen.map((index) => candidates[index]!);
        expect(choice.totalMeters).toBeCloseTo(metersOf(own, covered), 6);
        expect(choice.gainMeters.reduce((all, gain) => all + gain, 0)).toBeCloseTo(choice.totalMeters, 6);
        expect(choice.boundMeters).toBeGreaterThanOrEqual(best - 1e-6);
        // Greedy alone is promised 1 − 1/e.
        expect(choice.totalMeters).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best - 1e-6);
        if (best > 0) [sum, count] = [sum + choice.totalMeters / best, count + 1];
      },
    ),
    { numRuns: 400 },
  );
  expect(sum / count).toBeGreaterThan(0.99);
});
