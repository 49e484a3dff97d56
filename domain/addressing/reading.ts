/** How an address reads: its full number now, or the one it had when it was withdrawn. */
import type { Address } from '../records/address.ts';
import type { World } from '../records/world.ts';
import { fullNumber } from './fullNumber.ts';

export const readingOf = (world: World, address: Address): string => address.retiredAs ?? fullNumber(world, address);
