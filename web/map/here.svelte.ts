/** Where the person stands, asked of the device only when they want to know. */
import type { Position } from '../../domain/geometry/shapes.ts';
import type { MapTextKey } from '../i18n/map.vi.ts';
import { circleRing } from '../tools/wedge.ts';
import { collection, feature, noFeatures, pointFeature, type MapFeatures } from './features/feature.ts';

export interface Here {
  readonly position: Position;
  readonly accuracyMeters: number;
}

let found = $state.raw<Here | null>(null);
let messageKey = $state<MapTextKey | null>(null);
let watch: number | null = null;

export const here = {
  get found(): Here | null {
    return found;
  },
  /** What to tell the person; null when all is well. */
  get messageKey(): MapTextKey | null {
    return messageKey;
  },
  get isWatching(): boolean {
    return watch !== null && (found !== null || messageKey === 'map.here.searching');
  },
};

const deniedCode = 1;

/** Starts watching; `onFirst` is told the first position. */
export function watchHere(onFirst: (here: Here) => void): void {
  if (!('geolocation' in navigator)) {
    messageKey = 'map.here.unsupported';
    return;
  }
  stopWatching();
  messageKey = 'map.here.searching';
  let isFirst = true;
  watch = navigator.geolocation.watchPosition(
    ({ coords }) => {
      found = { position: [coords.longitude, coords.latitude], accuracyMeters: coords.accuracy };
      messageKey = null;
      if (isFirst) onFirst(found);
      isFirst = false;
    },
    (error) => {
      if (error.code === deniedCode) stopWatching();
      messageKey = error.code === deniedCode ? 'map.here.denied' : 'map.here.unavailable';
    },
    { enableHighAccuracy: true, maximumAge: 5000, timeout: 20000 },
  );
}

/** What there was to tell goes with it. */
export function stopWatching(): void {
  if (watch !== null) navigator.geolocation.clearWatch(watch);
  watch = null;
  found = null;
  messageKey = null;
}

export const forgetMessage = (): void => {
  messageKey = null;
};

/** The accuracy as a circle on the ground, and a dot. */
export function hereFeatures(at: Here | null): MapFeatures {
  if (!at) return noFeatures;
  return collection([
    feature({ type: 'Polygon', coordinates: [circleRing(at.position, at.accuracyMeters)] }, { role: 'accuracy' }),
    pointFeature(at.position, { role: 'dot' }),
  ]);
}
