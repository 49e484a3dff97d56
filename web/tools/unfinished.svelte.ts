/** Keeps what is being drawn on the device while it is being drawn, and puts it back into the hand later. */
import { t } from '../i18n/t.ts';
import type { Id } from '../../domain/records/fields.ts';
import { keepDrawing, keptDrawing, type KeptDrawing } from '../state/keptDrawing.ts';
import { session } from '../state/session.svelte.ts';
import { say } from '../state/toasts.svelte.ts';
import { village } from '../state/village.svelte.ts';
import { handNow, takeBack } from './session.svelte.ts';

/** Points are set faster than a disk should be asked to write. */
const pauseMilliseconds = 300;

/** To be called where effects may run, while a village is open; keeping may fail, as nothing here is promised yet. */
export function keepUnfinished(): void {
  let kept: string | null = null;
  $effect(() => {
    const personId = session.user?.id;
    const villageId = village.id;
    const drawing = handNow();
    if (personId === undefined || villageId === '' || village.status !== 'open') return;
    // Where the pointer is just now is not part of the drawing.
    const written = drawing && JSON.stringify(drawing, (key, value: unknown) => (key === 'pointer' ? null : value));
    if (written === kept) return;
    const timer = setTimeout(() => {
      kept = written;
      const plain = written === null ? null : (JSON.parse(written) as KeptDrawing);
      void keepDrawing(personId, villageId, plain).catch(() => undefined);
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  });
}

/** When a village is opened: the drawing of last time, with a word about it. */
export async function restoreUnfinished(villageId: Id): Promise<void> {
  const personId = session.user?.id;
  if (personId === undefined || village.status !== 'open') return;
  const drawing = await keptDrawing(personId, villageId).catch(() => null);
  if (drawing && village.id === villageId && (await takeBack(drawing))) say('notice', t('drawing.restored'));
}
