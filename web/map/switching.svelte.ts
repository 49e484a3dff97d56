/** Which of the map's layers are drawn. To be called where effects may run. */
import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { view, type LayerId } from '../state/view.svelte.ts';
import { restingSources } from './sources.ts';
import { switchOf } from './style.ts';

interface Shown {
  /** Switched off in the legend. */
  readonly hidden: ReadonlySet<LayerId>;
  readonly isPlanShown: boolean;
  /** Sources that hold nothing. */
  readonly empty: ReadonlySet<string>;
}

export function isDrawn(layer: LayerSpecification, { hidden, isPlanShown, empty }: Shown): boolean {
  const switched = switchOf(layer);
  // While a plan is looked at, its plates stand where the present numbers are.
  if (switched !== null && (hidden.has(switched) || (switched === 'houseNumbers' && isPlanShown))) return false;
  return !('source' in layer && restingSources.has(layer.source) && empty.has(layer.source));
}

export function switchLayers(map: () => MapLibre | null, empty: () => ReadonlySet<string>): void {
  const layers = $derived(map()?.getStyle().layers ?? []);
  $effect(() => {
    const opened = map();
    const shown = { hidden: view.hidden, isPlanShown: view.preview !== null, empty: empty() };
    for (const layer of layers) {
      opened?.setLayoutProperty(layer.id, 'visibility', isDrawn(layer, shown) ? 'visible' : 'none');
    }
  });
}
