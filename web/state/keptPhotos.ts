/** Pictures on the device that wait for the network, until the server has them. As bytes: not every browser keeps Blobs. */
import type { Id } from '../../domain/records/fields.ts';
import type { Pictured } from '../../domain/signs/stateFields.ts';
import { onDevice } from './device.ts';

export interface KeptPhoto extends Pictured {
  readonly id: Id;
  readonly villageId: Id;
  readonly signId: Id;
  readonly authorId: Id;
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

export const keepPhoto = (photo: KeptPhoto): Promise<void> =>
  onDevice(['photos'], 'readwrite', (store) => void store('photos').put(photo));

export const forgetPhoto = (id: Id): Promise<void> =>
  onDevice(['photos'], 'readwrite', (store) => void store('photos').delete(id));

/** Of one person: others who use the device do not send them. */
export const keptPhotosOf = (authorId: Id): Promise<readonly KeptPhoto[]> =>
  onDevice(['photos'], 'readonly', (store, give) => {
    const all = store('photos').getAll();
    all.onsuccess = () => give((all.result as KeptPhoto[]).filter((photo) => photo.authorId === authorId));
  });
