/** Proposed cameras and streetlights as the map draws them: numbered dots in their order, cameras with where they look. */
import type { Position } from '../../../domain/geometry/shapes.ts';
import { circleRing, wedgeRing } from '../../tools/wedge.ts';
import { collection, feature, pointFeature, type MapFeatures } from './feature.ts';

export interface ShownNext {
  readonly key: string;
  readonly place: Position;
  /** Null: it lights all round, so far. */
  readonly looks: { readonly facingDegrees: number; readonly fieldOfViewDegrees: number } | null;
  readonly litMeters: number;
  readonly isPinned: boolean;
}

/** The wedge shows where a camera would look, not how far it recognises anyone. */
const wedgeMeters = 22;

export const nextFeatures = (shown: readonly ShownNext[], focusedKey: string | null): MapFeatures =>
  collection(
    shown.flatMap(({ key, place, looks, litMeters, isPinned }, index) => {
      const about = { id: key, key, focused: key === focusedKey, pinned: isPinned, lights: looks === null };
      const ring = looks
        ? wedgeRing(place, looks.facingDegrees, looks.fieldOfViewDegrees, wedgeMeters)
        : circleRing(place, litMeters);
      return [
        feature({ type: 'Polygon', coordinates: [ring] }, { ...about, role: 'reach' }),
        pointFeature(place, { ...about, role: 'place', number: String(index + 1) }),
      ];
    }),
  );
