/** This person's pictures that wait on the device, of all their villages, as they were when last looked for. */
import type { Id } from '../../domain/records/fields.ts';
import { keptPhotosOf, type KeptPhoto } from './keptPhotos.ts';
import { session } from './session.svelte.ts';

let list = $state.raw<readonly KeptPhoto[]>([]);

export const waitingPhotos = {
  get list(): readonly KeptPhoto[] {
    return list;
  },
  isFor: (signId: Id): boolean => list.some((photo) => photo.signId === signId),
};

/** A device that keeps nothing has none. */
export async function lookForPhotos(): Promise<void> {
  list = session.user ? await keptPhotosOf(session.user.id).catch(() => []) : [];
}
