/** Pictures of signs on their way: what is recorded meanwhile, and what becomes of those that were kept on the device. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stateOf } from '../../../domain/signs/stateFields.ts';
import type { KeptPhoto } from '../../../web/state/keptPhotos.ts';
import { aSign, at, aVillage, newId } from '../../domain/builders.ts';
import { newDevice } from './onDevice.ts';
import { pictureRequests, type PictureSent } from './pictureRequests.ts';

const soon = (holds: () => void | Promise<void>) => vi.waitFor(holds, 10_000);
const person = { id: newId(), username: 'an', displayName: 'Ánh' };
const sign = aSign(at(0, 0), { state: 'installed', stateDay: '2026-01-05', stateNote: 'cột số 7' });
const file = new Blob([new Uint8Array([0xff, 0xd8, 1, 2])], { type: 'image/jpeg' });
const kept: KeptPhoto = {
  ...{ id: newId(), villageId: aVillage().id, signId: sign.id, authorId: person.id, takenOn: '2026-11-20' },
  ...({ state: 'installed', stateDay: '2026-01-05', type: 'image/jpeg' } as const),
  bytes: new Uint8Array([0xff, 0xd8, 1, 2]).buffer,
};

let requests: PictureSent[] = [];

/** A page on which the person is signed in; the village is not open yet. */
async function newPage() {
  newDevice();
  const pictures = pictureRequests();
  requests = pictures.requests;
  const ticks: (() => void)[] = [];
  const [{ startSession }, opened, village, care, sending, photos, waiting, toasts, { t }] = await Promise.all([
    import('../../../web/state/session.svelte.ts'),
    import('./openedVillage.ts'),
    import('../../../web/state/village.svelte.ts'),
    import('../../../web/state/signCare.svelte.ts'),
    import('../../../web/state/keptPhotosSending.svelte.ts'),
    import('../../../web/state/keptPhotos.ts'),
    import('../../../web/state/waitingPhotos.svelte.ts'),
    import('../../../web/state/toasts.svelte.ts'),
    import('../../../web/i18n/t.ts'),
  ]);
  const settings = { background: { kind: 'none', url: '', attribution: '' }, sample: false };
  let asked = 0;
  const nothingElse = () => {
    asked += 1;
    return Promise.resolve(new Response(null, { status: 503 }));
  };
  vi.stubGlobal('fetch', (path: string) =>
    path === '/api/session' ? Promise.resolve(Response.json({ user: person, villages: [], settings })) : nothingElse(),
  );
  vi.stubGlobal('XMLHttpRequest', pictures.PictureRequest);
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('setInterval', (run: () => void) => void ticks.push(run));
  await (await import('../../../web/i18n/texts.svelte.ts')).fetchLaterTexts();
  await startSession();
  return {
    ...{ ...opened, ...care, ...sending, ...photos, ...waiting, t },
    ...{ openVillage: village.openVillage, closeVillage: village.closeVillage, performNow: village.performNow },
    /** How often the server was asked for what it cannot say now. */
    askedInVain: () => asked,
    open: () => opened.openedVillage(sign),
    /** As when the clock comes round to sending again. */
    tick: () => ticks.forEach((run) => run()),
    signNow: () => village.village.world.sign.get(sign.id)!,
    keptNow: () => photos.keptPhotosOf(person.id),
    told: () => toasts.toasts.list.map(({ tone, text }) => [tone, text]),
    leave: () => village.openVillage({ ...{ id: newId(), name: 'Thôn khác' }, role: 'officer', isSample: false }),
  };
}
let page: Awaited<ReturnType<typeof newPage>>;

beforeEach(async () => {
  page = await newPage();
}, 60_000);
afterEach(() => {
  page.closeVillage();
  vi.unstubAllGlobals();
});

