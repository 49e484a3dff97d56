/** What a person records of a sign: its state at once, its picture as soon as there is a network. */
import type { InputOf } from '../../domain/edits/registry.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Sign } from '../../domain/records/sign.ts';
import { t } from '../i18n/t.ts';
import type { Failure } from '../sync/api.ts';
import { sendPhoto, type PhotoToSend } from '../sync/photos.ts';
import { forgetPhoto, keepPhoto, keptPhotosOf, type KeptPhoto } from './keptPhotos.ts';
import { newId } from './newId.ts';
import { session } from './session.svelte.ts';
import { shrinkPhoto } from './shrinkPhoto.ts';
import { say } from './toasts.svelte.ts';
import { todayInVietnam } from './todayInVietnam.ts';
import { perform, performNow, village } from './village.svelte.ts';

export type StateFields = Omit<InputOf<'sign.setState'>, 'ids'>;

/** How far a picture has come: null where none is on its way; −1 while it is made smaller, else its share sent. */
let progress = $state<number | null>(null);
let waiting = $state.raw<readonly KeptPhoto[]>([]);

export const photoSending = {
  get progress(): number | null {
    return progress;
  },
  isWaitingFor: (signId: Id): boolean => waiting.some((photo) => photo.signId === signId),
};

/** What came of the picture: its id; kept on the device for later; refused, with the reason; not to be kept here. */
type Sent = { readonly photoId: Id } | { readonly failure: Failure } | 'kept' | 'not-kept';

export const stateOf = ({ state, stateDay, stateNote, dueDay, photoId }: Sign): StateFields => ({
  ...{ state, stateDay, stateNote, dueDay, photoId },
});

/**
 * The state, and its picture where there is one: one edit with both; without a network the state alone, and the picture
 * follows. Gives the reason when the picture was refused: then nothing was recorded.
 */
export async function recordState(sign: Sign, fields: StateFields, file: Blob | null): Promise<Outcome> {
  const sent = file ? await sendOrKeep(sign.id, file) : null;
  if (sent !== null && typeof sent === 'object' && 'failure' in sent) return { failure: sent.failure };
  const photoId = sent !== null && typeof sent === 'object' ? sent.photoId : fields.photoId;
  if (sent === 'kept' || sent === 'not-kept') {
    // Nothing but the picture was to be recorded.
    const isAll = Object.entries(fields).every(([field, value]) => sign[field as keyof StateFields] === value);
    if (isAll) return { photo: sent };
  }
  // Shown at once and kept until the server has answered, as every edit.
  if (performNow('sign.setState', { ids: [sign.id], ...fields, photoId }).refusal) return { isRefused: true };
  return { photo: typeof sent === 'string' ? sent : null };
}

export type Outcome =
  | { readonly failure: Failure }
  /** The rules have said why already. */
  | { readonly isRefused: true }
  | { readonly photo: 'kept' | 'not-kept' | null };

async function sendOrKeep(signId: Id, file: Blob): Promise<Sent> {
  progress = -1;
  const picture = await shrinkPhoto(file);
  const about = {
    id: newId(),
    villageId: village.id,
    signId,
    takenOn: todayInVietnam(),
    authorId: session.user?.id ?? '',
  };
  const answer = await send({ ...about, picture });
  if (answer === null) return { photoId: about.id };
  if (!isPassing(answer)) return { failure: answer };
  try {
    await keepPhoto({ ...about, type: picture.type, bytes: await picture.arrayBuffer() });
  } catch {
    return 'not-kept';
  }
  await lookForKept();
  return 'kept';
}

/** Null when the server has it. */
async function send(photo: PhotoToSend): Promise<Failure | null> {
  progress = 0;
  const answer = await sendPhoto(photo, (share) => (progress = share));
  progress = null;
  return answer.ok ? null : answer;
}

/** The picture itself is not at fault: the network, an ended session, a server in trouble. */
const isPassing = ({ status }: Failure): boolean => status === 0 || status === 401 || status === 429 || status >= 500;

const againMilliseconds = 20_000;
let isTrying = false;

async function lookForKept(): Promise<void> {
  waiting = session.user ? await keptPhotosOf(session.user.id).catch(() => []) : [];
}

/** Sends what this person's pictures of the open village wait for. Two tabs that do so at once send the same ids. */
async function sendKept(): Promise<void> {
  if (isTrying || village.status !== 'open') return;
  isTrying = true;
  await lookForKept();
  for (const kept of waiting.filter(({ villageId }) => villageId === village.id)) {
    const { bytes, type, ...about } = kept;
    const failure = await send({ ...about, picture: new Blob([bytes], { type }) });
    if (failure && isPassing(failure)) break;
    if (failure) say('problem', t('care.photoLost', { why: failure.message }));
    else showSent(kept);
    await forgetPhoto(kept.id).catch(() => undefined);
  }
  await lookForKept();
  isTrying = false;
}

function showSent({ id, signId }: KeptPhoto): void {
  const sign = village.world.sign.get(signId);
  if (!sign || sign.photoId === id) return;
  void perform('sign.setState', { ids: [signId], ...stateOf(sign), photoId: id });
  say('done', t('care.photoSent', { text: (sign.faces[0] ?? '').replace(/\n/g, ' ') }));
}

/** For an effect: sends kept pictures now, whenever the network comes back, and now and then. */
export function watchKeptPhotos(): () => void {
  void sendKept();
  const timer = setInterval(() => waiting.length > 0 && void sendKept(), againMilliseconds);
  const onOnline = () => void sendKept();
  addEventListener('online', onOnline);
  return () => {
    clearInterval(timer);
    removeEventListener('online', onOnline);
  };
}
