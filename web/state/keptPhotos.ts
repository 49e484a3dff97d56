/** Pictures on the device that wait for the network, until the server has them. As bytes: not every browser keeps Blobs. */
import type { Refusal } from '../../domain/edits/refusal.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Pictured } from '../../domain/signs/stateFields.ts';
import type { Failure } from '../sync/api.ts';
import { onDevice } from './device.ts';

/** Why a picture cannot be put to its sign: the server's word, the rules', or what became of the sign after it was taken. */
export type PhotoRefusal =
  | { readonly reason: 'refused'; readonly failure: Failure }
  | { readonly reason: 'rules'; readonly refusal: Refusal }
  | { readonly reason: 'outdated' | 'no-sign' };

export interface KeptPhoto extends Pictured {
  readonly id: Id;
  readonly villageId: Id;
  readonly signId: Id;
  readonly authorId: Id;
  readonly type: string;
  readonly bytes: ArrayBuffer;
  /** What to call it by while its village is not open; a page from before kept it without. */
  readonly villageName?: string;
  readonly signText?: string;
  /** It is sent no more, and stays until the person sends it again or throws it away. */
  readonly refusal?: PhotoRefusal;
}

/** One that is kept already is kept as it is given now. */
export const keepPhoto = (photo: KeptPhoto): Promise<void> =>
  onDevice(['photos'], 'readwrite', (store) => void store('photos').put(photo));

export const forgetPhoto = (id: Id): Promise<void> =>
  onDevice(['photos'], 'readwrite', (store) => void store('photos').delete(id));

/** Of one person: others who use the device do not send them. In the order in which they were taken, as their ids are. */
export const keptPhotosOf = (authorId: Id): Promise<readonly KeptPhoto[]> =>
  onDevice(['photos'], 'readonly', (store, give) => {
    const all = store('photos').getAll();
    all.onsuccess = () => give((all.result as KeptPhoto[]).filter((photo) => photo.authorId === authorId));
  });
