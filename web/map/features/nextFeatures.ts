/** Proposed cameras and streetlights as the map draws them: numbered dots in their order, streetlights with what they light. */
import type { Position } from '../../../domain/geometry/shapes.ts';
import { circleRing } from '../../tools/wedge.ts';
import { collection, feature, pointFeature, type MapFeatures } from './feature.ts';

export interface ShownNext {
  readonly key: string;
  readonly place: Position;
  /** Null for a camera: its view is drawn with the others'. */
  readonly litMeters: number | null;
  readonly isPinned: boolean;
}

export const nextFeatures = (shown: readonly ShownNext[], focusedKey: string | null): MapFeatures =>
  collection(
    shown.flatMap(({ key, place, litMeters, isPinned }, index) => {
      const about = { id: key, key, focused: key === focusedKey, pinned: isPinned };
      const dot = pointFeature(place, { ...about, role: 'place', number: String(index + 1) });
      if (litMeters === null) return [dot];
      const ring = circleRing(place, litMeters);
      return [feature({ type: 'Polygon', coordinates: [ring] }, { ...about, role: 'reach' }), dot];
    }),
  );
