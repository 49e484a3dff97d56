/** The address list as a layer of a map: all its columns, and a point at each entrance. */
import type { World } from '../records/world.ts';
import { addressListRecords } from './addressList.ts';
import { addressListColumns, type ListStates, type ListVariant } from './addressListColumns.ts';
import type { WrittenRow, WrittenTable } from './files/fileFormat.ts';

export interface WrittenLayer {
  readonly table: WrittenTable;
  readonly rows: readonly WrittenRow[];
}

export function addressListLayer(world: World, variant: ListVariant, states: ListStates = 'issued'): WrittenLayer {
  const columns = addressListColumns(variant);
  const rows = addressListRecords(world, variant, states).map(({ address, cells }): WrittenRow => ({
    cells: columns.map(({ key }) => cells[key] ?? null),
    geometry: { type: 'Point', coordinates: address.entrance },
  }));
  return { table: { name: 'Địa chỉ', columns }, rows };
}
