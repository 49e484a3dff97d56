/** Makes the MapLibre map: our style, our words, no tilting, a worker from our own origin. */
import { addProtocol, AttributionControl, Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import type { Protocol } from 'pmtiles';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { backgroundSource, type BackgroundSetting } from './background.ts';
import { mapFonts } from './fonts.ts';
import { addImages } from './images/images.ts';
import { isStill } from './still.ts';
import { mapStyle } from './style.ts';
import { theme } from './theme.ts';
import type { ViewHash } from './hash.ts';
import type { BoundingBox } from '../state/view.svelte.ts';

let pmtiles: Promise<Protocol> | undefined;

setWorkerUrl(workerUrl);
// A village without such a background never downloads the reader of PMTiles files.
addProtocol('pmtiles', async (request, abort) => {
  pmtiles ??= import('pmtiles').then(({ Protocol }) => new Protocol());
  return (await pmtiles).tile(request, abort);
});

export interface MapStart {
  readonly container: HTMLElement;
  readonly background: BackgroundSetting | null;
  readonly viewport: ViewHash['viewport'];
  readonly box: BoundingBox | null;
  /** Name of the map for screen readers. */
  readonly label: string;
}

export function createMap({ container, background, viewport, box, label }: MapStart): MapLibre {
  const source = backgroundSource(background);
  const where = viewport
    ? { center: [...viewport.center] as [number, number], zoom: viewport.zoom }
    : box
      ? { bounds: [...box] as [number, number, number, number], fitBoundsOptions: { padding: 32 } }
      : { center: [105.788, 19.97] as [number, number], zoom: 14 };
  const map = new MapLibre({
    container,
    style: mapStyle({ theme, fonts: mapFonts(), background: source }),
    ...where,
    minZoom: 11,
    maxZoom: 21.5,
    pitchWithRotate: false,
    dragRotate: false,
    rollEnabled: false,
    maxPitch: 0,
    // Shift and dragging select by a box.
    boxZoom: false,
    attributionControl: false,
    fadeDuration: isStill() ? 0 : 120,
    // A click is a click even when an older hand trembles.
    clickTolerance: 5,
    locale: { 'Map.Title': label },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  if (source) map.addControl(new AttributionControl({ compact: true }), 'bottom-right');
  map.on('style.load', () => addImages(map, theme));
  return map;
}
