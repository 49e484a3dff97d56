/** A house proposed for a household that has none, with how sure and why; nothing is tied until a person says so. */
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';

/**
 * gap-fits: between two neighbours in the list who live in a row of houses, as many stand empty as households wait;
 * in-order: only as far down the list as the house is along the walk. The others tell what is the same on both sides.
 */
export type ProposalReason = 'same-phone' | 'house-name' | 'same-name' | 'house-number' | 'gap-fits' | 'in-order';

export interface HouseholdProposal {
  readonly householdId: Id;
  readonly houseId: Id;
  readonly reason: ProposalReason;
  /** From 0 to 1: DESIGN, not measured; only their order and `sureFrom` (houseEvidence.ts) are used. */
  readonly confidence: number;
}

export const confidences: Readonly<Record<ProposalReason, number>> = {
  'same-phone': 0.95,
  'house-name': 0.9,
  'gap-fits': 0.9,
  'same-name': 0.7,
  'house-number': 0.6,
  'in-order': 0.5,
};

/** Houses people live in, of which none is known to. */
export function isEmptyHome(world: World): (house: House) => boolean {
  const lived = new Set<Id>();
  for (const { houseId } of world.household.values()) if (houseId !== null) lived.add(houseId);
  return ({ id, use, state }) => use === 'residential' && state === 'standing' && !lived.has(id);
}
