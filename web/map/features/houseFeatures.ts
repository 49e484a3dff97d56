/** Houses as footprints, plates at their middle, and entrance dots. */
import { currentAddresses } from '../../../domain/coverage/currentAddress.ts';
import { houseAddressState, type HouseAddressState } from '../../../domain/coverage/houseAddressState.ts';
import { fullNumber } from '../../../domain/addressing/fullNumber.ts';
import { centroid } from '../../../domain/geometry/polygon.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import type { Address } from '../../../domain/records/address.ts';
import type { House } from '../../../domain/records/house.ts';
import type { World } from '../../../domain/records/world.ts';
import { collection, feature, pointFeature, type MapFeature, type MapFeatures } from './feature.ts';
import { createReach } from './reach.ts';

/** Where a house's plate and icon stand: the middle of its footprint, or its entrance. */
export const plateOf = (house: House): Position => (house.footprint ? centroid(house.footprint) : house.entrance);

const reach = createReach();

/** What a house's features were made of, and the features: made again only where one of these differs. */
interface Made {
  readonly address: Address | undefined;
  readonly state: HouseAddressState;
  readonly full: string;
  readonly features: readonly MapFeature[];
}

/** Records are never changed in place: a house that is the same object looks the same but for its address and roads. */
const made = new WeakMap<House, Made>();

/** Footprints (role body), one middle point each (role plate), and the entrance of drawn houses (role entrance). */
export function houseFeatures(world: World): MapFeatures {
  const addresses = currentAddresses(world);
  const features: MapFeature[] = [];
  for (const house of world.house.values()) {
    const address = addresses.get(house.id);
    const state = houseAddressState(world, house, address, () => reach(world, house));
    const full = address ? fullNumber(world, address) : '';
    let known = made.get(house);
    if (!known || known.address !== address || known.state !== state || known.full !== full) {
      known = { address, state, full, features: featuresOf(house, address?.number ?? '', full, state) };
      made.set(house, known);
    }
    for (const item of known.features) features.push(item);
  }
  return collection(features);
}

function featuresOf(house: House, number: string, full: string, state: HouseAddressState): readonly MapFeature[] {
  const about = {
    id: house.id,
    kind: 'house',
    state,
    use: house.use,
    dwelling: house.use === 'residential',
    building: house.state,
    name: house.name ?? '',
    number,
    full,
    drawn: house.footprint !== null,
  };
  const plate = pointFeature(plateOf(house), { ...about, role: 'plate' });
  if (!house.footprint) return [plate];
  return [
    feature(house.footprint, { ...about, role: 'body' }),
    pointFeature(house.entrance, { ...about, role: 'entrance' }),
    plate,
  ];
}
