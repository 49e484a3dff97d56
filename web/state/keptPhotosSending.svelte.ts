/** Sends the pictures that wait on the device, beside what the person does, and shows each on its sign. */
import type { Sign } from '../../domain/records/sign.ts';
import { textOnOneLine } from '../../domain/signs/faceText.ts';
import { stateOf, stillShows } from '../../domain/signs/stateFields.ts';
import type { Id } from '../../domain/records/fields.ts';
import { refusalText } from '../i18n/refusals.ts';
import { t } from '../i18n/t.ts';
import type { Failure } from '../sync/api.ts';
import { sendPhoto } from '../sync/photos.ts';
import { keptEdits } from './keptEdits.ts';
import { forgetPhoto, type KeptPhoto } from './keptPhotos.ts';
import { fetchRules } from './rules.svelte.ts';
import { say } from './toasts.svelte.ts';
import { isOpen, obstacle, performNow, village } from './village.svelte.ts';
import { lookForPhotos, waitingPhotos } from './waitingPhotos.svelte.ts';

const againMilliseconds = 20_000;

let isTrying = false;

/** The picture itself is not at fault: the network, an ended session, a server in trouble. */
export const isPassing = ({ status }: Failure): boolean =>
  status === 0 || status === 401 || status === 429 || status >= 500;

/** For an effect: sends kept pictures now, whenever the network comes back, and now and then. */
export function watchKeptPhotos(): () => void {
  void sendKept();
  const timer = setInterval(() => waitingPhotos.list.some(isOfVillage) && void sendKept(), againMilliseconds);
  const onOnline = () => void sendKept();
  addEventListener('online', onOnline);
  return () => {
    clearInterval(timer);
    removeEventListener('online', onOnline);
  };
}

const isOfVillage = ({ villageId }: KeptPhoto): boolean => isOpen(villageId);

/** What this person's pictures of the open village wait for. Two tabs that do so at once send the same ids. */
async function sendKept(): Promise<void> {
  if (isTrying) return;
  isTrying = true;
  try {
    await lookForPhotos();
    // Without the rules what this device has still to send is not shown, and the signs are not yet as they were told to be.
    if (!waitingPhotos.list.some(isOfVillage) || !(await fetchRules().catch(() => null))) return;
    for (const kept of waitingPhotos.list.filter(isOfVillage)) {
      const outcome = await settle(kept);
      if (outcome === 'stop') break;
      if (outcome === 'done') await forgetPhoto(kept.id).catch(() => undefined);
    }
    await lookForPhotos();
  } finally {
    isTrying = false;
  }
}

/** stop: nothing can be sent now. later: this one stays. done: it is shown, or dropped and the person told so. */
async function settle(kept: KeptPhoto): Promise<'stop' | 'later' | 'done'> {
  if (!isOfVillage(kept)) return 'stop';
  if (signShownBy(kept)) {
    const { id, villageId, authorId, bytes, type } = kept;
    const answer = await sendPhoto({ id, villageId, authorId, picture: new Blob([bytes], { type }) });
    if (!answer.ok && isPassing(answer)) return 'stop';
    if (!answer.ok) return dropped(t('care.photoLost', { why: answer.message }));
    // It was sent; on which sign it is to be shown is seen when the village is open again.
    if (!isOfVillage(kept)) return 'stop';
  }
  const sign = signShownBy(kept);
  if (sign) return show(sign, kept.id);
  if (await isStillTold(kept)) return 'later';
  const other = village.world.sign.get(kept.signId);
  return dropped(other ? t('care.photoOutdated', { text: textOnOneLine(other.faces) }) : t('care.photoNoSign'));
}

function signShownBy(kept: KeptPhoto): Sign | null {
  const sign = village.world.sign.get(kept.signId);
  return sign && stillShows(kept, sign) ? sign : null;
}

/** Another tab may have told the state that the picture shows, and not have sent it yet. */
async function isStillTold({ signId }: KeptPhoto): Promise<boolean> {
  const edits = await keptEdits().catch(() => []);
  return edits.some(({ edit }) => JSON.stringify(edit).includes(signId));
}

function show(sign: Sign, photoId: Id): 'done' {
  if (sign.photoId === photoId) return 'done';
  const input = { ids: [sign.id], ...stateOf(sign), photoId };
  const refusal = obstacle('sign.setState', input);
  if (refusal) return dropped(t('care.photoLost', { why: refusalText(refusal) }));
  performNow('sign.setState', input);
  say('done', t('care.photoSent', { text: textOnOneLine(sign.faces) }));
  return 'done';
}

function dropped(text: string): 'done' {
  say('problem', text);
  return 'done';
}
