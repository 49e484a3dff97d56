/**
 * Roads reshaped with what hangs on them: what the world would be, and what that means for issued addresses.
 *
 * An issued address is its reading: number and the names of its ways, on its side, at its entrance. The measure is where
 * that entrance lies on the line of today: when the line is lengthened or cut before it, the measure goes along and the
 * address is the same. Another road, side or name above it is another address: that needs a decision (RULES §1.2).
 */
import { addressParts } from '../addressing/fullNumber.ts';
import type { Address } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import { changeBetween } from '../records/worldChange.ts';
import type { Change } from '../records/change.ts';
import type { World } from '../records/world.ts';
import { roadsBelow } from './issued.ts';
import { refuse, type Refusal } from './refusal.ts';

export interface Reshaping {
  /** Everything in its new place; issued addresses carried along with their numbers, whatever they read as now. */
  readonly after: World;
  /** Roads whose numbers a decision gives anew. */
  readonly roadIds: readonly Id[];
  /** The issued addresses a decision gives another number; the rest of those roads keep theirs. */
  readonly anew: ReadonlySet<Id>;
}

/** Without a decision: the Change, or a refusal that names the houses whose issued address would read otherwise. */
export function withoutDecision(before: World, { after }: Reshaping): Change | Refusal {
  const other = disturbedIn(before, after);
  if (other.length === 0) return changeBetween(before, after);
  return refuse(
    'reshaping-changes-issued',
    other.map(({ houseId }) => houseId),
    { count: other.length },
  );
}

/** Issued addresses that read otherwise afterwards, or are gone. */
export const disturbedIn = (before: World, after: World): readonly Address[] =>
  [...before.address.values()].filter(
    (address) => address.state === 'issued' && !isSameAddress(before, address, after, after.address.get(address.id)),
  );

/** The same to everybody who reads it; its measure may be another. */
export function isSameAddress(before: World, was: Address, after: World, is: Address | undefined): boolean {
  if (!is || is.roadId !== was.roadId || is.side !== was.side || is.number !== was.number) return false;
  return readingOf(before, was) === readingOf(after, is);
}

/** Number and ways as they are written, without the village. */
export const readingOf = (world: World, address: Address): string =>
  JSON.stringify(addressParts(world, address, { withUnits: false }));

/** A road's addresses, drafts and issued ones; retired ones stay where they were. */
export const standingOnRoad = (world: World, roadId: Id): Address[] =>
  [...world.address.values()].filter((address) => address.roadId === roadId && address.state !== 'retired');

/** Issued addresses on a road and on all that opens from it. */
export function issuedUnder(world: World, roadId: Id): ReadonlySet<Id> {
  const ways = new Set([roadId, ...roadsBelow(world, roadId)]);
  const issued = [...world.address.values()].filter(
    (address) => address.state === 'issued' && ways.has(address.roadId),
  );
  return new Set(issued.map(({ id }) => id));
}
