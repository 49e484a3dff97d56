/** A page on a device and behind a server of the test, with the modules of the product as they are. */
import { expect, vi } from 'vitest';
import type { VillageAccess } from '../../../web/sync/session.ts';
import { pictureRequests } from './pictureRequests.ts';
import type { VillageServer } from './villageServer.ts';

/** A page with that village open, on a device that may have been used before; to be closed, and its stubs taken away. */
export async function pageOf(server: VillageServer, user: { readonly id: string }, opened: VillageAccess) {
  const { requests, PictureRequest } = pictureRequests();
  vi.resetModules();
  const ticks: (() => void)[] = [];
  vi.stubGlobal('fetch', server.fetch);
  vi.stubGlobal('XMLHttpRequest', PictureRequest);
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('setInterval', (run: () => void) => void ticks.push(run));
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal(
    'EventSource',
    class extends EventTarget {
      close(): void {}
    },
  );
  const [{ startSession }, village, sending, photos, edits, waiting, unsent, words, toasts, { t }] = await Promise.all([
    import('../../../web/state/session.svelte.ts'),
    import('../../../web/state/village.svelte.ts'),
    import('../../../web/state/keptPhotosSending.svelte.ts'),
    import('../../../web/state/keptPhotos.ts'),
    import('../../../web/state/keptEdits.ts'),
    import('../../../web/state/waitingPhotos.svelte.ts'),
    import('../../../web/state/unsent.svelte.ts'),
    import('../../../web/state/photoWords.ts'),
    import('../../../web/state/toasts.svelte.ts'),
    import('../../../web/i18n/t.ts'),
  ]);
  await (await import('../../../web/i18n/texts.svelte.ts')).fetchLaterTexts();
  await startSession();
  await village.openVillage(opened);
  return {
    ...{ ...village, ...sending, ...photos, ...edits, ...waiting, ...words, ...unsent, t, requests },
    tick: () => ticks.forEach((run) => run()),
    keptNow: () => photos.keptPhotosOf(user.id),
    told: () => toasts.toasts.list.map(({ tone, text }) => [tone, text]),
    /** The next picture is on its way. */
    sent: (count: number) =>
      vi.waitFor(() => {
        ticks.forEach((run) => run());
        expect(requests).toHaveLength(count);
      }, 10_000),
  };
}
