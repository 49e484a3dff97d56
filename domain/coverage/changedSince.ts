/** The addresses that became official or ended after the list was last handed over. */
import type { Address } from '../records/address.ts';
import { dayOf } from '../records/day.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';

/** The list as it was last handed over. */
export interface HandedOver {
  /** ISO 8601. */
  readonly at: string;
  /** Of its addresses; null where it is not known which they were. */
  readonly addressIds: ReadonlySet<Id> | null;
}

/**
 * Issued and not in the list, or in it and no longer issued; where the list is not known, issued or retired on a later day
 * than that of the list. None where there was no list.
 */
export function changedSince(world: World, last: HandedOver | null): Address[] {
  if (last === null) return [];
  const addresses = [...world.address.values()];
  const { at, addressIds } = last;
  if (addressIds) {
    return addresses.filter(({ id, state }) => state !== 'draft' && (state === 'issued') !== addressIds.has(id));
  }
  const day = dayOf(at);
  return addresses.filter(({ issuedOn, retiredOn }) => (issuedOn ?? '') > day || (retiredOn ?? '') > day);
}
