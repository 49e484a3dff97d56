/**
 * Sends the pictures that wait on the device, beside what the person does, and puts each to its sign: as with kept edits,
 * those of all villages of their author, whichever is open, each after the edits that tell of its sign.
 */
import type { Id } from '../../domain/records/fields.ts';
import type { Sign } from '../../domain/records/sign.ts';
import { textOnOneLine } from '../../domain/signs/faceText.ts';
import { stateOf, stillShows } from '../../domain/signs/stateFields.ts';
import { t } from '../i18n/t.ts';
import { fetchLaterTexts } from '../i18n/texts.svelte.ts';
import type { Failure } from '../sync/api.ts';
import { sendPhoto } from '../sync/photos.ts';
import { keptEdits } from './keptEdits.ts';
import { forgetPhoto, keepPhoto, type KeptPhoto, type PhotoRefusal } from './keptPhotos.ts';
import { showElsewhere } from './photoElsewhere.ts';
import { whyPhotoStays } from './photoWords.ts';
import { readSign } from './readSign.ts';
import { fetchRules } from './rules.svelte.ts';
import { session } from './session.svelte.ts';
import { unlessElsewhere } from './tabs.ts';
import { say } from './toasts.svelte.ts';
import { unsentOf } from './unsent.svelte.ts';
import { openPanel } from './view.svelte.ts';
import { isOpen, obstacle, performNow, village } from './village.svelte.ts';
import { lookForPhotos, refusePhoto, waitingPhotos } from './waitingPhotos.svelte.ts';

const againMilliseconds = 20_000;

let isTrying = false;

/** stop: nothing can be sent now. later: this one stays. done: it is shown. Else it stays, and the person is told why. */
type Outcome = 'stop' | 'later' | 'done' | PhotoRefusal;

/** The picture itself is not at fault: the network, an ended session, a server in trouble. */
export const isPassing = ({ status }: Failure): boolean =>
  status === 0 || status === 401 || status === 429 || status >= 500;

/** For an effect: sends kept pictures now, whenever the network comes back, and now and then. */
export function watchKeptPhotos(): () => void {
  void sendKept();
  const timer = setInterval(() => waitingPhotos.list.length > 0 && void sendKept(), againMilliseconds);
  const onOnline = () => void sendKept();
  addEventListener('online', onOnline);
  return () => {
    clearInterval(timer);
    removeEventListener('online', onOnline);
  };
}

/** One that was refused, as the person wishes it. */
export async function sendAgain({ refusal: _refusal, ...photo }: KeptPhoto): Promise<void> {
  await keepPhoto(photo).catch(() => undefined);
  await sendKept();
}

async function sendKept(): Promise<void> {
  if (isTrying) return;
  isTrying = true;
  try {
    await lookForPhotos();
    if (waitingPhotos.list.length === 0) return;
    // Whatever comes of them is told in words.
    await fetchLaterTexts();
    await unlessElsewhere('photos', sendEach);
  } catch {
    // No network: again when it is back, or later.
  } finally {
    isTrying = false;
  }
}

/** What another tab has sent meanwhile is on the device no more. */
async function sendEach(): Promise<void> {
  await lookForPhotos();
  for (const kept of waitingPhotos.list) {
    const outcome = await settle(kept);
    if (outcome === 'stop') break;
    if (outcome === 'done') await forgetPhoto(kept.id).catch(() => undefined);
    else if (outcome !== 'later') await stays(kept, outcome);
  }
  await lookForPhotos();
}

async function settle(kept: KeptPhoto): Promise<Outcome> {
  const before = await signNow(kept);
  if (!isSign(before)) return before;
  if (before.photoId === kept.id) return 'done';
  const { id, villageId, authorId, bytes, type } = kept;
  const answer = await sendPhoto({ id, villageId, authorId, picture: new Blob([bytes], { type }) });
  if (!answer.ok) return isPassing(answer) ? 'stop' : { reason: 'refused', failure: answer };
  // Sending takes its time: the sign may be another, and another village may be open.
  const isHere = isOpen(villageId);
  const sign = await signNow(kept);
  if (!isSign(sign)) return sign;
  if (isOpen(villageId) !== isHere || session.user?.id !== authorId) return 'later';
  if (isHere) return show(sign, id);
  void showElsewhere(kept, sign);
  return 'later';
}

const isSign = (found: Sign | Outcome): found is Sign => typeof found === 'object' && 'kind' in found;

/** The sign while the picture shows it as it is; else what becomes of the picture. */
async function signNow(kept: KeptPhoto): Promise<Sign | Outcome> {
  const { villageId, signId } = kept;
  if (isOpen(villageId)) {
    // Without the rules what this device has still to send is not shown, and the signs are not yet as they were told to be.
    if (!(await fetchRules().catch(() => null)) || !isOpen(villageId)) return 'later';
    const sign = village.world.sign.get(signId);
    if (sign && stillShows(kept, sign)) return sign;
    // Another tab may have told the state that the picture shows, and not have sent it yet.
    return (await isStillTold(kept)) ? 'later' : { reason: sign ? 'outdated' : 'no-sign' };
  }
  // Asked for first: an edit answered in between is in what the server says of the sign.
  if (await isStillTold(kept)) return 'later';
  const answer = await readSign(villageId, signId);
  if (!answer.ok) return isPassing(answer) ? 'stop' : { reason: 'refused', failure: answer };
  const { value: sign } = answer;
  if (sign && stillShows(kept, sign)) return sign;
  return { reason: sign ? 'outdated' : 'no-sign' };
}

/** An edit about its sign is still to be sent, by this tab or another. */
async function isStillTold({ villageId, signId }: KeptPhoto): Promise<boolean> {
  const edits = [...unsentOf(villageId), ...(await keptEdits().catch(() => []))];
  return edits.some(({ edit }) => JSON.stringify(edit).includes(signId));
}

function show(sign: Sign, photoId: Id): Outcome {
  if (sign.photoId === photoId) return 'done';
  const input = { ids: [sign.id], ...stateOf(sign), photoId };
  const refusal = obstacle('sign.setState', input);
  if (refusal) return { reason: 'rules', refusal };
  performNow('sign.setState', input);
  say('done', t('care.photoSent', { text: textOnOneLine(sign.faces) }));
  return 'done';
}

async function stays(kept: KeptPhoto, refusal: PhotoRefusal): Promise<void> {
  await refusePhoto(kept, refusal);
  const look = { label: t('unsent.look'), run: () => openPanel('unsent') };
  say('problem', t('care.photoStays', { why: whyPhotoStays(refusal) }), look);
}
