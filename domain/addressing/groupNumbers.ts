/** Groups of houses along internal ways, lettered from the entrance inward, and the numbers in them (RULES §1.6). */
import type { Side } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { FilledProfile, FilledProfileOf } from '../records/numberingProfile.ts';
import { formatGroupNumber, parseGroupNumber, roadInitials } from './groupNumber.ts';
import { lettersToGive } from './letters.ts';
import type { PlannedWay, PlannedWays } from './numberingWays.ts';
import type { HouseOnWay, StandingNumber } from './planHouses.ts';
import { numberSide, type SideItem } from './sideSequence.ts';
import { warn, type Warning } from './warning.ts';

/** An internal way with all that opens from it and has no name: its houses share one row of letters. */
export interface GroupedWays {
  /** Each way before those that open from it, these in the order of their mouths: from the entrance inward. */
  readonly ways: readonly PlannedWay[];
  readonly initials: string;
}

export function groupedWays(ways: PlannedWays, profile: FilledProfile): readonly GroupedWays[] {
  if (profile.id !== 'groups') return [];
  const isRoot = ({ road, parent }: PlannedWay): boolean =>
    road.class === 'road'
      ? road.name === null || (profile.houseForm === 'road-group' && roadInitials(road.name) !== '')
      : road.name === null && parent === null;
  return ways.topDown.filter(isRoot).map((root) => ({
    ways: inward(root),
    initials: root.road.name === null ? '' : roadInitials(root.road.name),
  }));
}

const inward = (way: PlannedWay): PlannedWay[] => [
  way,
  ...way.children
    .filter(({ road }) => road.name === null)
    .sort((a, b) => mouthMeters(a) - mouthMeters(b) || (a.road.id < b.road.id ? -1 : 1))
    .flatMap(inward),
];

const mouthMeters = ({ mouth }: PlannedWay): number => mouth?.parentMeasureMeters ?? 0;

export interface NumbersOfWay {
  /** Numbers that stay. */
  readonly fixed: readonly StandingNumber[];
  readonly fresh: readonly HouseOnWay[];
  /** Every number of the way that may not be given. */
  readonly taken: ReadonlySet<string>;
  /** Houses are said to stand on one side only. */
  readonly isSaidOneSided: boolean;
}

export interface GroupResult {
  readonly numberOfHouse: ReadonlyMap<Id, string>;
  readonly withoutNumber: readonly Id[];
  readonly warnings: readonly Warning[];
}

export function numberGroups(
  { ways, initials }: GroupedWays,
  numbersOf: (way: PlannedWay) => NumbersOfWay,
  profile: FilledProfileOf<'groups'>,
): GroupResult {
  const numberOfHouse = new Map<Id, string>();
  const withoutNumber: Id[] = [];
  const warnings: Warning[] = [];
  const takenIn = new Map<string, Set<string>>();
  const takenOf = (letter: string): Set<string> => {
    let taken = takenIn.get(letter);
    if (!taken) takenIn.set(letter, (taken = new Set()));
    return taken;
  };
  for (const way of ways) {
    for (const text of numbersOf(way).taken) {
      const parts = parseGroupNumber(text);
      if (parts?.initials === initials) takenOf(parts.letter).add(parts.number);
    }
  }

  for (const { block, letter, isOutOfOrder } of letterBlocks(ways, initials, numbersOf, profile)) {
    const houses = block.flatMap((item) => (item.kind === 'house' ? [item.houseId] : []));
    if (houses.length === 0) continue;
    if (letter === null) {
      withoutNumber.push(...houses);
      warnings.push(warn('groups-exhausted', houses));
      continue;
    }
    if (isOutOfOrder) warnings.push(warn('group-out-of-order', houses, { letter }));
    const rules = { side: 'left', continuous: true, profile: { ...profile, reservePlotWidthMeters: null } } as const;
    const result = numberSide(ofLetter(block, initials, letter), rules, takenOf(letter), new Set());
    for (const [id, number] of result.numberOfHouse) {
      numberOfHouse.set(id, formatGroupNumber({ initials, letter, number }));
    }
    withoutNumber.push(...result.withoutNumber);
    warnings.push(...result.warnings);
  }
  return { numberOfHouse, withoutNumber, warnings };
}

/** Rows of groups that cannot be told apart: the same letters, and no road's name beside them. */
export function repeatedGroups(rows: readonly GroupedWays[], numbersOf: (way: PlannedWay) => NumbersOfWay): Warning[] {
  const isUsed = (way: PlannedWay) => numbersOf(way).fixed.length + numbersOf(way).fresh.length > 0;
  const seen = new Set<string>();
  return rows.flatMap(({ ways, initials }) => {
    if (!ways.some(isUsed)) return [];
    if (seen.has(initials)) return [warn('groups-repeated', [ways[0]!.road.id])];
    seen.add(initials);
    return [];
  });
}

