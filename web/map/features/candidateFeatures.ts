/** Outlines that wait for somebody to say whether they are houses. */
import type { World } from '../../../domain/records/world.ts';
import { collection, feature, type MapFeatures } from './feature.ts';

export const candidateFeatures = (world: World): MapFeatures =>
  collection(
    [...world.candidate.values()]
      .filter(({ state }) => state === 'open')
      .map(({ id, footprint }) => feature(footprint, { id, kind: 'candidate' })),
  );
