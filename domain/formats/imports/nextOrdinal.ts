/** The place in the village's list that the next household gets. */
import type { World } from '../../records/world.ts';

export const nextOrdinal = (world: World): number =>
  Math.max(0, ...[...world.household.values()].map(({ ordinal }) => ordinal)) + 1;
