/** Pictures kept on the device for a village, while another of the same person's villages is open. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stateOf } from '../../../domain/signs/stateFields.ts';
import type { KeptPhoto } from '../../../web/state/keptPhotos.ts';
import type { VillageAccess } from '../../../web/sync/session.ts';
import { aSign, at, idOf, newId } from '../../domain/builders.ts';
import { newDevice } from './onDevice.ts';
import { pageOf } from './pageOf.ts';
import { villageServer, type VillageServer } from './villageServer.ts';

const soon = (holds: () => void | Promise<void>) => vi.waitFor(holds, 10_000);
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 100));
const person = { id: newId(), username: 'an', displayName: 'Ánh' };
const access = (n: number, name: string): VillageAccess => ({ id: idOf(n), name, role: 'officer', isSample: false });
const here = access(0x71, 'Thôn Gần');
const there = access(0x72, 'Thôn Xa');
const sign = aSign(at(0, 0), { state: 'installed', stateDay: '2026-01-05', stateNote: 'cột số 7' });
const other = aSign(at(50, 0), { state: 'installed', stateDay: '2026-01-05', faces: ['NGÕ 2'] });
const photo = (fields: Partial<KeptPhoto> = {}): KeptPhoto => ({
  ...{ id: newId(), villageId: there.id, signId: sign.id, authorId: person.id, takenOn: '2026-11-20' },
  ...({ state: 'installed', stateDay: '2026-01-05', type: 'image/jpeg' } as const),
  ...{ villageName: there.name, signText: 'ĐƯỜNG ĐỀN HÀN' },
  bytes: new Uint8Array([0xff, 0xd8, 1, 2]).buffer,
  ...fields,
});

let server: VillageServer;
let page: Awaited<ReturnType<typeof pageOf>>;
const signThere = () => server.world(there.id).sign.get(sign.id)!;
const asked = () => server.asked.filter((line) => line.includes(there.id));

beforeEach(async () => {
  newDevice();
  server = villageServer(person, [here, []], [there, [sign, other]]);
  page = await pageOf(server, person, here);
}, 60_000);
afterEach(() => {
  page.closeVillage();
  vi.unstubAllGlobals();
});

/** The server has the picture, and the edit that puts it to its sign waits; returns what lets that be answered. */
async function onItsWay(kept: KeptPhoto): Promise<() => void> {
  await page.keepPhoto(kept);
  let letGo = (): void => undefined;
  server.hold = new Promise((resolve) => (letGo = resolve));
  page.watchKeptPhotos();
  await page.sent(1);
  page.requests[0]!.answer(201);
  await soon(async () => expect(await page.keptEdits()).toHaveLength(1));
  return () => letGo();
}

