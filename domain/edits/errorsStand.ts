/** No address becomes official while a check finds an error in it that nobody has accepted. */
import { errorsOn } from '../checks/findings.ts';
import type { Address } from '../records/address.ts';
import type { Change } from '../records/change.ts';
import type { World } from '../records/world.ts';
import { refuse, type Refusal } from './refusal.ts';

/** `world`: in which the errors are looked for; before issuing, or as renumbering would leave it. */
export function errorsStand(world: World, issued: readonly Address[]): Refusal | null {
  const standing = errorsOn(world, issued);
  if (standing.length === 0) return null;
  const recordIds = new Set(standing.flatMap((finding) => finding.recordIds));
  return refuse('errors-stand', [...recordIds], { count: standing.length });
}

/** The addresses that a change issues in the place of others. */
export const newlyIssued = ({ created }: Change): readonly Address[] =>
  created.filter((item): item is Address => item.kind === 'address' && item.state === 'issued');
