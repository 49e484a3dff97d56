/** Edits kept on a device by a page from before migration 0012, as that page made them, sent to the server of today. */
import { expect, it } from 'vitest';
import type { Camera } from '../../domain/records/camera.ts';
import type { Lamp } from '../../domain/records/lamp.ts';
import type { Village } from '../../domain/records/village.ts';
import { perform } from '../../server/perform.ts';
import { describeDatabases } from '../databases.ts';
import { aVillage, at, idOf } from '../domain/builders.ts';
import { clock, ids, newId, useApp, villageId } from './harness.ts';

const camera = {
  id: idOf(900),
  name: 'Camera ngã ba',
  place: at(10, 3),
  owner: 'household',
  state: 'planned',
  facingDegrees: 90,
  horizontalFieldOfViewDegrees: 84,
  heightMeters: 6,
  horizontalPixels: 1920,
  houseId: ids.house,
};
const lamp = { id: idOf(901), place: at(20, 3), owner: 'village', state: 'existing', heightMeters: 7, powerWatts: 60 };
const targets = {
  criterion6: { listBy: '2022-09-20', completeBy: '2022-12-31' },
  criterion3: {
    communeCamerasStanding: 2,
    communeCamerasToAdd: 3,
    villageCamerasToAdd: 1,
    lamps: 45,
    camerasBy: '2022-12-31',
  },
};
const noConsent = { consentOn: null, consentWithdrawnOn: null };
const noOptics = { tiltDegrees: null, verticalPixels: null, nightRangeMeters: null, model: null, pole: null };
const noLight = { lightSource: null, fluxLumens: null, litRadiusMeters: null, pole: null };

describeDatabases('edits of pages from before', (context) => {
  const { as, account, database, stored } = useApp(context);
  const send = (kind: string, input: object, basis: object = {}, id = newId()) =>
    as('officer').post(`/api/villages/${villageId}/edits`, { id, kind, input, basis });
  const records = async () => {
    const answer = await as('officer').get(`/api/villages/${villageId}`);
    return answer.json().records as { camera: Camera[]; lamp: Lamp[]; village: Village[] };
  };

  it('add cameras and lamps of which nobody has said more, once', async () => {
    const id = newId();
    const answers = [await send('camera.add', camera, {}, id), await send('camera.add', camera, {}, id)];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(answers[1]!.json()).toEqual(answers[0]!.json());
    expect((await send('lamp.add', lamp)).statusCode).toBe(200);
    const now = await records();
    expect(now.camera.find((one) => one.id === camera.id)).toEqual({
      ...{ ...camera, ...noOptics, ...noConsent, kind: 'camera', version: 1 },
    });
    expect(now.lamp.find((one) => one.id === lamp.id)).toEqual({ ...lamp, ...noLight, kind: 'lamp', version: 1 });
  });

  it('go on with what they added: moved, passed on, broken together, gone', async () => {
    for (const [kind, input, basis] of [
      ['camera.update', { id: camera.id, changes: { place: at(12, 3), facingDegrees: 180 } }, { [camera.id]: 1 }],
      ['camera.update', { id: camera.id, changes: { owner: 'village', houseId: null } }, { [camera.id]: 2 }],
      ['lamp.update', { id: lamp.id, changes: { powerWatts: 100 } }, { [lamp.id]: 1 }],
      ['records.update', { recordKind: 'lamp', ids: [lamp.id], changes: { state: 'broken' } }, { [lamp.id]: 2 }],
      ['lamp.delete', { id: lamp.id }, { [lamp.id]: 3 }],
    ] as const) {
      const answer = await send(kind, input, basis);
      expect([kind, answer.statusCode]).toEqual([kind, 200]);
    }
    const now = await records();
    expect(now.camera.find((one) => one.id === camera.id)).toMatchObject({ owner: 'village', version: 3 });
    expect(now.lamp).toEqual([]);
  });

  it('that the server took before it was brought up to date get their answer when they come again', async () => {
    const id = newId();
    const input = { ...lamp, id: idOf(902) } as never;
    const request = { id, villageId, kind: 'lamp.add', input, basis: {} } as const;
    const first = await perform({ database: database(), clock }, account('officer'), request);
    const again = await send('lamp.add', input, {}, id);
    expect([again.statusCode, again.json()]).toEqual([200, JSON.parse(JSON.stringify(first))]);
  });

  it('set the figures of a plan that names no cost', async () => {
    const answer = await send('village.update', { id: villageId, changes: { targets } }, { [villageId]: 1 });
    expect(answer.statusCode).toBe(200);
    const [village] = (await records()).village;
    expect(village).toEqual({
      ...aVillage({ version: 2 }),
      targets: { ...targets, criterion3: { ...targets.criterion3, costDong: null, responsible: null } },
    });
    const same = await send('village.update', { id: villageId, changes: { targets } }, { [villageId]: 2 });
    expect([same.statusCode, same.json().error.code]).toEqual([422, 'nothing-changes']);
  });

  it('say nothing of what came later, or all of it; and what was never right is not', async () => {
    const before = await stored();
    const again = { ...camera, id: idOf(903) };
    const cost = { ...targets.criterion3, costDong: 5_000_000 };
    for (const [kind, input, basis] of [
      ['camera.add', { ...again, tiltDegrees: 10 }, {}],
      ['camera.add', { ...again, ...noOptics }, {}],
      ['lamp.add', { ...lamp, id: idOf(903), pole: 'C1' }, {}],
      ['camera.add', { ...again, heightMeters: undefined }, {}],
      ['camera.add', { ...again, colour: 'red' }, {}],
      ['camera.addMany', { cameras: [again] }, {}],
      ['lamp.addMany', { lamps: [{ ...lamp, id: idOf(903) }] }, {}],
      ['village.update', { id: villageId, changes: { targets: { ...targets, criterion3: cost } } }, { [villageId]: 2 }],
    ] as const) {
      const answer = await send(kind, input, basis);
      expect([kind, answer.statusCode, answer.json().error.code]).toEqual([kind, 400, 'invalid-input']);
      expect(answer.json().error.message).toBe('Dữ liệu gửi lên không đúng mẫu.');
    }
    expect(await stored()).toBe(before);
  });

  it('of what was said otherwise since are refused in words', async () => {
    const input = { id: ids.householdCamera, changes: { owner: 'commune', houseId: null } };
    const agreed = { id: ids.householdCamera, changes: { consentOn: '2026-11-01' } };
    expect((await send('camera.update', agreed, { [ids.householdCamera]: 1 })).statusCode).toBe(200);
    const late = await send('camera.update', input, { [ids.householdCamera]: 1 });
    expect([late.statusCode, late.json().refusal.code]).toEqual([409, 'stale-version']);
    // As it is taken up again there: the consent is the household's, of which that page knows nothing.
    const again = await send('camera.update', input, { [ids.householdCamera]: 2 });
    expect([again.statusCode, again.json().refusal.code]).toEqual([422, 'consent-of-no-household']);
  });
});
