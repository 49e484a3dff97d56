/** This person's pictures on the device, of all their villages, as they were when last looked for. */
import type { Id } from '../../domain/records/fields.ts';
import { forgetPhoto, keepPhoto, keptPhotosOf, type KeptPhoto, type PhotoRefusal } from './keptPhotos.ts';
import { session } from './session.svelte.ts';

let list = $state.raw<readonly KeptPhoto[]>([]);
let refused = $state.raw<readonly KeptPhoto[]>([]);

export const waitingPhotos = {
  /** Still to be sent. */
  get list(): readonly KeptPhoto[] {
    return list;
  },
  /** What could not be put to its sign, until the person has dealt with it. */
  get refused(): readonly KeptPhoto[] {
    return refused;
  },
  isFor: (signId: Id): boolean => list.some((photo) => photo.signId === signId),
};

/** A device that keeps nothing has none. */
export async function lookForPhotos(): Promise<void> {
  const all = session.user ? await keptPhotosOf(session.user.id).catch(() => []) : [];
  list = all.filter(({ refusal }) => !refusal);
  refused = all.filter(({ refusal }) => refusal);
}

/** It is shown on its sign, or the person throws it away. */
export async function dropPhoto(id: Id): Promise<void> {
  await forgetPhoto(id).catch(() => undefined);
  await lookForPhotos();
}

/** It stays, with the reason, among what the person has to look at. */
export async function refusePhoto(kept: KeptPhoto, refusal: PhotoRefusal): Promise<void> {
  await keepPhoto({ ...kept, refusal }).catch(() => undefined);
  await lookForPhotos();
}
