/** A numbering plan on the map: each house's old → new number, each lane's new name. Drawn apart from what is so. */
import type { NumberingPlan, NumberingRow } from '../../../domain/addressing/numberingPlan.ts';
import { roadLabel } from '../../../domain/addressing/roadName.ts';
import type { Change } from '../../../domain/records/change.ts';
import type { House } from '../../../domain/records/house.ts';
import { applyChange, type World } from '../../../domain/records/world.ts';
import { collection, feature, noFeatures, pointFeature, type MapFeature, type MapFeatures } from './feature.ts';
import { plateOf } from './houseFeatures.ts';

/** What was drawn of a row: rows and houses are never changed in place. */
const drawn = new WeakMap<NumberingRow, { readonly house: House; readonly plate: MapFeature }>();

export function previewFeatures(world: World, plan: NumberingPlan | null): MapFeatures {
  if (!plan) return noFeatures;
  const features: MapFeature[] = [];
  for (const row of plan.rows) {
    const house = world.house.get(row.houseId);
    if (!house) continue;
    let known = drawn.get(row);
    if (known?.house !== house) drawn.set(row, (known = { house, plate: plateOfRow(house, row) }));
    features.push(known.plate);
  }
  for (const houseId of plan.unplaced) {
    const house = world.house.get(houseId);
    if (house) features.push(plate(house, 'unplaced', '?', '?'));
  }
  const planned = applyChange(world, { created: [], updated: plan.change.updated.filter(isOfRoad), deleted: [] });
  for (const row of plan.roads) {
    const road = planned.road.get(row.roadId);
    if (!road || road.name !== null || row.newNumberName === null || row.newNumberName === row.oldNumberName) continue;
    const label = roadLabel(planned, road);
    features.push(feature(road.line, { id: road.id, kind: 'road', role: 'lane', label }));
  }
  return collection(features);
}

const isOfRoad = ([before]: Change['updated'][number]): boolean => before.kind === 'road';

function plateOfRow(house: House, { state, oldNumber, newNumber, oldFull, newFull }: NumberingRow): MapFeature {
  return state === 'changed' || state === 'reissued'
    ? plate(house, 'changed', `${oldNumber} → ${newNumber}`, `${oldFull} → ${newFull}`)
    : plate(house, state, newNumber, newFull);
}

const plate = (house: House, state: string, short: string, text: string): MapFeature =>
  pointFeature(plateOf(house), {
    ...{ id: house.id, kind: 'house', role: 'plate', state, short, text },
    ...{ dwelling: house.use === 'residential', drawn: house.footprint !== null },
  });
