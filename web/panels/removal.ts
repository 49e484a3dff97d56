/** Deleting a record: done at once, with the way back in the message. */
import { isRefusal } from '../../domain/edits/edit.ts';
import type { EditKind, InputOf } from '../../domain/edits/registry.ts';
import { t } from '../i18n/t.ts';
import { clearSelection } from '../state/view.svelte.ts';
import { perform, sayDone } from '../state/village.svelte.ts';

export async function removeAndOfferUndo<K extends EditKind>(kind: K, input: InputOf<K>, what: string): Promise<void> {
  const done = perform(kind, input);
  clearSelection();
  if (!isRefusal(await done)) {
    sayDone(t('removed', { what }));
  }
}
