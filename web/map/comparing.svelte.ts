/** A change looked at: drawn over the village, and flown to when asked. To be called where effects may run. */
import { untrack } from 'svelte';
import { comparison } from '../state/comparison.svelte.ts';
import { flyTo } from '../state/view.svelte.ts';
import { village } from '../state/village.svelte.ts';
import { comparedPositions, comparisonFeatures } from './features/comparisonFeatures.ts';
import type { MapFeatures } from './features/feature.ts';
import { boxOf } from './fly.ts';

export function drawComparison(show: (features: MapFeatures) => void): void {
  $effect(() => show(comparisonFeatures(village.world, comparison.shown)));
  $effect(() => {
    const { shown, wantsFlight } = comparison;
    if (!shown || !wantsFlight) return;
    untrack(() => {
      comparison.flown();
      const box = boxOf(comparedPositions(village.world, shown));
      if (box) flyTo(box);
    });
  });
}
