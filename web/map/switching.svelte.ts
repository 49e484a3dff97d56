/** Which of the map's layers are drawn. To be called where effects may run. */
import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { untrack } from 'svelte';
import { coverage } from '../state/coverage.svelte.ts';
import type { LayerId } from '../state/layerId.ts';
import { view } from '../state/view.svelte.ts';
import { restingSources, sourceIds, type SourceId } from './sources.ts';
import { switchOf } from './style.ts';

interface Shown {
  /** Switched off in the legend. */
  readonly hidden: ReadonlySet<LayerId>;
  readonly isPlanShown: boolean;
  readonly isCoverageShown: boolean;
  /** Sources that hold nothing. */
  readonly empty: ReadonlySet<string>;
}

/** What only stands for light: not beside the light itself. */
const standIn = 'lamp-glow';

export function isDrawn(layer: LayerSpecification, { hidden, isPlanShown, isCoverageShown, empty }: Shown): boolean {
  if (isCoverageShown && layer.id === standIn) return false;
  const switched = switchOf(layer);
  // While a plan is looked at, its plates stand where the present numbers are.
  if (switched !== null && (hidden.has(switched) || (switched === 'houseNumbers' && isPlanShown))) return false;
  return !('source' in layer && restingSources.has(layer.source) && empty.has(layer.source));
}

interface EmptySources {
  readonly ids: ReadonlySet<string>;
  readonly follow: (id: SourceId, isEmpty: boolean) => void;
}

/** The sources of one map that hold nothing, as they follow; every source begins so. */
export function emptySources(): EmptySources {
  let ids = $state.raw<ReadonlySet<string>>(new Set(sourceIds));
  return {
    get ids() {
      return ids;
    },
    follow(id, isEmpty) {
      const others = untrack(() => ids);
      ids = new Set([...others].filter((other) => other !== id).concat(isEmpty ? id : []));
    },
  };
}

export function switchLayers(map: () => MapLibre | null, empty: EmptySources): void {
  const layers = $derived(map()?.getStyle().layers ?? []);
  $effect(() => {
    const opened = map();
    const shown = {
      hidden: view.hidden,
      isPlanShown: view.preview !== null,
      isCoverageShown: coverage.isOn,
      empty: empty.ids,
    };
    for (const layer of layers) {
      opened?.setLayoutProperty(layer.id, 'visibility', isDrawn(layer, shown) ? 'visible' : 'none');
    }
  });
}
