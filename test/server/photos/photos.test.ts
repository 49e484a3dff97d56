import { Transformer } from '@napi-rs/image';
import { beforeAll, describe, expect, it } from 'vitest';
import { unsaidOfLamp } from '../../../domain/records/lamp.ts';
import { newlyPlanned } from '../../../domain/records/sign.ts';
import { removeUnusedPhotos } from '../../../server/db/photos.ts';
import { loadWorld } from '../../../server/db/villages.ts';
import type { Role } from '../../../domain/permissions.ts';
import { describeDatabases } from '../../databases.ts';
import { at, idOf } from '../../domain/builders.ts';
import { newId, useApp, villageId } from '../harness.ts';
import { asPhoned, device, heic } from './pictures.ts';

const signId = idOf(71);
const otherVillage = idOf(2);
const dayMs = 86_400_000;
const aLamp = {
  ...({ id: idOf(81), place: at(3, 3), owner: 'village', state: 'existing' } as const),
  ...{ heightMeters: 7, powerWatts: null, ...unsaidOfLamp },
};

describeDatabases('photos of signs', (context) => {
  const told: string[] = [];
  const { as, app, cookie, makeVillage, stored } = useApp(context, {
    report: {
      event: (name, facts) => told.push(JSON.stringify({ name, ...facts })),
      failure: (error, where) => told.push(`${where}: ${String(error)}`),
    },
  });
  let picture: Buffer;
  const send = (role: Role, payload: Buffer, { id = newId(), village = villageId, type = 'image/jpeg' } = {}) =>
    app().inject({
      method: 'POST',
      url: `/api/villages/${village}/photos?id=${id}`,
      headers: { cookie: cookie(role), 'content-type': type },
      payload,
    });
  const count = async () =>
    Number(
      (
        await context
          .database()
          .db.selectFrom('photos')
          .select(({ fn }) => fn.countAll().as('n'))
          .executeTakeFirst()
      )?.n,
    );
  const version = async () => (await loadWorld(context.database().db, villageId)).sign.get(signId)?.version ?? 0;
  const show = async (photoId: string | null, stateNote: string | null = null) =>
    as('head').edit(
      'sign.setState',
      { ids: [signId], state: 'installed', stateDay: '2026-11-20', stateNote, dueDay: null, photoId },
      { basis: { [signId]: await version() } },
    );

  beforeAll(async () => {
    picture = await asPhoned(2000, 1500, 6);
    const sign = { ...newlyPlanned, id: signId, signKind: 'road-name', place: at(5, 5), facingDegrees: 0 } as const;
    const added = await as('head').edit('sign.add', { ...sign, faces: ['ĐƯỜNG\nLÀNG'], post: 'new' });
    expect(added.statusCode).toBe(200);
    await makeVillage(otherVillage, { lamps: [aLamp] });
  });

  it('sent by the head, shown by the sign, seen by a reader of the village', async () => {
    const id = newId();
    const sent = await send('head', picture, { id });
    expect([sent.statusCode, sent.json()]).toEqual([201, expect.objectContaining({ id, width: 1200, height: 1600 })]);
    expect((await show(id)).statusCode).toBe(200);
    const seen = await as('viewer').get(`/api/villages/${villageId}/photos/${id}`);
    expect(seen.statusCode).toBe(200);
    expect(seen.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringMatching(/^private/),
      vary: expect.stringContaining('cookie'),
    });
    expect(seen.rawPayload.includes(device)).toBe(false);
    expect(await new Transformer(seen.rawPayload).metadata(true)).toMatchObject({ width: 1200, height: 1600 });
    expect((await new Transformer(seen.rawPayload).metadata(true)).exif ?? {}).toEqual({});
  });

  it('is not sent again to a browser that has it, which must still be allowed to see it', async () => {
    const id = newId();
    expect((await send('head', picture, { id })).statusCode).toBe(201);
    const url = `/api/villages/${villageId}/photos/${id}`;
    const { etag = '' } = (await as('viewer').get(url)).headers;
    const ask = (headers: Record<string, string>) => app().inject({ url, headers });
    const again = await ask({ cookie: cookie('viewer'), 'if-none-match': etag });
    expect([again.statusCode, again.rawPayload.length, again.headers.etag]).toEqual([304, 0, etag]);
    expect(again.headers['cache-control']).toMatch(/^private/);
    const other = await ask({ cookie: cookie('viewer'), 'if-none-match': '"x"' });
    expect([other.statusCode, other.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect((await ask({ 'if-none-match': etag })).statusCode).toBe(401);
  });

  it('sent again after the answer was lost it is one picture; another under its id is refused', async () => {
    const id = newId();
    const before = await count();
    expect((await send('head', picture, { id })).statusCode).toBe(201);
    expect((await send('head', picture, { id })).statusCode).toBe(200);
    const other = await send('head', await asPhoned(50, 40), { id });
    expect([other.statusCode, other.json().error.code]).toEqual([409, 'edit-id-reused']);
    expect((await send('officer', picture, { id })).statusCode).toBe(409);
    expect(await count()).toBe(before + 1);
  });

  it('PNG, and a picture whose sender calls it something else, are taken', async () => {
    const png = await new Transformer(await asPhoned(60, 40)).png();
    expect((await send('officer', png, { type: 'image/png' })).statusCode).toBe(201);
    expect((await send('officer', png, { type: 'image/jpeg' })).statusCode).toBe(201);
    expect((await send('officer', png, { type: 'application/octet-stream' })).statusCode).toBe(201);
  });

  it('what is no picture is refused in words and nothing is saved', async () => {
    const before = [await count(), await stored()];
    const text = Buffer.from('không phải ảnh');
    for (const [what, payload, type, status, code] of [
      ['a text called jpg', text, 'image/jpeg', 422, 'photo-no-picture'],
      ['a text', text, 'text/plain', 422, 'photo-no-picture'],
      ['a form', text, 'multipart/form-data; boundary=x', 422, 'photo-no-picture'],
      ['JSON', Buffer.from('{"a":1}'), 'application/json', 422, 'photo-no-picture'],
      ['nothing', Buffer.alloc(0), 'image/jpeg', 422, 'photo-no-picture'],
      ['HEIC', heic, 'image/heic', 422, 'photo-heic'],
      ['half a picture', picture.subarray(0, picture.length / 2), 'image/jpeg', 422, 'photo-broken'],
      ['50 MB', Buffer.concat([picture, Buffer.alloc(50_000_000)]), 'image/jpeg', 413, 'photo-too-large'],
    ] as const) {
      const answer = await send('head', payload, { type });
      expect([what, answer.statusCode, answer.json().error.code]).toEqual([what, status, code]);
      expect(answer.json().error.message).toMatch(/^(Ảnh|Tệp) .*[.)]$/);
    }
    expect([await count(), await stored()]).toEqual(before);
  });

  it('an id that is none is refused', async () => {
    expect((await send('head', picture, { id: 'x' })).statusCode).toBe(400);
  });

  describe('who', () => {
    it('readers and the telecom cannot send; nobody can without signing in', async () => {
      const before = await count();
      for (const role of ['viewer', 'telecom'] as const) expect((await send(role, picture)).statusCode).toBe(403);
      const url = `/api/villages/${villageId}/photos?id=${newId()}`;
      const anonymous = await app().inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'image/jpeg' },
        payload: picture,
      });
      expect([anonymous.statusCode, anonymous.json().error.code]).toEqual([401, 'not-signed-in']);
      expect(await count()).toBe(before);
    });

    it('the picture of another village is not to be had, by its own path or by that of a village one may enter', async () => {
      const id = newId();
      expect((await send('admin', picture, { id, village: otherVillage })).statusCode).toBe(201);
      expect((await as('admin').get(`/api/villages/${otherVillage}/photos/${id}`)).statusCode).toBe(200);
      expect((await as('head').get(`/api/villages/${otherVillage}/photos/${id}`)).statusCode).toBe(403);
      expect((await as('head').get(`/api/villages/${villageId}/photos/${id}`)).statusCode).toBe(404);
      expect((await send('head', picture, { village: otherVillage })).statusCode).toBe(403);
      expect((await app().inject({ url: `/api/villages/${otherVillage}/photos/${id}` })).statusCode).toBe(401);
      // Nor can a sign here show it.
      const shown = await show(id);
      expect([shown.statusCode, shown.json().refusal.code]).toEqual([422, 'reference-missing']);
      expect((await send('admin', picture, { village: idOf(99) })).statusCode).toBe(404);
    });
  });

  it('one that no edit came for goes after a day; what a sign shows, or once showed, stays', async () => {
    const { db } = context.database();
    const [shown, replaced, unused] = [newId(), newId(), newId()];
    for (const id of [shown, replaced, unused]) expect((await send('head', picture, { id })).statusCode).toBe(201);
    expect((await show(replaced)).statusCode).toBe(200);
    // A note is no picture, whatever it says.
    expect((await show(shown, `ảnh ${unused}`)).statusCode).toBe(200);
    const there = async () => {
      const rows = await db.selectFrom('photos').select('id').where('id', 'in', [shown, replaced, unused]).execute();
      return rows.map(({ id }) => id).sort();
    };
    const all = [shown, replaced, unused].sort();
    await removeUnusedPhotos(db, new Date());
    expect(await there()).toEqual(all);
    await removeUnusedPhotos(db, new Date(Date.now() + dayMs - 60_000));
    expect(await there()).toEqual(all);
    expect(await removeUnusedPhotos(db, new Date(Date.now() + dayMs + 60_000))).toBeGreaterThan(0);
    expect(await there()).toEqual([shown, replaced].sort());
  });

  it('no log line, list or record of the village holds anything of a picture', async () => {
    const records = await as('viewer').get(`/api/villages/${villageId}`);
    const list = await as('viewer').get(`/api/villages/${villageId}/exports/addresses.geojson`);
    for (const text of [told.join('\n'), records.body, list.body]) {
      for (const word of [device, 'JFIF', 'base64', 'Exif', '/9j/', 'không phải ảnh']) {
        expect([word, text.includes(word)]).toEqual([word, false]);
      }
    }
    expect(list.body).not.toContain('photo');
    expect(told.filter((line) => !line.includes('forbidden'))).toEqual([]);
  });
});
