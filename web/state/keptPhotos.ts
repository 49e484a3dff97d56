/** Pictures on the device that wait for the network, until the server has them. As bytes: not every browser keeps Blobs. */
import type { Id } from '../../domain/records/fields.ts';
import type { Sign } from '../../domain/records/sign.ts';
import { onDevice } from './device.ts';

export interface KeptPhoto {
  readonly id: Id;
  readonly villageId: Id;
  readonly signId: Id;
  readonly authorId: Id;
  /** yyyy-mm-dd */
  readonly takenOn: string;
  /** What it shows: the sign in this state, since that day. */
  readonly state: Sign['state'];
  readonly stateDay: Sign['stateDay'];
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** False once the sign was told to be otherwise after the picture was taken; the same state seen again that day is no other. */
export const stillShows = (photo: Pick<KeptPhoto, 'state' | 'stateDay' | 'takenOn'>, sign: Sign): boolean =>
  sign.state === photo.state &&
  (sign.stateDay === photo.stateDay || (sign.stateDay !== null && sign.stateDay <= photo.takenOn));

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
