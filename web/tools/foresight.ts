/**
 * What the next click would do, worked out while the hand rests before it: what the rules find then they remember, and the
 * gesture need not wait for it.
 */
import { whenAtRest } from '../state/idle.ts';
import { obstacle } from '../state/village.svelte.ts';
import type { ToolEdit } from './tool.ts';

let stop: () => void = () => undefined;

/** `editThen`: of the click, asked once the hand has come to rest; null where it would not be an edit. */
export function foresee(editThen: () => ToolEdit | null): void {
  stop();
  stop = whenAtRest(() => {
    const edit = editThen();
    if (edit) obstacle(edit.kind, edit.input);
  });
}
