/** The addresses that became official or ended after the list was last handed over. */
import type { Address } from '../records/address.ts';
import { dayOf } from '../records/day.ts';
import type { World } from '../records/world.ts';

/** Issued or retired on a later day than that of `lastReleaseAt` (ISO 8601); none where there was no release. */
export function changedSince(world: World, lastReleaseAt: string | null): Address[] {
  if (lastReleaseAt === null) return [];
  const day = dayOf(lastReleaseAt);
  return [...world.address.values()].filter(
    ({ issuedOn, retiredOn }) => (issuedOn ?? '') > day || (retiredOn ?? '') > day,
  );
}
