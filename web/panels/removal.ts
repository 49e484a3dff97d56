/** Deleting a record: done at once, with the way back in the message. */
import { isRefusal } from '../../domain/edits/edit.ts';
import type { EditKind, InputOf } from '../../domain/edits/registry.ts';
import { t } from '../i18n/t.ts';
import { say } from '../state/toasts.svelte.ts';
import { clearSelection } from '../state/view.svelte.ts';
import { perform, undo } from '../state/village.svelte.ts';

export async function removeAndOfferUndo<K extends EditKind>(kind: K, input: InputOf<K>, what: string): Promise<void> {
  const done = perform(kind, input);
  clearSelection();
  if (!isRefusal(await done)) {
    say('done', t('removed', { what }), { label: t('undo.do'), run: () => void undo() });
  }
}
