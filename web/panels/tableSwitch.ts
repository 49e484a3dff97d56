/** The table: under the map where there is room, else a panel of its own. */
import { openPanel, view } from '../state/view.svelte.ts';
import { screen } from '../ui/wide.svelte.ts';

export function toggleTable(): void {
  if (screen.isWide) view.isTableOpen = !view.isTableOpen;
  else {
    openPanel('table');
    view.sheet = 'full';
  }
}
