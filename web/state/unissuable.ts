/** Draft addresses that cannot be issued yet. */
import { addressesWithErrors } from '../../domain/checks/findings.ts';
import { unnamedWayOf } from '../../domain/edits/issued.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { World } from '../../domain/records/world.ts';

/** Of these, the addresses that cannot be issued yet because their road, or one on the way to it, has no name. */
export const addressesOnUnnamedRoads = (world: World, addressIds: readonly Id[]): readonly Id[] =>
  addressIds.filter((id) => {
    const address = world.address.get(id);
    return address !== undefined && unnamedWayOf(world, address) !== undefined;
  });

/** Of these, the addresses that an error keeps from being issued. */
export const addressIdsWithErrors = (world: World, addressIds: readonly Id[]): readonly Id[] =>
  addressesWithErrors(
    world,
    addressIds.flatMap((id) => world.address.get(id) ?? []),
  ).map(({ id }) => id);
