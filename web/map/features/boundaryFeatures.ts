/** The village's boundary, and the rest of the world as a mask around it. */
import { villageOf, type World } from '../../../domain/records/world.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import { collection, feature, lineFeature, noFeatures, type MapFeatures } from './feature.ts';

const wholeWorld: readonly Position[] = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
];

export function boundaryFeatures(world: World): MapFeatures {
  const village = villageOf(world);
  const outer = village?.boundary.coordinates[0];
  if (!village || !outer) return noFeatures;
  return collection([
    feature({ type: 'Polygon', coordinates: [[...wholeWorld], [...outer]] }, { role: 'outside' }),
    lineFeature(outer, { role: 'edge', name: village.name }),
  ]);
}
