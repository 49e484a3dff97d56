/** The way a house belongs to: the one it has its address on, else the one the rules give. */
import { roadOfHouse } from '../addressing/roadOfHouse.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';
import { currentAddresses } from './currentAddress.ts';

/** The id of the road; null for a house without an address far from every road. */
export const wayOfHouse = (world: World, house: House): Id | null =>
  currentAddresses(world).get(house.id)?.roadId ?? roadOfHouse(world, house)?.roadId ?? null;
