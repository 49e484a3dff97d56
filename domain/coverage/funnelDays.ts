/** What was done on which day on the way to criterion 6, from the days the records and the releases hold. */
import type { World } from '../records/world.ts';
import { countsForCriterion6 } from './criterion6.ts';

export interface FunnelDay {
  /** yyyy-mm-dd. */
  readonly day: string;
  /** Addresses issued, of those in force. */
  readonly coded: number;
  /** Addresses new to the recipient. */
  readonly released: number;
  /** By the platform the plan names. */
  readonly confirmed: number;
  readonly rejected: number;
  readonly plated: number;
}

export interface ReleaseDay {
  /** yyyy-mm-dd. */
  readonly day: string;
  readonly newCount: number;
}

/** The latest first; days on which nothing was done are left out. */
export function funnelDays(world: World, releases: readonly ReleaseDay[]): readonly FunnelDay[] {
  const days = new Map<string, { -readonly [K in Exclude<keyof FunnelDay, 'day'>]: number }>();
  const add = (day: string | null, what: Exclude<keyof FunnelDay, 'day'>, count = 1): void => {
    if (day === null || count === 0) return;
    const known = days.get(day) ?? { coded: 0, released: 0, confirmed: 0, rejected: 0, plated: 0 };
    known[what] += count;
    days.set(day, known);
  };
  const counts = (houseId: string | null): boolean => {
    const house = world.house.get(houseId ?? '');
    return house !== undefined && countsForCriterion6(house);
  };
  for (const { houseId, state, issuedOn } of world.address.values())
    if (state === 'issued' && counts(houseId)) add(issuedOn, 'coded');
  for (const { day, newCount } of releases) add(day, 'released', newCount);
  for (const { houseId, system, verdict, answeredOn } of world.platformAnswer.values())
    if (system === 'vnpt' && counts(houseId)) add(answeredOn, verdict === 'accepted' ? 'confirmed' : 'rejected');
  for (const { houseId, signKind, state, stateDay } of world.sign.values())
    if (signKind === 'house-plate' && state === 'installed' && counts(houseId)) add(stateDay, 'plated');
  return [...days].sort(([a], [b]) => (a < b ? 1 : -1)).map(([day, done]) => ({ day, ...done }));
}
