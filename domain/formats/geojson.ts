/** The address list as GeoJSON (RFC 7946): a point at each entrance, the list's cells as properties. */
import type { World } from '../records/world.ts';
import { addressListRecords } from './addressList.ts';
import { addressListColumns, type ListStates, type ListVariant } from './addressListColumns.ts';
import type { Cell } from './table.ts';

export interface AddressFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [number, number] };
  readonly properties: Readonly<Record<string, Cell>>;
}

export interface AddressFeatureCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly AddressFeature[];
}

export function toGeoJson(world: World, variant: ListVariant, states: ListStates = 'issued'): AddressFeatureCollection {
  const keys = addressListColumns(variant)
    .map((column) => column.key)
    .filter((key) => key !== 'latitude' && key !== 'longitude');
  const features = addressListRecords(world, variant, states).map(({ address, cells }): AddressFeature => ({
    type: 'Feature',
    id: address.id,
    geometry: { type: 'Point', coordinates: [address.entrance[0], address.entrance[1]] },
    properties: Object.fromEntries(keys.map((key) => [key, cells[key] ?? null])),
  }));
  return { type: 'FeatureCollection', features };
}
