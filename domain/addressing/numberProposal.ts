/**
 * The number a person would give next while numbering by hand: one step on from the number nearest along the road, in
 * the direction in which the house lies from it; between two numbers that stay, the smaller with a suffix (RULES R5).
 */
import type { Address, Side } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import { insertionOf, type SeriesRules } from '../records/numberingProfile.ts';
import type { World } from '../records/world.ts';
import type { HousePlace } from './housePlace.ts';
import { insertAfter } from './insertion.ts';
import { lettersToGive } from './letters.ts';
import { metricNumbers } from './metricNumber.ts';
import { networkOf } from './network.ts';
import {
  compareParts,
  firstNumber,
  formatNumber,
  largestNumber,
  parseNumber,
  type HouseNumberParts,
} from './number.ts';
import { profileOf } from './profile.ts';
import { restingAddresses } from './restingNumbers.ts';
import { standingPlace } from './standingPlace.ts';

/** two: odd and even apart, as the law has it; one: 1, 2, 3 … on both sides; suffix: 12, 12A, 12B or 20-1, 20-2. */
export type NumberStep = 'two' | 'one' | 'suffix';

/** A number that stays: issued, or chosen by a person. */
export interface NumberOnRoad {
  readonly houseId: Id;
  readonly number: string;
  readonly alongMeters: number;
}

export interface NumberProposal {
  readonly side: Side;
  /** Null where no number is left: a person must choose. */
  readonly number: string | null;
  /** The nearest numbers of the series behind and ahead, as the road runs. */
  readonly before: NumberOnRoad | null;
  readonly after: NumberOnRoad | null;
}

export interface ProposalAsked {
  /** Where the house lies. */
  readonly place: Pick<HousePlace, 'roadId' | 'alongMeters' | 'side'>;
  /** The house itself, whose own number does not count. */
  readonly houseId: Id | null;
  readonly step: NumberStep;
  /** The house numbered last on this side, if it is still numbered: the series goes on from it. */
  readonly lastId?: Id | null;
  /** The day of the proposal, yyyy-mm-dd: numbers that rest then are not proposed; without one, none ever given up is. */
  readonly on?: string | undefined;
}

type SuffixRules = Pick<SeriesRules, 'insertion' | 'skipDStroke'>;

export function proposeNumber(world: World, asked: ProposalAsked): NumberProposal | null {
  const { roadId, alongMeters, side } = asked.place;
  if (!networkOf(world).byId.has(roadId)) return null;
  const staying = numbersThatStay(world, roadId).filter(({ houseId }) => houseId !== asked.houseId);
  const standing = staying.map((address) => ({ address, alongMeters: standingPlace(world, address).alongMeters }));
  const series = standing
    .filter(({ address }) => asked.step === 'one' || address.side === side)
    .map(({ address: { houseId, number }, ...along }): NumberOnRoad => ({ houseId, number, ...along }))
    .sort((a, b) => a.alongMeters - b.alongMeters);
  const before = series.findLast((other) => other.alongMeters <= alongMeters) ?? null;
  const after = series.find((other) => other.alongMeters > alongMeters) ?? null;
  const about = { side, before, after };
  const profile = profileOf(world);
  const resting = restingAddresses(world, profile.numberRestYears, asked.on).get(roadId) ?? [];
  // The house may have its own old number again.
  const rested = resting.filter(({ houseId }) => houseId !== asked.houseId);
  const taken = new Set([...staying, ...rested].map(({ number }) => number));
  if (profile.id === 'metric') {
    const item = { id: asked.houseId ?? '', measureMeters: alongMeters, side };
    const stands = standing.map((one) => ({ number: one.address.number, measureMeters: one.alongMeters }));
    const { numberOf } = metricNumbers([item], profile.intervalMeters, stands, taken);
    return { ...about, number: numberOf.get(item.id) ?? null };
  }
  const rules: SuffixRules = { insertion: insertionOf(profile), skipDStroke: profile.skipDStroke };
  const last = series.find(({ houseId }) => houseId === asked.lastId) ?? null;
  const from = last ?? before ?? after;
  const parts = from && parseNumber(from.number);
  if (!from || !parts) {
    const first = asked.step === 'one' ? 1 : firstNumber(side);
    return { ...about, number: freeFrom({ base: first, suffix: null }, 1, asked.step, taken, rules) };
  }
  const direction = alongMeters >= from.alongMeters ? 1 : -1;
  const next = stepped(parts, direction, asked.step, rules);
  const number = next && freeFrom(next, direction, asked.step, taken, rules);
  const limit = parseNumber((direction === 1 ? after : before)?.number ?? '');
  const isPast = number !== null && limit !== null && compareParts(parseNumber(number)!, limit) * direction >= 0;
  if (number !== null && !isPast) return { ...about, number };
  // No whole number is left between the neighbours: the smaller of the two gets a companion.
  const smaller = parseNumber(before?.number ?? '');
  const inserted = smaller && insertAfter(smaller, parseNumber(after?.number ?? ''), taken, rules);
  return { ...about, number: inserted ? formatNumber(inserted.number) : null };
}

/** Of one road, issued or set by hand; what the rule has drafted makes way for a person. */
export const numbersThatStay = (world: World, roadId: Id): Address[] =>
  [...world.address.values()].filter(
    (address) =>
      address.roadId === roadId &&
      (address.state === 'issued' || (address.state === 'draft' && address.numberedBy === 'hand')),
  );

function stepped(
  { base, suffix }: HouseNumberParts,
  direction: 1 | -1,
  step: NumberStep,
  { insertion, skipDStroke }: SuffixRules,
): HouseNumberParts | null {
  if (step !== 'suffix') {
    const next = base + direction * (step === 'one' ? 1 : 2);
    return next >= 1 && next <= largestNumber ? { base: next, suffix: null } : null;
  }
  if (suffix?.style === 'dash' || (!suffix && insertion === 'dash')) {
    const index = (suffix?.index ?? 0) + direction;
    if (index < 0 || index > 99) return null;
    return { base, suffix: index < 1 ? null : { style: 'dash', index } };
  }
  const letters = lettersToGive(skipDStroke);
  const index = (suffix ? letters.indexOf(suffix.letter) : -1) + direction;
  if (index < -1 || index >= letters.length) return null;
  return { base, suffix: index === -1 ? null : { style: 'letter', letter: letters[index]! } };
}

/** The first free number from one on. */
function freeFrom(
  start: HouseNumberParts,
  direction: 1 | -1,
  step: NumberStep,
  taken: ReadonlySet<string>,
  rules: SuffixRules,
): string | null {
  let next: HouseNumberParts | null = start;
  while (next && taken.has(formatNumber(next))) next = stepped(next, direction, step, rules);
  return next && formatNumber(next);
}
