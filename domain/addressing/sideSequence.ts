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

/** What numbering finds out; more than one side may write into the same. */
export interface SideResult {
  readonly numberOfHouse: Map<Id, string>;
  readonly nameOfLane: Map<Id, string | null>;
  readonly withoutNumber: Id[];
  readonly warnings: Warning[];
}

export const noNumbers = (): SideResult => ({
  numberOfHouse: new Map(),
  nameOfLane: new Map(),
  withoutNumber: [],
  warnings: [],
});

/**
 * `taken` (numbers of the road, given now or ever) and `laneNames` (of its lanes, the kept ones from the start) grow
 * by what is given here, so that the other side does not give it again.
 */
export function numberSide(
  items: readonly SideItem[],
  rules: SideRules,
  taken: Set<string>,
  laneNames: Set<string>,
  result = noNumbers(),
): SideResult {
  const series = new Series(items, rules, taken, laneNames, result);
  for (let index = 0; index < items.length; index += 1) series.take(index);
  return result;
}

/** A side on the way from its first item to its last. */
class Series {
  /** The highest number so far: past numbers out of order the series goes on from it. */
  #last: HouseNumberParts | null = null;
  /** The number of the house, or of the place kept free, just before. */
  #before: string | null = null;
  #lastAlongMeters = 0;
  readonly #first: string;
  /** Whether any number stays on this side: then each new one must look ahead to it. */
  readonly #isFixed: boolean;
  readonly #items: readonly SideItem[];
  readonly #rules: SideRules;
  readonly #taken: Set<string>;
  readonly #laneNames: Set<string>;
  readonly #result: SideResult;

  constructor(
    items: readonly SideItem[],
    rules: SideRules,
    taken: Set<string>,
    laneNames: Set<string>,
    result: SideResult,
  ) {
    this.#items = items;
    this.#rules = rules;
    this.#taken = taken;
    this.#laneNames = laneNames;
    this.#result = result;
    this.#first = String(rules.continuous ? 1 : firstNumber(rules.side));
    this.#isFixed = items.some(({ kind }) => kind === 'fixed');
  }

