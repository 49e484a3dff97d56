/** An effect as a component runs it. Where modules are made anew for a test, to be imported anew with what it reads. */
import { flushSync } from 'svelte';

/** Runs at once, and again as `settle` finds that what it read has changed. */
export function running(effect: () => void | (() => void)): { readonly settle: () => void; readonly stop: () => void } {
  const stop = $effect.root(() => {
    $effect(effect);
  });
  flushSync();
  return { settle: () => void flushSync(), stop };
}
