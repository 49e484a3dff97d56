/** Houses whose address is new, changed or retired since the last release, each at its entrance. */
import type { ReleaseMark } from '../../state/releaseMarks.svelte.ts';
import { collection, pointFeature, type MapFeatures } from './feature.ts';

export const releaseFeatures = (marks: readonly ReleaseMark[]): MapFeatures =>
  collection(marks.map(({ addressId, kind, place }) => pointFeature(place, { id: addressId, kind })));
