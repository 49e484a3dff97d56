/** Numbers that rest: withdrawn with their house, and not given to another one before some years have passed. */
import type { Address } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';

/**
 * The retired addresses of each road whose numbers may not be given on a day (yyyy-mm-dd; without one, never again).
 * A number its house exchanged for another under one decision does not rest: renumbering a road gives it to a neighbour.
 */
export function restingAddresses(world: World, restYears: number, on?: string): ReadonlyMap<Id, readonly Address[]> {
  const issuedUnder = new Map<string, Id[]>();
  for (const { id, houseId, decisionId } of world.address.values()) {
    if (decisionId === null) continue;
    const key = `${houseId}|${decisionId}`;
    issuedUnder.set(key, [...(issuedUnder.get(key) ?? []), id]);
  }
  const isExchanged = ({ id, houseId, retiredDecisionId }: Address): boolean =>
    issuedUnder.get(`${houseId}|${retiredDecisionId}`)?.some((other) => other !== id) ?? false;

  const resting = new Map<Id, Address[]>();
  for (const address of world.address.values()) {
    if (address.state !== 'retired' || isExchanged(address)) continue;
    if (on !== undefined && address.retiredOn !== null && on >= yearsAfter(address.retiredOn, restYears)) continue;
    resting.set(address.roadId, [...(resting.get(address.roadId) ?? []), address]);
  }
  return resting;
}

/** The same day some years later, yyyy-mm-dd; compared as text, so 29 February needs no care. */
const yearsAfter = (date: string, years: number): string =>
  `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
