/** What a person records of a sign: its state at once, its picture as soon as there is a network. */
import { textOnOneLine } from '../../domain/signs/faceText.ts';
import { isInState, stateOf, type StateFields } from '../../domain/signs/stateFields.ts';
import type { Sign } from '../../domain/records/sign.ts';
import type { Failure } from '../sync/api.ts';
import { sendPhoto, type PhotoToSend } from '../sync/photos.ts';
import { keepPhoto } from './keptPhotos.ts';
import { isPassing } from './keptPhotosSending.svelte.ts';
import { newId } from './newId.ts';
import { session } from './session.svelte.ts';
import { shrinkPhoto } from './shrinkPhoto.ts';
import { todayInVietnam } from './todayInVietnam.ts';
import { isOpen, performNow, village } from './village.svelte.ts';
import { lookForPhotos } from './waitingPhotos.svelte.ts';

/** How far a picture has come: null where none is on its way; −1 while it is made smaller, else its share sent. */
let progress = $state<number | null>(null);

/** Of what the person in front of the screen sends; what was kept goes beside it. */
export const photoSending = {
  get progress(): number | null {
    return progress;
  },
};

export type Outcome =
  | { readonly failure: Failure }
  /** The rules have said why already. */
  | { readonly isRefused: true }
  /** Another village was opened before the picture was sent: nothing was recorded. */
  | { readonly hasLeft: true }
  /** Kept on the device for later, perhaps for a village that was left; or lost, for the device does not keep it. */
  | { readonly photo: 'kept' | 'kept-for-village' | 'not-kept' | null };

/**
 * The state, and its picture where there is one: one edit with both; without a network the state alone, and the picture
 * follows. A picture alone (`fields` are those of the sign) goes with whatever the sign is like once it is sent. Gives
 * the reason when the picture was refused: then nothing was recorded.
 */
export async function recordState(sign: Sign, fields: StateFields, file: Blob | null): Promise<Outcome> {
  if (!file) return record(sign, fields) ? { photo: null } : { isRefused: true };
  const isPictureOnly = isInState(sign, fields);
  const about = { id: newId(), villageId: village.id, authorId: session.user?.id ?? '' };
  const called = { villageName: village.name, signText: textOnOneLine(sign.faces), takenOn: todayInVietnam() };
  const { picture, failure } = await sendNow(about, file);
  if (failure && !isPassing(failure)) return { failure };
  const isHere = isOpen(about.villageId);
  if (!isHere && !isPictureOnly) return { hasLeft: true };
  const now = isHere ? village.world.sign.get(sign.id) : undefined;
  const told = isPictureOnly ? stateOf(now ?? sign) : fields;
  if (isHere && !(failure && isPictureOnly)) {
    // Shown at once and kept until the server has answered, as every edit.
    if (!record(sign, failure ? told : { ...told, photoId: about.id })) return { isRefused: true };
    if (!failure) return { photo: null };
  }
  const { state, stateDay } = told;
  try {
    const bytes = await picture.arrayBuffer();
    await keepPhoto({ ...about, ...called, signId: sign.id, state, stateDay, type: picture.type, bytes });
  } catch {
    return { photo: 'not-kept' };
  }
  await lookForPhotos();
  return { photo: isHere ? 'kept' : 'kept-for-village' };
}

const record = ({ id }: Sign, fields: StateFields): boolean =>
  performNow('sign.setState', { ids: [id], ...fields }).refusal === null;

async function sendNow(
  about: Omit<PhotoToSend, 'picture'>,
  file: Blob,
): Promise<{ readonly picture: Blob; readonly failure: Failure | null }> {
  progress = -1;
  try {
    const picture = await shrinkPhoto(file).catch(() => file);
    progress = 0;
    const answer = await sendPhoto({ ...about, picture }, (share) => (progress = share));
    return { picture, failure: answer.ok ? null : answer };
  } finally {
    progress = null;
  }
}
