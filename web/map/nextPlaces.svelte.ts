/** Proposed cameras and streetlights on the map. To be called where effects may run. */
import type { Map as MapLibre } from 'maplibre-gl';
import { litRadiusMeters } from '../../domain/coverage/lamps/litRoad.ts';
import { view } from '../state/view.svelte.ts';
import { isNextShown, keepNextAsked, whereNext } from '../state/whereNext.svelte.ts';
import type { MapFeatures } from './features/feature.ts';
import { nextFeatures, type ShownNext } from './features/nextFeatures.ts';

export function drawNextPlaces(show: (features: MapFeatures) => void): void {
  $effect(keepNextAsked);
  $effect(() => show(nextFeatures(shownNow(), whereNext.focusedKey)));
}

function shownNow(): readonly ShownNext[] {
  if (!isNextShown()) return [];
  return whereNext.proposals.map(({ key, isPinned }, index) => {
    const device = whereNext.devices[index]!;
    return { key, place: device.place, isPinned, litMeters: device.kind === 'lamp' ? litRadiusMeters(device) : null };
  });
}

/** What a click would show of the proposals there, or null. */
export function nextAt(map: MapLibre, { x, y }: { x: number; y: number }, slackPixels: number): (() => void) | null {
  if (!whereNext.isOn || view.pickMode !== null || !map.getLayer('next-places')) return null;
  const found = map.queryRenderedFeatures(
    [
      [x - slackPixels, y - slackPixels],
      [x + slackPixels, y + slackPixels],
    ],
    { layers: ['next-places'] },
  );
  const key: unknown = found[0]?.properties['key'];
  return typeof key === 'string' ? () => (whereNext.focusedKey = key) : null;
}