describe('a picture that is being sent', () => {
  it('alone goes with the state recorded meanwhile, which stays', async () => {
    await page.open();
    const outcome = page.recordState(sign, stateOf(sign), file);
    await soon(() => expect(requests).toHaveLength(1));
    const damaged = { state: 'damaged', stateDay: '2026-11-20', stateNote: null, dueDay: null, photoId: null } as const;
    expect(page.performNow('sign.setState', { ids: [sign.id], ...damaged }).refusal).toBeNull();
    requests[0]!.answer(201);
    expect(await outcome).toEqual({ photo: null });
    const id = new URL(requests[0]!.url, 'http://x').searchParams.get('id');
    expect(stateOf(page.signNow())).toEqual({ ...damaged, photoId: id });
  });

  it('alone, when another village was opened meanwhile, is kept for its own', async () => {
    await page.open();
    const outcome = page.recordState(sign, stateOf(sign), file);
    await soon(() => expect(requests).toHaveLength(1));
    await page.leave();
    requests[0]!.answer(201);
    expect(await outcome).toEqual({ photo: 'kept-for-village' });
    const { villageId, state, stateDay } = kept;
    expect(await page.keptNow()).toMatchObject([{ villageId, signId: sign.id, state, stateDay }]);
    expect(page.waitingPhotos.isFor(sign.id)).toBe(true);
  });

  it('with a state, when another village was opened meanwhile, records nothing and says so', async () => {
    const { sent } = await page.open();
    const outcome = page.recordState(sign, { ...stateOf(sign), state: 'missing' }, file);
    await soon(() => expect(requests).toHaveLength(1));
    await page.leave();
    requests[0]!.answer(201);
    expect(await outcome).toEqual({ hasLeft: true });
    expect([await page.keptNow(), sent]).toEqual([[], []]);
  });

  it('without a network is kept with the state it shows', async () => {
    await page.open();
    const outcome = page.recordState(sign, { ...stateOf(sign), state: 'damaged', stateDay: '2026-11-20' }, file);
    await soon(() => expect(requests).toHaveLength(1));
    requests[0]!.answer(0);
    expect(await outcome).toEqual({ photo: 'kept' });
    expect(page.signNow()).toMatchObject({ state: 'damaged', photoId: null });
    expect(await page.keptNow()).toMatchObject([{ state: 'damaged', stateDay: '2026-11-20' }]);
  });

  it('leaves the button free again, even if it cannot be made smaller', async () => {
    await page.open();
    vi.stubGlobal('createImageBitmap', () => Promise.resolve({ width: 10, height: 10 }));
    vi.stubGlobal('document', {
      createElement: () => {
        throw new Error('no canvas');
      },
    });
    const outcome = page.recordState(sign, stateOf(sign), file);
    await soon(() => expect(requests).toHaveLength(1));
    expect(page.photoSending.progress).toBe(0);
    requests[0]!.tell();
    expect(page.photoSending.progress).toBe(0.5);
    requests[0]!.answer(422);
    expect(await outcome).toMatchObject({ failure: { status: 422 } });
    expect(page.photoSending.progress).toBeNull();
  });
});

describe('a picture kept on the device', () => {
  beforeEach(() => page.keepPhoto(kept));

  it('is known before the village is open, and sent once it is, beside what the person does', async () => {
    page.watchKeptPhotos();
    await soon(() => expect(page.waitingPhotos.isFor(sign.id)).toBe(true));
    await soon(() => {
      if (page.askedInVain() < 2) page.tick();
      expect(page.askedInVain()).toBe(2);
    });
    expect(requests).toEqual([]);
    await page.open();
    await soon(() => {
      page.tick();
      expect(requests).toHaveLength(1);
    });
    requests[0]!.tell();
    expect(page.photoSending.progress).toBeNull();
    requests[0]!.answer(201);
    await soon(async () => expect(await page.keptNow()).toEqual([]));
    expect(stateOf(page.signNow())).toEqual({ ...stateOf(sign), photoId: kept.id });
    expect(page.told()).toEqual([['done', page.t('care.photoSent', { text: 'ĐƯỜNG ĐỀN HÀN' })]]);
    await soon(() => expect(page.waitingPhotos.isFor(sign.id)).toBe(false));
  });

  it('is not shown by a state told after it was taken: it stays with the reason, and that is said', async () => {
    await page.open();
    await page.forgetPhoto(kept.id);
    await page.keepPhoto({ ...kept, state: 'damaged', stateDay: '2026-11-20' });
    page.watchKeptPhotos();
    await soon(async () => expect(await page.keptNow()).toMatchObject([{ refusal: { reason: 'outdated' } }]));
    expect([page.signNow().photoId, requests, page.waitingPhotos.isFor(sign.id)]).toEqual([null, [], false]);
    expect(page.told()).toEqual([['problem', page.t('care.photoStays', { why: page.t('care.photoOutdated') })]]);
  });

  it('waits while an edit about its sign is still to be sent', async () => {
    await page.open();
    const missing = { ...stateOf(sign), state: 'missing', stateDay: '2026-11-28' } as const;
    page.performNow('sign.setState', { ids: [sign.id], ...missing });
    page.watchKeptPhotos();
    await soon(() => expect(page.waitingPhotos.isFor(sign.id)).toBe(true));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([(await page.keptNow()).length, requests, page.told()]).toEqual([1, [], []]);
  });

  it('whose sign is gone stays with the reason, and that is said', async () => {
    await page.openedVillage();
    page.watchKeptPhotos();
    await soon(async () => expect(await page.keptNow()).toMatchObject([{ refusal: { reason: 'no-sign' } }]));
    expect(page.told()).toEqual([['problem', page.t('care.photoStays', { why: page.t('care.photoNoSign') })]]);
  });

  it('the server refuses stays with the reason; one it cannot take now is tried again', async () => {
    await page.open();
    page.watchKeptPhotos();
    await soon(() => expect(requests).toHaveLength(1));
    requests[0]!.answer(429);
    await soon(() => {
      page.tick();
      expect(requests).toHaveLength(2);
    });
    expect(await page.keptNow()).toHaveLength(1);
    requests[1]!.answer(422);
    await soon(async () => expect(await page.keptNow()).toMatchObject([{ refusal: { reason: 'refused' } }]));
    expect(page.told()).toEqual([['problem', page.t('care.photoStays', { why: 'Không được.' })]]);
  });
});
