/** What the properties of a building in a file say of its use (OpenStreetMap's keys). */
import type { HouseUse } from '../records/house.ts';
import { textOf, type Feature } from './features.ts';

const buildingsOf: { readonly [U in Exclude<HouseUse, 'residential'>]: string } = {
  business: 'commercial retail hotel industrial warehouse office supermarket kiosk factory',
  school: 'school kindergarten university college',
  worship: 'church temple pagoda chapel shrine mosque cathedral religious monastery',
  public: 'public civic hospital townhall government fire_station transportation train_station sports_hall',
  other:
    'garage garages shed roof carport barn stable sty farm_auxiliary greenhouse hut transformer_tower service ' +
    'construction ruins cowshed storage_tank silo tank',
};

const amenitiesOf: { readonly [U in 'worship' | 'school' | 'public']: string } = {
  worship: 'place_of_worship monastery',
  school: 'school kindergarten university college',
  public: 'townhall community_centre hospital clinic police fire_station library post_office public_building',
};

export function useOf(feature: Feature): HouseUse {
  const building = textOf(feature, 'building') ?? 'yes';
  const amenity = textOf(feature, 'amenity');
  for (const [use, values] of Object.entries({ ...amenitiesOf })) {
    if (amenity !== null && values.split(' ').includes(amenity)) return use as HouseUse;
  }
  for (const [use, values] of Object.entries(buildingsOf)) {
    if (values.split(' ').includes(building)) return use as HouseUse;
  }
  return building === 'yes' && (amenity ?? textOf(feature, 'shop') ?? textOf(feature, 'office')) !== null
    ? 'business'
    : 'residential';
}
