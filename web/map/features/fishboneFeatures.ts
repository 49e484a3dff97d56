/**
 * The selected house tied to its road: a line from the entrance to its foot, along the way that leads to a house that
 * stands back; fainter ones to roads it could be on.
 */
import { wayToRoad, type HousePlace } from '../../../domain/addressing/housePlace.ts';
import type { World } from '../../../domain/records/world.ts';
import { houseRoad } from '../../state/houseRoad.ts';
import { collection, lineFeature, noFeatures, pointFeature, type MapFeature, type MapFeatures } from './feature.ts';
import { shownRecord, type RecordRef } from './highlightFeatures.ts';

/** Roles: `own` for the road it is on, `other` for the rest; each a line and the foot at its end. */
export function fishboneFeatures(world: World, selected: RecordRef | null): MapFeatures {
  const house = selected ? shownRecord(world, selected) : undefined;
  if (house?.kind !== 'house' || house.state === 'demolished') return noFeatures;
  const { at, others } = houseRoad(world, house);
  const bone = (place: HousePlace, role: 'own' | 'other'): MapFeature[] => [
    lineFeature(wayToRoad(house, place), { role, roadId: place.roadId }),
    pointFeature(place.foot, { role, roadId: place.roadId }),
  ];
  return collection([...others.flatMap((place) => bone(place, 'other')), ...(at ? bone(at, 'own') : [])]);
}
