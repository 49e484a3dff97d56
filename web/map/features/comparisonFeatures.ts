/** A change on the map: each record as it was before (role `before`) and as it is after (role `after`). */
import type { Position } from '../../../domain/geometry/shapes.ts';
import type { Change } from '../../../domain/records/change.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import type { World } from '../../../domain/records/world.ts';
import { collection, feature, noFeatures, pointFeature, type MapFeature, type MapFeatures } from './feature.ts';

type Role = 'before' | 'after';

export function comparisonFeatures(world: World, change: Change | null): MapFeatures {
  if (!change) return noFeatures;
  return collection([
    ...change.deleted.flatMap((record) => shapesOf(world, record, 'before')),
    ...change.updated.flatMap(([before, after]) => [
      ...(hasSameShape(world, before, after) ? [] : shapesOf(world, before, 'before')),
      ...shapesOf(world, after, 'after', before),
    ]),
    ...change.created.flatMap((record) => shapesOf(world, record, 'after')),
  ]);
}

/** All positions of what is compared, for flying there. */
export const comparedPositions = (world: World, change: Change): readonly Position[] =>
  comparisonFeatures(world, change).features.flatMap(({ geometry }) => {
    if (geometry.type === 'Point') return [geometry.coordinates];
    return geometry.type === 'LineString' ? geometry.coordinates : (geometry.coordinates[0] ?? []);
  });

const hasSameShape = (world: World, before: AnyRecord, after: AnyRecord): boolean =>
  JSON.stringify(shapesOf(world, before, 'after')) === JSON.stringify(shapesOf(world, after, 'after'));

function shapesOf(world: World, record: AnyRecord, role: Role, before: AnyRecord = record): MapFeature[] {
  switch (record.kind) {
    case 'village':
      return [feature({ type: 'LineString', coordinates: record.boundary.coordinates[0] ?? [] }, { role })];
    case 'road':
      return [feature(record.line, { role })];
    case 'house':
      return [
        ...(record.footprint ? [feature(record.footprint, { role })] : []),
        pointFeature(record.entrance, { role }),
      ];
    case 'address': {
      const was = before.kind === 'address' && before.number !== record.number ? `${before.number} → ` : '';
      return [pointFeature(record.entrance, { role, label: `${was}${record.number}` })];
    }
    case 'household':
    case 'externalCode':
    case 'platformAnswer': {
      const house = world.house.get(record.houseId ?? '');
      return house ? [pointFeature(house.entrance, { role })] : [];
    }
    case 'sign':
    case 'camera':
    case 'lamp':
    case 'landmark':
      return [pointFeature(record.place, { role })];
    case 'candidate':
      return [feature(record.footprint, { role })];
    case 'decision':
    case 'exception':
      return [];
  }
}
