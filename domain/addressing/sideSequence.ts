/** The numbers along one side of a road: houses and lane mouths in order, around the numbers that are issued. */
import type { Id } from '../records/fields.ts';
import type { NumberingProfile } from '../records/village.ts';
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
  readonly profile: NumberingProfile;
}

export interface SideResult {
  readonly numberOfHouse: ReadonlyMap<Id, string>;
  readonly nameOfLane: ReadonlyMap<Id, string>;
  readonly withoutNumber: readonly Id[];
  readonly warnings: readonly Warning[];
}

/** A place in the series: a number that stays, a house, or a number kept free so that a lane has a name of its own. */
interface Slot {
  readonly item: SideItem;
  readonly fixed: HouseNumberParts | null;
  readonly lanes: Id[];
}

/**
 * `taken` (numbers of the road, given now or ever) and `laneNames` (of its lanes) grow by what is given here, so that
 * the other side does not give it again.
 */
export function numberSide(
  items: readonly SideItem[],
  rules: SideRules,
  taken: Set<string>,
  laneNames: Set<string>,
): SideResult {
  const warnings: Warning[] = [];
  const first = rules.continuous ? 1 : firstNumber(rules.side);
  const nameOfLane = new Map<Id, string>();
  const slots = slotsOf(items, String(first), laneNames, nameOfLane, warnings);
  const given = giveNumbers(slots, rules, taken, laneNames, warnings);

  const numberOfHouse = new Map<Id, string>();
  const withoutNumber: Id[] = [];
  slots.forEach((slot, index) => {
    const number = given[index];
    if (slot.item.kind === 'house') {
      if (number) numberOfHouse.set(slot.item.houseId, formatNumber(number));
      else withoutNumber.push(slot.item.houseId);
    }
    for (const laneId of number ? slot.lanes : []) {
      nameOfLane.set(laneId, laneName(laneId, number!, rules, taken, laneNames, warnings));
    }
  });
  return { numberOfHouse, nameOfLane, withoutNumber, warnings };
}

/** Which place names which lane; lanes that would share a name get a place of their own (RULES §1.5, silent points). */
function slotsOf(
  items: readonly SideItem[],
  first: string,
  laneNames: Set<string>,
  nameOfLane: Map<Id, string>,
  warnings: Warning[],
): Slot[] {
  const slots: Slot[] = [];
  let free: Slot | null = null;
  let firstIsUsed = false;
  for (const item of items) {
    if (item.kind !== 'mouth') {
      const slot: Slot = { item, fixed: item.kind === 'fixed' ? parseNumber(item.number) : null, lanes: [] };
      slots.push(slot);
      // A lane before the first house already bears the first number, so the next lane may not.
      const bearsFirst = firstIsUsed && slots.length === 1 && (item.kind === 'house' || item.number === first);
      free = bearsFirst ? null : slot;
    } else if (item.keptName !== null) {
      nameOfLane.set(item.laneId, item.keptName);
      slots.push({ item, fixed: null, lanes: [] });
      free = null;
    } else if (free) {
      free.lanes.push(item.laneId);
      free = null;
    } else if (slots.length === 0 && !laneNames.has(first)) {
      nameOfLane.set(item.laneId, first);
      laneNames.add(first);
      firstIsUsed = true;
      warnings.push(warn('lane-mouth-before-first-house', [item.laneId], { name: first }));
    } else {
      slots.push({ item, fixed: null, lanes: [item.laneId] });
      warnings.push(warn('lane-mouths-without-house-between', [item.laneId]));
    }
  }
  return slots;
}

