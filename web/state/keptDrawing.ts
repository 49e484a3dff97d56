/** A drawing that is not finished, as it lies in the hand: kept on the device so that it outlives the page. */
import type { Id } from '../../domain/records/fields.ts';
import type { ToolOptions } from '../tools/options.ts';
import { onDevice } from './device.ts';
import type { Selection, ToolId } from './view.svelte.ts';

export interface KeptDrawing {
  readonly tool: ToolId;
  readonly options: ToolOptions;
  readonly selection: Selection | null;
  /** What the tool has been told so far, plain data of the tool's own type. */
  readonly state: unknown;
}

/** One a person and village. */
const keyOf = (personId: Id, villageId: Id): string => `${personId}/${villageId}`;

/** Null forgets it. */
export const keepDrawing = (personId: Id, villageId: Id, drawing: KeptDrawing | null): Promise<void> =>
  onDevice(['drawings'], 'readwrite', (store) => {
    const key = keyOf(personId, villageId);
    if (drawing) store('drawings').put({ ...drawing, key });
    else store('drawings').delete(key);
  });

export const keptDrawing = (personId: Id, villageId: Id): Promise<KeptDrawing | null> =>
  onDevice(['drawings'], 'readonly', (store, give) => {
    const found = store('drawings').get(keyOf(personId, villageId));
    found.onsuccess = () => give((found.result as KeptDrawing | undefined) ?? null);
  });

/** All drawings of a person who leaves the device. */
export const forgetDrawings = (personId: Id): Promise<void> =>
  onDevice(['drawings'], 'readwrite', (store) => {
    store('drawings').delete(IDBKeyRange.bound(keyOf(personId, ''), keyOf(personId, '\uffff')));
  });