describe('a picture of a village that is not open', () => {
  it('is sent and put to its sign all the same, without that village being loaded', async () => {
    const kept = photo();
    await page.keepPhoto(kept);
    page.watchKeptPhotos();
    await page.sent(1);
    expect(page.requests[0]!.url).toBe(`/api/villages/${there.id}/photos?id=${kept.id}`);
    page.requests[0]!.answer(201);
    await soon(async () => expect(await page.keptNow()).toEqual([]));
    expect(stateOf(signThere())).toEqual({ ...stateOf(sign), photoId: kept.id });
    expect(asked()).not.toContain(`GET /api/villages/${there.id}`);
    const said = page.t('care.photoSentElsewhere', { photo: 'Ảnh biển “ĐƯỜNG ĐỀN HÀN”', village: 'Thôn Xa' });
    expect(page.told()).toEqual([['done', said]]);
    await soon(() => expect(page.waitingPhotos.list).toEqual([]));
    expect([await page.keptEdits(), page.village.id]).toEqual([[], here.id]);
  });

  it('goes after the edit that tells the state it shows, though both waited', async () => {
    const damaged = { ...stateOf(sign), state: 'damaged', stateDay: '2026-11-20', stateNote: null } as const;
    await page.openVillage(there);
    server.isOffline = true;
    page.performNow('sign.setState', { ids: [sign.id], ...damaged });
    await soon(async () => expect(await page.keptEdits()).toHaveLength(1));
    await page.keepPhoto(photo({ state: 'damaged', stateDay: '2026-11-20' }));
    await page.openVillage(here);
    page.watchKeptPhotos();
    await soon(() => expect(page.waitingPhotos.list).toHaveLength(1));
    server.asked.length = 0;
    page.tick();
    await aWhile();
    expect([page.requests, asked().filter((line) => line.includes('changes'))]).toEqual([[], []]);
    server.isOffline = false;
    page.retryUnsent();
    await soon(() => expect(signThere().state).toBe('damaged'));
    await page.sent(1);
    page.requests[0]!.answer(201);
    await soon(async () => expect(await page.keptNow()).toEqual([]));
    expect(signThere()).toMatchObject({ ...damaged, photoId: expect.any(String) as string, version: 3 });
    expect(page.told().map(([tone]) => tone)).toEqual(['done']);
  });

  it('two of one sign go one after another, the later one is the one shown', async () => {
    const [first, second] = [photo(), photo()];
    await page.keepPhoto(second);
    await page.keepPhoto(first);
    page.watchKeptPhotos();
    await page.sent(1);
    page.requests[0]!.answer(201);
    await soon(() => expect(signThere().photoId).toBe(first.id));
    await page.sent(2);
    page.requests[1]!.answer(201);
    await soon(async () => expect(await page.keptNow()).toEqual([]));
    expect(signThere().photoId).toBe(second.id);
  });

  it('is of its author alone', async () => {
    await page.keepPhoto(photo({ authorId: newId() }));
    page.watchKeptPhotos();
    await aWhile();
    page.tick();
    await aWhile();
    expect([page.requests, asked()]).toEqual([[], []]);
  });

  it('stays while there is no network for asking, for the picture, or for the edit', async () => {
    const kept = photo();
    await page.keepPhoto(kept);
    server.isOffline = true;
    page.watchKeptPhotos();
    await soon(() => expect(page.waitingPhotos.list).toHaveLength(1));
    await aWhile();
    expect(page.requests).toEqual([]);
    server.isOffline = false;
    await page.sent(1);
    page.requests[0]!.answer(0);
    await page.sent(2);
    server.isOffline = true;
    page.requests[1]!.answer(201);
    await aWhile();
    // The network went between the two requests: what the sign is like now is not known.
    expect([(await page.keptNow()).length, page.told()]).toEqual([1, []]);
    server.isOffline = false;
    await page.sent(3);
    let answerEdits = (): void => undefined;
    server.hold = new Promise((resolve) => (answerEdits = resolve));
    page.requests[2]!.answer(200);
    await soon(async () => expect(await page.keptEdits()).toHaveLength(1));
    page.tick();
    await aWhile();
    expect([(await page.keptNow()).length, page.requests.length, page.unsent.count]).toEqual([1, 3, 1]);
    answerEdits();
    await soon(async () => expect(await page.keptNow()).toEqual([]));
    expect(signThere().photoId).toBe(kept.id);
  });

  it('whose page was closed before the edit was answered is settled by the next page, with one edit', async () => {
    const kept = photo();
    const letGo = await onItsWay(kept);
    page.closeVillage();
    letGo();
    server.hold = Promise.resolve();
    page = await pageOf(server, person, here);
    page.watchKeptPhotos();
    await soon(async () => {
      page.tick();
      expect(await page.keptNow()).toEqual([]);
    });
    expect([signThere().photoId, signThere().version, page.requests]).toEqual([kept.id, 2, []]);
  });

  it('whose own village is left while it is sent goes on', async () => {
    await page.openVillage(there);
    const kept = photo();
    await page.keepPhoto(kept);
    page.watchKeptPhotos();
    await page.sent(1);
    await page.openVillage(here);
    page.requests[0]!.answer(201);
    await soon(async () => expect(await page.keptNow()).toEqual([]));
    expect([signThere().photoId, signThere().version]).toEqual([kept.id, 2]);
  });

  it('whose own village is opened while it is sent waits, and is shown there', async () => {
    const kept = photo();
    await page.keepPhoto(kept);
    page.watchKeptPhotos();
    await page.sent(1);
    await page.openVillage(there);
    page.requests[0]!.answer(201);
    await soon(async () => {
      page.tick();
      page.requests.slice(1).forEach((request) => request.answer(200));
      expect(await page.keptNow()).toEqual([]);
    });
    expect(page.village.world.sign.get(sign.id)!.photoId).toBe(kept.id);
    await soon(() => expect(signThere().photoId).toBe(kept.id));
  });
});

