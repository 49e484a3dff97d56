/** Puts a picture that the server has to its sign in a village that is not open: by an edit on its way like any other. */
import { isRefusal, type Edit } from '../../domain/edits/edit.ts';
import type { RefusalCode } from '../../domain/edits/refusal.ts';
import type { EditKind } from '../../domain/edits/registry.ts';
import type { Sign } from '../../domain/records/sign.ts';
import { stateOf } from '../../domain/signs/stateFields.ts';
import { t } from '../i18n/t.ts';
import type { KeptPhoto } from './keptPhotos.ts';
import { newId } from './newId.ts';
import { photoName, villageOfPhoto } from './photoWords.ts';
import { say } from './toasts.svelte.ts';
import { dropRefused, sendWaiting, unsent } from './unsent.svelte.ts';
import { dropPhoto, refusePhoto } from './waitingPhotos.svelte.ts';

/** The sign is another than it was a moment ago: the picture is looked at again beside it as it is now. */
const lookAgain: readonly RefusalCode[] = ['stale-version', 'record-missing'];

/** The picture stays on the device until the server has answered; settled then. */
export async function showElsewhere(kept: KeptPhoto, sign: Sign): Promise<void> {
  const edit: Edit<EditKind> = {
    ...{ id: newId(), villageId: kept.villageId },
    kind: 'sign.setState',
    input: { ids: [sign.id], ...stateOf(sign), photoId: kept.id },
    basis: { [sign.id]: sign.version },
    ...{ author: kept.authorId, at: new Date().toISOString() },
  };
  const villageName = villageOfPhoto(kept);
  const result = await sendWaiting({ edit, villageName, isShown: true, restsOn: [], seen: [sign], undoes: null });
  if (!isRefusal(result)) {
    say('done', t('care.photoSentElsewhere', { photo: photoName(kept), village: villageName }));
    return dropPhoto(kept.id);
  }
  // Told of once: as the picture that it was all about.
  const failure = unsent.refused.find(({ id }) => id === edit.id)?.failure;
  dropRefused([edit.id]);
  if (failure && !lookAgain.includes(result.code)) await refusePhoto(kept, { reason: 'refused', failure });
}
