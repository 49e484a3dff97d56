/** Houses as footprints, plates at their middle, and entrance dots. */
import { currentAddresses } from '../../../domain/coverage/currentAddress.ts';
import { houseAddressState } from '../../../domain/coverage/houseAddressState.ts';
import { fullNumber } from '../../../domain/addressing/fullNumber.ts';
import { centroid } from '../../../domain/geometry/polygon.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import type { House } from '../../../domain/records/house.ts';
import type { World } from '../../../domain/records/world.ts';
import { collection, feature, pointFeature, type MapFeature, type MapFeatures } from './feature.ts';
import { createReach } from './reach.ts';

/** Where a house's plate and icon stand: the middle of its footprint, or its entrance. */
export const plateOf = (house: House): Position => (house.footprint ? centroid(house.footprint) : house.entrance);

const reach = createReach();

/** Footprints (role body), one middle point each (role plate), and the entrance of drawn houses (role entrance). */
export function houseFeatures(world: World): MapFeatures {
  const addresses = currentAddresses(world);
  const features: MapFeature[] = [];
  for (const house of world.house.values()) {
    const address = addresses.get(house.id);
    const state = houseAddressState(world, house, address, () => reach(world, house));
    const about = {
      id: house.id,
      kind: 'house',
      state,
      use: house.use,
      dwelling: house.use === 'residential',
      building: house.state,
      name: house.name ?? '',
      number: address ? address.number : '',
      full: address ? fullNumber(world, address) : '',
      drawn: house.footprint !== null,
    };
    if (house.footprint) {
      features.push(feature(house.footprint, { ...about, role: 'body' }));
      features.push(pointFeature(house.entrance, { ...about, role: 'entrance' }));
    }
    features.push(pointFeature(plateOf(house), { ...about, role: 'plate' }));
  }
  return collection(features);
}
