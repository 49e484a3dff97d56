/** The numbers one hand has given one after the other: the last of them leads on, and can be taken back. */
import { numbersThatStay, type NumberStep } from '../../domain/addressing/numberProposal.ts';
import { readHandNumber } from '../../domain/addressing/numberByHand.ts';
import type { Side } from '../../domain/records/address.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { World } from '../../domain/records/world.ts';

export interface GivenNumber {
  readonly roadId: Id;
  readonly side: Side;
  /** As it was proposed or typed. */
  readonly number: string;
}

export type Trail = readonly GivenNumber[];

/** A number is stored as it was read; what cannot be read is refused. */
export const asStored = (number: string): string => readHandNumber(number) ?? number;

/** The house that bears it; null where it was refused, taken back or changed since. */
function bearerOf(world: World, { roadId, number }: GivenNumber): Id | null {
  const wanted = asStored(number);
  return numbersThatStay(world, roadId).find((other) => other.number === wanted)?.houseId ?? null;
}

/** With the number just given, once it has been accepted: one that was refused leads nowhere. */
export const goneOn = (trail: Trail, given: GivenNumber | null): Trail => (given ? [...trail, given] : trail);

/** What of a trail is still so. */
export const standing = (world: World, trail: Trail): Trail => trail.filter((one) => bearerOf(world, one) !== null);

/** The house numbered last on this side of the road, from which the series goes on. */
export function lastGiven(world: World, trail: Trail, roadId: Id, side: Side, step: NumberStep): Id | null {
  const last = trail.findLast(
    (one) => one.roadId === roadId && (one.side === side || step === 'one') && bearerOf(world, one) !== null,
  );
  return last ? bearerOf(world, last) : null;
}

/** One back: null where nothing of the trail is left to be taken back. */
export function oneBack(world: World, trail: Trail): Trail | null {
  const left = standing(world, trail);
  return left.length === 0 ? null : left.slice(0, -1);
}