/** Houses side by side with no way between them; numbers that stay as they are stored. */
type Block = SideItem[];

interface LetteredBlock {
  readonly block: Block;
  /** Null when letters have run out. */
  readonly letter: string | null;
  readonly isOutOfOrder: boolean;
}

/** Left A, C, Đ, G, I…, right B, D, E, H, K…; A, B, C… where houses stand on one side only. */
function letterBlocks(
  ways: readonly PlannedWay[],
  initials: string,
  numbersOf: (way: PlannedWay) => NumbersOfWay,
  profile: FilledProfileOf<'groups'>,
): LetteredBlock[] {
  const letters = lettersToGive(profile.skipDStroke);
  const sidesOf = (way: PlannedWay) =>
    (['left', 'right'] as const).map((side) => blocksAlong(way, side, numbersOf(way), profile.groupGapMeters));
  const held = (block: Block): number => letters.indexOf(letterHeld(block, initials) ?? '');
  const planned = ways.map(sidesOf);
  const used = new Set(planned.flat(2).map(held));
  const lettered: LetteredBlock[] = [];
  let next = 0;
  for (const sides of planned) {
    const isTwoSided = sides.every((blocks) => blocks.length > 0);
    let highest = next - 1;
    sides.forEach((blocks, sideIndex) => {
      const step = isTwoSided ? 2 : 1;
      let last = next + (isTwoSided ? sideIndex : 0) - step;
      blocks.forEach((block, index) => {
        let letter = held(block);
        let isOutOfOrder = false;
        if (letter < 0) {
          const limit =
            blocks
              .slice(index + 1)
              .map(held)
              .find((later) => later > Math.max(last, -1)) ?? letters.length;
          letter = last + step;
          while (used.has(letter)) letter += step;
          if (letter >= limit) {
            isOutOfOrder = true;
            letter = Math.max(next, ...used) + 1;
          }
          used.add(letter);
        }
        last = Math.max(last, letter);
        highest = Math.max(highest, letter);
        lettered.push({ block, letter: letters[letter] ?? null, isOutOfOrder });
      });
    });
    // The next way begins with a letter of the left.
    next = highest + 1 + ((highest + 1) % 2);
  }
  return lettered;
}

/** What stands along one side, parted at the ways that open from it and at wide gaps. */
function blocksAlong(way: PlannedWay, side: Side, numbers: NumbersOfWay, gapMeters: number | null): Block[] {
  const items: (SideItem & { readonly tie: Id })[] = [];
  for (const { address, alongMeters, side: standsOn } of numbers.fixed) {
    if (standsOn === side) items.push({ kind: 'fixed', alongMeters, number: address.number, tie: address.houseId });
  }
  for (const { house, place } of numbers.fresh) {
    if (place.side === side)
      items.push({ kind: 'house', alongMeters: place.alongMeters, houseId: house.id, tie: house.id });
  }
  items.sort((a, b) => a.alongMeters - b.alongMeters || (a.tie < b.tie ? -1 : 1));
  const cuts = way.children.flatMap(({ mouth }) => (mouth?.side === side ? [mouth.parentMeasureMeters] : []));
  const blocks: Block[] = [];
  let previous = -Infinity;
  for (const { tie: _tie, ...item } of items) {
    const isParted = cuts.some((cut) => cut >= previous && cut < item.alongMeters);
    const isFar = gapMeters !== null && item.alongMeters - previous > gapMeters;
    const current = blocks.at(-1);
    if (current && !isParted && !isFar) current.push(item);
    else blocks.push([item]);
    previous = item.alongMeters;
  }
  return blocks;
}

/** The letter of the numbers that stay in a block, if they are of this row of groups. */
function letterHeld(block: Block, initials: string): string | null {
  for (const item of block) {
    const parts = item.kind === 'fixed' ? parseGroupNumber(item.number) : null;
    if (parts?.initials === initials) return parts.letter;
  }
  return null;
}

/** The block as a series of its own: only numbers of its letter stand in it. */
function ofLetter(block: Block, initials: string, letter: string): SideItem[] {
  return block.flatMap((item): SideItem[] => {
    if (item.kind !== 'fixed') return [item];
    const parts = parseGroupNumber(item.number);
    return parts?.initials === initials && parts.letter === letter ? [{ ...item, number: parts.number }] : [];
  });
}
