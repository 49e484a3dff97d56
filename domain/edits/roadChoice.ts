/** The road chosen for a house must not contradict its address in force: that one stands until it is retired. */
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Null lets the rules decide, which is never against an address. */
export function roadChoiceRefusal(world: World, houseId: Id, roadId: Id | null): Refusal | null {
  if (roadId === null) return null;
  for (const address of world.address.values()) {
    if (address.houseId === houseId && address.state === 'issued' && address.roadId !== roadId) {
      return refuse('address-issued', [houseId, address.roadId], { number: address.number });
    }
  }
  return null;
}
