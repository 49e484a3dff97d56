/**
 * Edits on the device: written there before they are sent, taken away when the server has answered. They hold what the
 * person typed, names of households too, and lie unencrypted in the profile of the browser, so they never stay longer
 * than needed: what was sent is gone; what was refused stays until the person takes it up or throws it away.
 */
import type { Failure } from '../sync/api.ts';
import type { Id } from '../../domain/records/fields.ts';
import { onDevice } from './device.ts';
import type { WaitingEdit } from './waitingEdit.ts';

export interface Person {
  readonly id: Id;
  readonly displayName: string;
}

/** A waiting edit as it is kept: whose it is, and the tab that is to send it. */
export interface KeptEdit extends WaitingEdit {
  readonly by: Person;
  readonly tab: string;
}

/** What the server turned away, kept until the person has dealt with it. */
export interface RefusedEdit extends WaitingEdit {
  /** The edit's id. */
  readonly id: Id;
  readonly by: Person;
  readonly failure: Failure;
  /** When it was refused, ISO 8601. */
  readonly refusedAt: string;
}

export const keepEdit = (kept: KeptEdit): Promise<void> =>
  onDevice(['edits'], 'readwrite', (store) => void store('edits').add(kept));

/** Takes an answered edit off the device; one that was refused goes over to those refused in the same moment. */
export const settleEdit = (editId: Id, refused: RefusedEdit | null): Promise<void> =>
  onDevice(['edits', 'refused'], 'readwrite', (store) => {
    const find = store('edits').index('id').getKey(editId);
    find.onsuccess = () => {
      if (find.result !== undefined) store('edits').delete(find.result);
    };
    if (refused) store('refused').put(refused);
  });

/** Everything that waits on this device, whoever made it, in the order in which it was made. */
export const keptEdits = (): Promise<readonly KeptEdit[]> =>
  onDevice(['edits'], 'readonly', (store, give) => {
    const all = store('edits').getAll();
    all.onsuccess = () => give(all.result as KeptEdit[]);
  });

/** Makes another tab's edits of this person this tab's; two tabs that try at once do not both get them. */
export const adoptEdits = (personId: Id, from: string, tab: string): Promise<readonly KeptEdit[]> =>
  onDevice(['edits'], 'readwrite', (store, give) => {
    const all = store('edits').getAll();
    all.onsuccess = () => {
      const found = (all.result as KeptEdit[]).filter((kept) => kept.by.id === personId && kept.tab === from);
      for (const kept of found) store('edits').put({ ...kept, tab });
      give(found);
    };
  });

export const refusedEdits = (personId: Id): Promise<readonly RefusedEdit[]> =>
  onDevice(['refused'], 'readonly', (store, give) => {
    const all = store('refused').getAll();
    all.onsuccess = () => {
      const own = (all.result as RefusedEdit[]).filter(({ by }) => by.id === personId);
      give(own.sort((a, b) => (a.refusedAt < b.refusedAt ? -1 : 1)));
    };
  });

export const forgetRefused = (editIds: readonly Id[]): Promise<void> =>
  onDevice(['refused'], 'readwrite', (store) => {
    for (const id of editIds) store('refused').delete(id);
  });
