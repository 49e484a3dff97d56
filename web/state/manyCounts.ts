/** What is selected, looked at together: how many of each kind, what their houses have in common. */
import { unnamedWayOf } from '../../domain/edits/issued.ts';
import { currentAddresses } from '../../domain/coverage/currentAddress.ts';
import { wayOfHouse } from '../../domain/coverage/wayOfHouse.ts';
import type { Address } from '../../domain/records/address.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { RecordKind, RecordOf } from '../../domain/records/record.ts';
import type { World } from '../../domain/records/world.ts';
import type { Selection } from './view.svelte.ts';

/** The records of one kind that are selected and still there. */
export const selectedOf = <K extends RecordKind>(
  world: World,
  selected: readonly Selection[],
  kind: K,
): readonly RecordOf[K][] =>
  selected.flatMap((ref) => (ref.kind === kind ? ((world[kind].get(ref.id) as RecordOf[K] | undefined) ?? []) : []));

/** The value all have, or `mixed`. */
export function commonValue<T, V>(records: readonly T[], valueOf: (record: T) => V): V | 'mixed' {
  const values = new Set(records.map(valueOf));
  const [only] = values;
  return values.size === 1 ? (only as V) : 'mixed';
}

export interface SelectedAddresses {
  readonly numberless: number;
  readonly drafts: readonly Address[];
  /** Drafts that can be issued: every way to them has its name. */
  readonly issuable: readonly Address[];
  readonly issued: readonly Address[];
  /** The ways the houses are on. */
  readonly roadIds: readonly Id[];
}

export function addressesOfSelected(world: World, houses: readonly RecordOf['house'][]): SelectedAddresses {
  const current = currentAddresses(world);
  const addresses = houses.flatMap(({ id }) => current.get(id) ?? []);
  const drafts = addresses.filter(({ state }) => state === 'draft');
  const roadIds = new Set(houses.map((house) => wayOfHouse(world, house)));
  return {
    numberless: houses.length - addresses.length,
    drafts,
    issuable: drafts.filter((address) => unnamedWayOf(world, address) === undefined),
    issued: addresses.filter(({ state }) => state === 'issued'),
    roadIds: [...roadIds].filter((id) => id !== null),
  };
}
