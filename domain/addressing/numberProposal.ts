/**
 * The number a person would give next while numbering by hand: one step on from the number nearest along the road, in
 * the direction in which the house lies from it; between two numbers that stay, the smaller with a suffix (RULES R5).
 */
import { locate } from '../geometry/locate.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Address, Side } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import { insertionOf, type SeriesRules } from '../records/numberingProfile.ts';
import type { World } from '../records/world.ts';
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

/** two: odd and even apart, as the law has it; one: 1, 2, 3 … on both sides; suffix: 12, 12A, 12B or 20-1, 20-2. */
export type NumberStep = 'two' | 'one' | 'suffix';

/** A number that stays: issued, or chosen by a person. */
export interface NumberOnRoad {
  readonly houseId: Id;
  readonly number: string;
  readonly measureMeters: number;
}

export interface NumberProposal {
  readonly side: Side;
  readonly measureMeters: number;
  /** Null where no number is left: a person must choose. */
  readonly number: string | null;
  /** The nearest numbers of the series behind and ahead, as the road runs. */
  readonly before: NumberOnRoad | null;
  readonly after: NumberOnRoad | null;
}

export interface ProposalAsked {
  readonly roadId: Id;
  readonly entrance: Position;
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
  const line = networkOf(world).byId.get(asked.roadId)?.line;
  if (!line) return null;
  const { measureMeters, side } = locate(line, asked.entrance);
  const staying = numbersThatStay(world, asked.roadId).filter(({ houseId }) => houseId !== asked.houseId);
  const series = staying
    .filter((other) => asked.step === 'one' || other.side === side)
    .sort((a, b) => a.measureMeters - b.measureMeters);
  const before = series.findLast((other) => other.measureMeters <= measureMeters) ?? null;
  const after = series.find((other) => other.measureMeters > measureMeters) ?? null;
  const about = { side, measureMeters, before, after };
  const profile = profileOf(world);
  const resting = restingAddresses(world, profile.numberRestYears, asked.on).get(asked.roadId) ?? [];
  // The house may have its own old number again.
  const rested = resting.filter(({ houseId }) => houseId !== asked.houseId);
  const taken = new Set([...staying, ...rested].map(({ number }) => number));
  if (profile.id === 'metric') {
    const item = { id: asked.houseId ?? '', measureMeters, side };
    const { numberOf } = metricNumbers([item], profile.intervalMeters, staying, taken);
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
  const direction = measureMeters >= from.measureMeters ? 1 : -1;
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
export function numbersThatStay(world: World, roadId: Id): (NumberOnRoad & Pick<Address, 'side'>)[] {
  const staying: (NumberOnRoad & Pick<Address, 'side'>)[] = [];
  for (const address of world.address.values()) {
    if (address.roadId !== roadId || address.state === 'retired') continue;
    if (address.state === 'draft' && address.numberedBy !== 'hand') continue;
    const { houseId, number, measureMeters, side } = address;
    staying.push({ houseId, number, measureMeters, side });
  }
  return staying;
}

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
