/** The address a house has now: the issued one, else its draft; retired ones do not count. */
import type { Address } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';

/** Worked out once for the addresses of a world: they are never changed in place. */
const current = new WeakMap<World['address'], ReadonlyMap<Id, Address>>();

/** House id → its address in force or in draft. A house has at most one of each; the issued one wins. */
export function currentAddresses(world: World): ReadonlyMap<Id, Address> {
  const known = current.get(world.address);
  if (known) return known;
  const byHouse = new Map<Id, Address>();
  for (const address of world.address.values()) {
    if (address.state === 'retired') continue;
    if (address.state === 'issued' || !byHouse.has(address.houseId)) byHouse.set(address.houseId, address);
  }
  current.set(world.address, byHouse);
  return byHouse;
}
