/** Numbers from the measure along a road, odd left and even right; sub-numbers where two fall together. */
import type { Id } from '../records/fields.ts';
import type { FilledProfileOf } from '../records/numberingProfile.ts';
import type { Side } from '../records/address.ts';
import { compareNumbers, firstNumber, largestNumber } from './number.ts';
import { warn, type Warning } from './warning.ts';

type Interval = FilledProfileOf<'metric'>['intervalMeters'];

/**
 * 20: one number a side for every 20 m. 10 and 1: the number of the side's parity nearest to the metres divided by the
 * interval. What lies before the road's start has its first number.
 */
export function metricNumber(measureMeters: number, side: Side, interval: Interval): number {
  const first = firstNumber(side);
  if (interval === 20) return 2 * Math.max(0, Math.floor(measureMeters / 20)) + first;
  return first + 2 * Math.max(0, Math.round((measureMeters / interval - first) / 2));
}

export interface MetricItem {
  readonly id: Id;
  readonly measureMeters: number;
  readonly side: Side;
}

export interface MetricResult {
  readonly numberOf: ReadonlyMap<Id, string>;
  readonly withoutNumber: readonly Id[];
  readonly warnings: readonly Warning[];
}

const subNumbers = 99;

/**
 * Items in the order of their entrances: the first has the number itself, those that fall together with it 12-1, 12-2 …
 * `standing` are numbers that stay where they are, `taken` (which grows) all that may not be given.
 */
export function metricNumbers(
  items: readonly MetricItem[],
  interval: Interval,
  standing: readonly { readonly measureMeters: number; readonly number: string }[],
  taken: Set<string>,
): MetricResult {
  const numberOf = new Map<Id, string>();
  const withoutNumber: Id[] = [];
  const warnings: Warning[] = [];
  for (const { id, measureMeters, side } of items) {
    const base = metricNumber(measureMeters, side, interval);
    const number = base > largestNumber ? undefined : freeNumber(base, taken);
    if (number === undefined) {
      withoutNumber.push(id);
      warnings.push(warn('numbers-exhausted', [id], { after: String(Math.min(base, largestNumber)) }));
      continue;
    }
    taken.add(number);
    numberOf.set(id, number);
    const outOfOrder = standing.some(
      (other) =>
        Number.parseInt(other.number, 10) === base &&
        (other.measureMeters - measureMeters) * compareNumbers(other.number, number) < 0,
    );
    if (outOfOrder) warnings.push(warn('number-out-of-order', [id], { number }));
  }
  return { numberOf, withoutNumber, warnings };
}

function freeNumber(base: number, taken: ReadonlySet<string>): string | undefined {
  if (!taken.has(String(base))) return String(base);
  for (let index = 1; index <= subNumbers; index += 1) {
    const number = `${base}-${index}`;
    if (!taken.has(number)) return number;
  }
  return undefined;
}
