/** A numbering plan on the map: each house's old → new number, each lane's new name. Drawn apart from what is so. */
import type { NumberingPlan } from '../../../domain/addressing/numberingPlan.ts';
import { roadLabel } from '../../../domain/addressing/roadName.ts';
import { applyChange, type World } from '../../../domain/records/world.ts';
import { collection, feature, noFeatures, pointFeature, type MapFeature, type MapFeatures } from './feature.ts';
import { plateOf } from './houseFeatures.ts';

export function previewFeatures(world: World, plan: NumberingPlan | null): MapFeatures {
  if (!plan) return noFeatures;
  const features: MapFeature[] = [];
  for (const row of plan.rows) {
    const house = world.house.get(row.houseId);
    if (!house) continue;
    features.push(
      pointFeature(plateOf(house), {
        id: house.id,
        kind: 'house',
        role: 'plate',
        state: row.state,
        short: row.newNumber,
        text: row.state === 'changed' ? `${row.oldFull ?? row.oldNumber ?? ''} → ${row.newFull}` : row.newFull,
      }),
    );
  }
  for (const houseId of plan.unplaced) {
    const house = world.house.get(houseId);
    if (house) {
      features.push(
        pointFeature(plateOf(house), {
          id: houseId,
          kind: 'house',
          role: 'plate',
          state: 'unplaced',
          short: '?',
          text: '?',
        }),
      );
    }
  }
  const planned = applyChange(world, plan.change);
  for (const row of plan.roads) {
    const road = planned.road.get(row.roadId);
    if (!road || road.name !== null || row.newNumberName === null || row.newNumberName === row.oldNumberName) continue;
    const label = roadLabel(planned, road);
    features.push(feature(road.line, { id: road.id, kind: 'road', role: 'lane', label }));
  }
  return collection(features);
}
