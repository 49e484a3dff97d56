/** The rows of a release: one an issued address, everything public that is known of it, nothing about persons (RULES §6). */
import type { Position } from '../../geometry/shapes.ts';
import type { Id } from '../../records/fields.ts';
import { villageOf, type World } from '../../records/world.ts';
import { addressListRecords } from '../addressList.ts';
import type { Cell } from '../table.ts';
import { releaseKeys, type ReleaseKey } from './releaseKeys.ts';

/** What is empty is left out. */
export type ReleaseCells = { readonly [K in ReleaseKey]?: Exclude<Cell, null> };

export interface ReleaseRow {
  readonly addressId: Id;
  readonly houseId: Id;
  readonly cells: ReleaseCells;
  /** The entrance, WGS 84, [longitude, latitude]. */
  readonly place: Position;
}

/** In the order of the list. Drafts and what was retired are no part of a release. */
export function releaseRows(world: World): readonly ReleaseRow[] {
  const provinceCode = villageOf(world)?.currentUnits.find(({ level }) => level === 'province')?.code ?? null;
  return addressListRecords(world, 'public', 'issued').map(({ address, cells }) => ({
    addressId: address.id,
    houseId: address.houseId,
    cells: filled({ ...cells, provinceCode }),
    place: address.entrance,
  }));
}

const filled = (cells: { readonly [K in ReleaseKey]?: Cell }): ReleaseCells =>
  Object.fromEntries(
    releaseKeys.flatMap((key) => {
      const cell = cells[key] ?? null;
      return cell === null ? [] : [[key, cell]];
    }),
  );
