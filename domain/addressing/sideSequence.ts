/** The numbers along one side of a road: houses and lane mouths in order, around the numbers that stay. */
import type { Id } from '../records/fields.ts';
import type { SeriesRules } from '../records/numberingProfile.ts';
import { insertAfter } from './insertion.ts';
import {
  compareParts,
  firstNumber,
  formatNumber,
  largestNumber,
  nextNumber,
  parseNumber,
  type HouseNumberParts,
} from './number.ts';
import { warn, type Warning } from './warning.ts';

/** What lies along a side, in the order of the numbers. */
export type SideItem =
  /** A number that stays: issued, or of a road that is not being numbered. */
  | { readonly kind: 'fixed'; readonly alongMeters: number; readonly number: string }
  | { readonly kind: 'house'; readonly alongMeters: number; readonly houseId: Id }
  /** A lane to be named after the house before its mouth; `keptName` if it must keep the name it has. */
  | { readonly kind: 'mouth'; readonly alongMeters: number; readonly laneId: Id; readonly keptName: string | null };

export interface SideRules {
  readonly side: 'left' | 'right';
  /** One series 1, 2, 3… instead of odd and even. */
  readonly continuous: boolean;
  readonly profile: SeriesRules;
}

export interface SideResult {
  readonly numberOfHouse: ReadonlyMap<Id, string>;
  readonly nameOfLane: ReadonlyMap<Id, string>;
  readonly withoutNumber: readonly Id[];
  readonly warnings: readonly Warning[];
}

/**
 * `taken` (numbers of the road, given now or ever) and `laneNames` (of its lanes, the kept ones from the start) grow
 * by what is given here, so that the other side does not give it again.
 */
export function numberSide(
  items: readonly SideItem[],
  { side, continuous, profile }: SideRules,
  taken: Set<string>,
  laneNames: Set<string>,
): SideResult {
  const numberOfHouse = new Map<Id, string>();
  const nameOfLane = new Map<Id, string>();
  const withoutNumber: Id[] = [];
  const warnings: Warning[] = [];
  const after = (base: number): number => (continuous ? base + 1 : nextNumber(side, base));
  const first = String(continuous ? 1 : firstNumber(side));

  /** The highest number so far: past numbers out of order the series goes on from it. */
  let last: HouseNumberParts | null = null;
  /** The number of the house, or of the place kept free, just before. */
  let before: string | null = null;
  let lastAlongMeters = 0;

  /** The next number for a house or, for a lane that needs a place of its own, one that no lane bears. */
  const give = (index: number, subject: Id, vacantPlots: number, avoid: ReadonlySet<string>): string | null => {
    const { limit, houses } = ahead(items, index, last);
    const top = limit ? (limit.suffix ? limit.base : limit.base - 1) : largestNumber;
    let base = after(last?.base ?? 0);
    for (let plots = vacantPlots; plots > 0; plots -= 1) {
      // Before a number that stays, only as many are kept free as the houses in between can spare (RULES R4).
      if (limit && countFree(after(base), top, after, taken) < houses) break;
      base = after(base);
    }
    while (base <= top && (taken.has(String(base)) || avoid.has(String(base)))) base = after(base);
    if (base <= top) {
      last = { base, suffix: null };
      taken.add(String(base));
      return String(base);
    }
    const smaller: HouseNumberParts | null = last ?? limit;
    const blocked = avoid.size > 0 ? new Set([...taken, ...avoid]) : taken;
    const insertion = smaller && insertAfter(smaller, last ? limit : null, blocked, profile);
    if (!insertion) {
      warnings.push(warn('numbers-exhausted', [subject], { after: smaller ? formatNumber(smaller) : '' }));
      return null;
    }
    const number = formatNumber(insertion.number);
    if (last === null) warnings.push(warn('number-before-first', [subject], { number }));
    else last = insertion.number;
    if (insertion.styleKept) warnings.push(warn('insertion-style-kept', [subject], { number }));
    if (insertion.outOfOrder) warnings.push(warn('number-out-of-order', [subject], { number }));
    taken.add(number);
    return number;
  };

  /** A lane's kept name that is no house's number keeps its place in the series. */
  const hold = (index: number, name: string): void => {
    const kept = parseNumber(name);
    if (kept === null || taken.has(name) || (before === null && name === first)) return;
    const { limit } = ahead(items, index, last);
    if (last !== null && compareParts(kept, last) <= 0) return;
    if (limit !== null && compareParts(kept, limit) >= 0) return;
    last = kept;
    before = name;
    taken.add(name);
  };

  items.forEach((item, index) => {
    if (item.kind === 'fixed') {
      const fixed = parseNumber(item.number);
      if (fixed && (last === null || compareParts(fixed, last) > 0)) last = fixed;
      before = item.number;
      lastAlongMeters = item.alongMeters;
    } else if (item.kind === 'house') {
      const plots = vacantPlots(item.alongMeters - lastAlongMeters, last === null, profile);
      const number = give(index, item.houseId, plots, nothing);
      lastAlongMeters = item.alongMeters;
      if (number === null) withoutNumber.push(item.houseId);
      else numberOfHouse.set(item.houseId, (before = number));
    } else if (item.keptName !== null) {
      nameOfLane.set(item.laneId, item.keptName);
      hold(index, item.keptName);
    } else {
      const name = before ?? first;
      if (laneNames.has(name)) {
        // Two lanes would bear one name: a number is kept free, so that this one bears the next (RULES §1.5).
        warnings.push(warn('lane-mouths-without-house-between', [item.laneId], { name }));
        before = give(index, item.laneId, 0, laneNames) ?? before;
      } else if (before === null) warnings.push(warn('lane-mouth-before-first-house', [item.laneId], { name }));
      const own = before ?? first;
      if (laneNames.has(own)) return;
      laneNames.add(own);
      nameOfLane.set(item.laneId, own);
    }
  });
  return { numberOfHouse, nameOfLane, withoutNumber, warnings };
}

const nothing: ReadonlySet<string> = new Set();

/** The next number that stays and is higher than the last given, and how many houses want one before it. */
function ahead(
  items: readonly SideItem[],
  index: number,
  last: HouseNumberParts | null,
): { readonly limit: HouseNumberParts | null; readonly houses: number } {
  let houses = 0;
  for (let i = index; i < items.length; i += 1) {
    const item = items[i]!;
    if (item.kind === 'house') houses += 1;
    const fixed = item.kind === 'fixed' ? parseNumber(item.number) : null;
    if (fixed && (last === null || compareParts(fixed, last) > 0)) return { limit: fixed, houses };
  }
  return { limit: null, houses };
}

/** Plots that fit between two entrances, or before the first one, and have no house yet (RULES R4). */
function vacantPlots(gapMeters: number, isFirst: boolean, { reservePlotWidthMeters }: SeriesRules): number {
  if (reservePlotWidthMeters === null) return 0;
  return Math.max(0, Math.floor(gapMeters / reservePlotWidthMeters) - (isFirst ? 0 : 1));
}

/** Whole numbers of the series from one to another that nobody has. */
function countFree(from: number, top: number, after: (base: number) => number, taken: ReadonlySet<string>): number {
  let count = 0;
  for (let base = from; base <= top; base = after(base)) if (!taken.has(String(base))) count += 1;
  return count;
}
