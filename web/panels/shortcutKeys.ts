/** A key pressed anywhere on the page: what the table of shortcuts says, unless somebody is writing. */
import { actionOf, isCharacterKey, keyOf } from '../state/shortcuts.ts';
import { characterKeys } from '../state/characterKeys.svelte.ts';
import { modals } from '../ui/modals.svelte.ts';

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], dialog') !== null;
const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, summary, [role="button"]') !== null;

/** Runs what is bound to the key and keeps the browser from using it too. */
export function pressShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isWriting(event.target) || modals.top !== null) return;
  const key = keyOf(event);
  if (isCharacterKey(key) && !characterKeys.areOn) return;
  if ((key === 'Enter' || key === 'Space') && isPressable(event.target)) return;
  const action = actionOf(key);
  if (!action) return;
  event.preventDefault();
  action.run();
}