  take(index: number): void {
    const item = this.#items[index]!;
    if (item.kind === 'house') this.#takeHouse(index, item.houseId, item.alongMeters);
    else if (item.kind === 'mouth') this.#takeMouth(index, item.laneId, item.keptName);
    else {
      const fixed = parseNumber(item.number);
      if (fixed && (this.#last === null || compareParts(fixed, this.#last) > 0)) this.#last = fixed;
      this.#before = item.number;
      this.#lastAlongMeters = item.alongMeters;
    }
  }

  #takeHouse(index: number, houseId: Id, alongMeters: number): void {
    const plots = vacantPlots(alongMeters - this.#lastAlongMeters, this.#last === null, this.#rules.profile);
    const number = this.#give(index, houseId, plots, nothing);
    this.#lastAlongMeters = alongMeters;
    if (number === null) this.#result.withoutNumber.push(houseId);
    else this.#result.numberOfHouse.set(houseId, (this.#before = number));
  }

  #takeMouth(index: number, laneId: Id, keptName: string | null): void {
    const { nameOfLane, warnings } = this.#result;
    if (keptName !== null) {
      nameOfLane.set(laneId, keptName);
      this.#hold(index, keptName);
      return;
    }
    const name = this.#before ?? this.#first;
    if (this.#laneNames.has(name)) {
      // Two lanes would bear one name: a number is kept free, so that this one bears the next (RULES §1.5).
      warnings.push(warn('lane-mouths-without-house-between', [laneId], { name }));
      this.#before = this.#give(index, laneId, 0, this.#laneNames) ?? this.#before;
    } else if (this.#before === null) warnings.push(warn('lane-mouth-before-first-house', [laneId], { name }));
    const own = this.#before ?? this.#first;
    if (this.#laneNames.has(own)) return;
    this.#laneNames.add(own);
    nameOfLane.set(laneId, own);
  }

  /** The next number for a house or, for a lane that needs a place of its own, one that no lane bears. */
  #give(index: number, subject: Id, vacantPlots: number, avoid: ReadonlySet<string>): string | null {
    const taken = this.#taken;
    const last = this.#last;
    const { limit, houses } = this.#ahead(index);
    const top = limit ? (limit.suffix ? limit.base : limit.base - 1) : largestNumber;
    let base = this.#after(last?.base ?? 0);
    for (let plots = vacantPlots; plots > 0; plots -= 1) {
      // Before a number that stays, only as many are kept free as the houses in between can spare (RULES R4).
      if (limit && this.#countFree(this.#after(base), top) < houses) break;
      base = this.#after(base);
    }
    let number = String(base);
    while (base <= top && (taken.has(number) || avoid.has(number))) {
      base = this.#after(base);
      number = String(base);
    }
    if (base <= top) {
      this.#last = { base, suffix: null };
      taken.add(number);
      return number;
    }
    return this.#insert(subject, limit, avoid);
  }

  #insert(subject: Id, limit: HouseNumberParts | null, avoid: ReadonlySet<string>): string | null {
    const { warnings } = this.#result;
    const last = this.#last;
    const smaller = last ?? limit;
    const blocked = avoid.size > 0 ? new Set([...this.#taken, ...avoid]) : this.#taken;
    const insertion = smaller && insertAfter(smaller, last ? limit : null, blocked, this.#rules.profile);
    if (!insertion) {
      warnings.push(warn('numbers-exhausted', [subject], { after: smaller ? formatNumber(smaller) : '' }));
      return null;
    }
    const number = formatNumber(insertion.number);
    if (last === null) warnings.push(warn('number-before-first', [subject], { number }));
    else this.#last = insertion.number;
    if (insertion.styleKept) warnings.push(warn('insertion-style-kept', [subject], { number }));
    if (insertion.outOfOrder) warnings.push(warn('number-out-of-order', [subject], { number }));
    this.#taken.add(number);
    return number;
  }

  /** A lane's kept name that is no house's number keeps its place in the series. */
  #hold(index: number, name: string): void {
    const kept = parseNumber(name);
    if (kept === null || this.#taken.has(name) || (this.#before === null && name === this.#first)) return;
    const { limit } = this.#ahead(index);
    if (this.#last !== null && compareParts(kept, this.#last) <= 0) return;
    if (limit !== null && compareParts(kept, limit) >= 0) return;
    this.#last = kept;
    this.#before = name;
    this.#taken.add(name);
  }

  #after(base: number): number {
    return this.#rules.continuous ? base + 1 : nextNumber(this.#rules.side, base);
  }

  /** The next number that stays and is higher than the last given, and how many houses want one before it. */
  #ahead(index: number): { readonly limit: HouseNumberParts | null; readonly houses: number } {
    if (!this.#isFixed) return nothingAhead;
    let houses = 0;
    for (let i = index; i < this.#items.length; i += 1) {
      const item = this.#items[i]!;
      if (item.kind === 'house') houses += 1;
      const fixed = item.kind === 'fixed' ? parseNumber(item.number) : null;
      if (fixed && (this.#last === null || compareParts(fixed, this.#last) > 0)) return { limit: fixed, houses };
    }
    return nothingAhead;
  }

  /** Whole numbers of the series from one to another that nobody has. */
  #countFree(from: number, top: number): number {
    let count = 0;
    for (let base = from; base <= top; base = this.#after(base)) if (!this.#taken.has(String(base))) count += 1;
    return count;
  }
}

const nothingAhead = { limit: null, houses: 0 } as const;

const nothing: ReadonlySet<string> = new Set();

/** Plots that fit between two entrances, or before the first one, and have no house yet (RULES R4). */
function vacantPlots(gapMeters: number, isFirst: boolean, { reservePlotWidthMeters }: SeriesRules): number {
  if (reservePlotWidthMeters === null) return 0;
  return Math.max(0, Math.floor(gapMeters / reservePlotWidthMeters) - (isFirst ? 0 : 1));
}
