/** Households in the order of the village's own list, and who of them has a house. */
import type { Id } from '../records/fields.ts';
import type { Household } from '../records/household.ts';
import type { World } from '../records/world.ts';

export const byOrdinal = (a: Household, b: Household): number => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1);

export const householdsInOrder = (world: World): readonly Household[] => [...world.household.values()].sort(byOrdinal);

/** The next one without a house after another, going on from the start of the list; null when all have one. */
export function nextUnhoused(world: World, afterId: Id | null): Household | null {
  const list = householdsInOrder(world);
  const at = list.findIndex(({ id }) => id === afterId);
  const after = [...list.slice(at + 1), ...list.slice(0, at + 1)];
  return after.find(({ houseId }) => houseId === null) ?? null;
}
