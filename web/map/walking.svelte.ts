/** While one walks and numbers houses the device's position goes to the tool, and the map follows. */
import { untrack } from 'svelte';
import { flyTo, view } from '../state/view.svelte.ts';
import { toTool } from '../tools/session.svelte.ts';
import { here, stopWatching, watchHere } from './here.svelte.ts';

/** Close enough to tell one house from the next. */
const walkingZoom = 19;

/** To be called where a component is set up. `zoom`: what the map shows now. */
export function followWalker(zoom: () => number | null): void {
  /** The map has come to where the person stands; from then on the zoom is theirs. */
  let isThere = false;
  $effect(() => {
    if (view.tool !== 'walk') return;
    untrack(() => {
      isThere = false;
      if (!here.isWatching) watchHere(() => {});
    });
    return stopWatching;
  });
  $effect(() => {
    const { found } = here;
    if (view.tool !== 'walk' || !found) return;
    untrack(() => {
      toTool({ type: 'here', position: found.position });
      flyTo(found.position, isThere ? zoom() : walkingZoom);
      isThere = true;
    });
  });
}
