/** The switches of the legend on the map's layers. To be called where effects may run. */
import type { Map as MapLibre } from 'maplibre-gl';
import { view, type LayerId } from '../state/view.svelte.ts';
import { legendRows } from './legend.ts';
import { layersOf } from './style.ts';

const switchable: readonly LayerId[] = legendRows(true).map(({ layer }) => layer);

export function switchLayers(map: () => MapLibre | null): void {
  $effect(() => {
    const opened = map();
    if (!opened) return;
    const style = opened.getStyle();
    for (const layer of switchable) {
      // While a plan is looked at, its plates stand where the present numbers are.
      const isHidden = view.hidden.has(layer) || (layer === 'houseNumbers' && view.preview !== null);
      for (const id of layersOf(style, layer))
        opened.setLayoutProperty(id, 'visibility', isHidden ? 'none' : 'visible');
    }
  });
}
