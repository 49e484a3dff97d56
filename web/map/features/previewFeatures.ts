/** A numbering plan on the map: each house's old → new number, each lane's new name. Drawn apart from what is so. */
import type { NumberingPlan } from '../../../domain/addressing/numberingPlan.ts';
import { roadLabel } from '../../../domain/addressing/roadName.ts';
import type { Id } from '../../../domain/records/fields.ts';
import { applyChange, type World } from '../../../domain/records/world.ts';
import { collection, feature, noFeatures, pointFeature, type MapFeature, type MapFeatures } from './feature.ts';
import { plateOf } from './houseFeatures.ts';

export function previewFeatures(world: World, plan: NumberingPlan | null): MapFeatures {
  if (!plan) return noFeatures;
  const features: MapFeature[] = [];
  const plate = (houseId: Id, state: string, short: string, text: string) => {
    const house = world.house.get(houseId);
    if (!house) return;
    const about = { dwelling: house.use === 'residential', drawn: house.footprint !== null };
    features.push(
      pointFeature(plateOf(house), { id: houseId, kind: 'house', role: 'plate', state, short, text, ...about }),
    );
  };
  for (const { houseId, state, oldNumber, newNumber, oldFull, newFull } of plan.rows) {
    if (state === 'changed' || state === 'reissued')
      plate(houseId, 'changed', `${oldNumber} → ${newNumber}`, `${oldFull} → ${newFull}`);
    else plate(houseId, state, newNumber, newFull);
  }
  for (const houseId of plan.unplaced) plate(houseId, 'unplaced', '?', '?');
  const planned = applyChange(world, plan.change);
  for (const row of plan.roads) {
    const road = planned.road.get(row.roadId);
    if (!road || road.name !== null || row.newNumberName === null || row.newNumberName === row.oldNumberName) continue;
    const label = roadLabel(planned, road);
    features.push(feature(road.line, { id: road.id, kind: 'road', role: 'lane', label }));
  }
  return collection(features);
}