/** The number of each slot; null where a kept lane name needs no place, or nothing is left to give. */
function giveNumbers(
  slots: readonly Slot[],
  { side, continuous, profile }: SideRules,
  taken: Set<string>,
  laneNames: ReadonlySet<string>,
  warnings: Warning[],
): (HouseNumberParts | null)[] {
  const after = (base: number): number => (continuous ? base + 1 : nextNumber(side, base));
  const given: (HouseNumberParts | null)[] = [];
  let last: HouseNumberParts | null = null;
  let lastAlong = 0;
  const give = (number: HouseNumberParts) => {
    taken.add(formatNumber(number));
    given.push(number);
    last = number;
  };
  slots.forEach((slot, index) => {
    const { item } = slot;
    if (item.kind === 'fixed') {
      given.push(slot.fixed);
      // Past numbers out of order the series goes on from the highest.
      if (slot.fixed && (last === null || compareParts(slot.fixed, last) > 0)) last = slot.fixed;
      lastAlong = item.alongMeters;
      return;
    }
    const { limit, houses } = ahead(slots, index, last);
    const top = limit ? (limit.suffix ? limit.base : limit.base - 1) : largestNumber;
    if (item.kind === 'mouth' && item.keptName !== null) {
      const kept = parseNumber(item.keptName);
      const holds =
        kept !== null &&
        !taken.has(item.keptName) &&
        (last === null || compareParts(kept, last) > 0) &&
        (limit === null || compareParts(kept, limit) < 0);
      if (holds) give(kept);
      else given.push(null);
      return;
    }
    let base = after(last?.base ?? 0);
    if (item.kind === 'house') {
      const plots = vacantPlots(item.alongMeters - lastAlong, last === null, profile);
      // Before a number that stays, only as many are kept free as the houses in between can spare.
      const spare = limit ? countFree(base, top, after, taken) - houses : plots;
      for (let i = 0; i < Math.min(plots, spare); i += 1) base = after(base);
      lastAlong = item.alongMeters;
    }
    while (base <= top && (taken.has(String(base)) || (item.kind === 'mouth' && laneNames.has(String(base))))) {
      base = after(base);
    }
    if (base <= top) {
      give({ base, suffix: null });
      return;
    }
    const subject = item.kind === 'house' ? item.houseId : item.kind === 'mouth' ? item.laneId : '';
    const smaller = last ?? limit;
    const insertion = smaller && insertAfter(smaller, last ? limit : null, taken, profile);
    if (!insertion) {
      warnings.push(warn('numbers-exhausted', [subject], { after: last ? formatNumber(last) : '' }));
      given.push(null);
      return;
    }
    const number = formatNumber(insertion.number);
    if (last === null) warnings.push(warn('number-before-first', [subject], { number }));
    if (insertion.styleKept) warnings.push(warn('insertion-style-kept', [subject], { number }));
    if (insertion.outOfOrder) warnings.push(warn('number-out-of-order', [subject], { number }));
    if (last === null) {
      taken.add(number);
      given.push(insertion.number);
    } else give(insertion.number);
  });
  return given;
}

/** The next number that stays and is higher than the last given, and how many places want one before it. */
function ahead(
  slots: readonly Slot[],
  index: number,
  last: HouseNumberParts | null,
): { readonly limit: HouseNumberParts | null; readonly houses: number } {
  let houses = 0;
  for (let i = index; i < slots.length; i += 1) {
    const { fixed, item } = slots[i]!;
    if (fixed && (last === null || compareParts(fixed, last) > 0)) return { limit: fixed, houses };
    if (item.kind !== 'fixed') houses += 1;
  }
  return { limit: null, houses };
}

/** Plots that fit between two entrances, or before the first one, and have no house yet (RULES R4). */
function vacantPlots(gapMeters: number, isFirst: boolean, { reservePlotWidthMeters }: NumberingProfile): number {
  if (reservePlotWidthMeters === null) return 0;
  return Math.max(0, Math.floor(gapMeters / reservePlotWidthMeters) - (isFirst ? 0 : 1));
}

/** Whole numbers of the series from one to another that nobody has. */
function countFree(from: number, top: number, after: (base: number) => number, taken: ReadonlySet<string>): number {
  let count = 0;
  for (let base = from; base <= top; base = after(base)) if (!taken.has(String(base))) count += 1;
  return count;
}

/** The number before the mouth; where another lane of the road already bears it, one with a suffix. */
function laneName(
  laneId: Id,
  number: HouseNumberParts,
  { profile }: SideRules,
  taken: Set<string>,
  laneNames: Set<string>,
  warnings: Warning[],
): string {
  let name = formatNumber(number);
  if (laneNames.has(name)) {
    const insertion = insertAfter(number, null, new Set([...taken, ...laneNames]), profile);
    warnings.push(warn('lane-name-duplicate', [laneId], { name }));
    if (insertion) {
      name = formatNumber(insertion.number);
      taken.add(name);
    }
  }
  laneNames.add(name);
  return name;
}