describe('a picture of a village that is not open stays, and is told of with the reason', () => {
  const refused = async () => (await page.keptNow()).map(({ refusal }) => refusal && page.whyPhotoStays(refusal));
  const stays = (why: string) =>
    soon(() => expect(page.told()).toContainEqual(['problem', page.t('care.photoStays', { why })]));

  it('when the sign was told to be otherwise since', async () => {
    server.perform(there.id, 'sign.setState', {
      ids: [sign.id],
      ...stateOf(sign),
      state: 'missing',
      stateDay: '2026-11-28',
    });
    await page.keepPhoto(photo());
    page.watchKeptPhotos();
    await stays(page.t('care.photoOutdated'));
    expect(await refused()).toEqual([page.t('care.photoOutdated')]);
    expect([page.waitingPhotos.list, page.waitingPhotos.refused.length, page.requests]).toEqual([[], 1, []]);
    // It is the person's to throw away.
    await page.dropPhoto(page.waitingPhotos.refused[0]!.id);
    expect([await page.keptNow(), page.waitingPhotos.refused]).toEqual([[], []]);
  });

  it('when the sign is gone, or another cannot see it', async () => {
    server.perform(there.id, 'sign.delete', { id: sign.id });
    await page.keepPhoto(photo());
    await page.keepPhoto(photo({ villageId: idOf(0x73), villageName: 'Thôn Cũ' }));
    page.watchKeptPhotos();
    await soon(async () => expect(await refused()).toEqual([page.t('care.photoNoSign'), 'Không được.']));
  });

  it('when the server refuses the picture; sent again as the person wishes', async () => {
    const kept = photo();
    await page.keepPhoto(kept);
    page.watchKeptPhotos();
    await page.sent(1);
    page.requests[0]!.answer(422);
    await stays('Không được.');
    page.tick();
    await aWhile();
    expect([await refused(), page.requests.length]).toEqual([['Không được.'], 1]);
    void page.sendAgain(page.waitingPhotos.refused[0]!);
    await page.sent(2);
    page.requests[1]!.answer(201);
    await soon(async () => expect(await page.keptNow()).toEqual([]));
    expect(signThere().photoId).toBe(kept.id);
  });

  it('when the server refuses the edit: once, as the picture it was about', async () => {
    await page.keepPhoto(photo());
    server.refuseEdits = () =>
      Response.json({ error: { code: 'invalid-input', message: 'Dữ liệu không đúng mẫu.' } }, { status: 400 });
    page.watchKeptPhotos();
    await page.sent(1);
    page.requests[0]!.answer(201);
    await soon(async () => expect(await refused()).toEqual(['Dữ liệu không đúng mẫu.']));
    await soon(async () => expect(await page.refusedEdits(person.id)).toEqual([]));
    expect([page.unsent.refused, page.unsent.count, signThere().photoId]).toEqual([[], 0, null]);
  });

  it('unless the sign only moved meanwhile: then it is looked at again', async () => {
    const kept = photo();
    const letGo = await onItsWay(kept);
    server.perform(there.id, 'sign.update', { id: sign.id, changes: { place: at(3, 3) } });
    letGo();
    await page.sent(2);
    page.requests[1]!.answer(200);
    await soon(async () => expect(await page.keptNow()).toEqual([]));
    expect(signThere()).toMatchObject({ photoId: kept.id, place: at(3, 3), version: 3 });
    expect(page.unsent.refused).toEqual([]);
  });
});
