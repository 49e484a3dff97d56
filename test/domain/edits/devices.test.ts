/** Cameras and lamps: added together, the consent of households, texts and days, and entries of the log from before. */
import { describe, expect, it } from 'vitest';
import { unsaidOfCamera, type Camera } from '../../../domain/records/camera.ts';
import { unsaidOfLamp } from '../../../domain/records/lamp.ts';
import { completed } from '../../../domain/records/older.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import type { Targets } from '../../../domain/records/village.ts';
import { worldOf, villageOf } from '../../../domain/records/world.ts';
import { aCamera, aHouse, aLamp, at, aVillage, aWorld, newId, villageId } from '../builders.ts';
import { contentOf, done, refused, undone } from './doing.ts';

const fieldsOf = <R extends { kind: string; version: number }>({ kind: _kind, version: _version, ...fields }: R) =>
  fields;
const house = aHouse(at(10, 10));
const householdCamera = (fields: Partial<Camera> = {}) =>
  aCamera(at(8, 8), { owner: 'household', houseId: house.id, ...fields });

describe('devices added together', () => {
  it('are one edit and undone at once', () => {
    const world = aWorld(house);
    const cameras = [0, 1, 2].map((n) => fieldsOf(aCamera(at(n * 20, 4), { state: 'planned' })));
    const lamps = [0, 1, 2, 3].map((n) => fieldsOf(aLamp(at(n * 30, -4), { state: 'planned' })));
    const withCameras = done(world, 'camera.addMany', { cameras });
    const withBoth = done(withCameras.world, 'lamp.addMany', { lamps });
    expect([...withBoth.world.camera.values()]).toEqual(cameras.map((c) => ({ ...c, kind: 'camera', version: 1 })));
    expect([...withBoth.world.lamp.values()]).toEqual(lamps.map((lamp) => ({ ...lamp, kind: 'lamp', version: 1 })));
    expect(contentOf(undone(withBoth))).toEqual(contentOf(withCameras.world));
    expect(contentOf(undone(withCameras))).toEqual(contentOf(world));
  });

  it('one id twice, or one that is there, refuses all', () => {
    const there = aLamp(at(0, 0));
    const lamp = fieldsOf(aLamp(at(5, 0)));
    const camera = fieldsOf(aCamera(at(5, 0)));
    expect(refused(aWorld(), 'lamp.addMany', { lamps: [lamp, { ...lamp, place: at(9, 9) }] })).toMatchObject({
      ...{ code: 'record-exists', recordIds: [lamp.id] },
    });
    expect(refused(aWorld(there), 'camera.addMany', { cameras: [camera, { ...camera, id: there.id }] }).code).toBe(
      'record-exists',
    );
  });

  it('one that is wrong refuses all', () => {
    const good = fieldsOf(aCamera(at(5, 0)));
    for (const [wrong, code] of [
      [{ place: at(5000, 0) }, 'outside-village'],
      [{ houseId: newId() }, 'reference-missing'],
      [{ pole: '  ' }, 'text-empty'],
      [{ model: '=1+1' }, 'text-formula'],
      [{ consentOn: '2022-09-20' }, 'consent-of-no-household'],
    ] as const) {
      const cameras = [good, fieldsOf(aCamera(at(9, 0), wrong))];
      expect([code, refused(aWorld(), 'camera.addMany', { cameras }).code]).toEqual([code, code]);
    }
    const lamps = [fieldsOf(aLamp(at(9, 0), { pole: '<b>' }))];
    expect(refused(aWorld(), 'lamp.addMany', { lamps }).code).toBe('text-markup');
  });
});

describe('the consent of a household', () => {
  const camera = householdCamera();
  const world = aWorld(house, camera);
  const change = (changes: Partial<Camera>) => ({ id: camera.id, changes });

  it('is given, withdrawn and given again', () => {
    const given = done(world, 'camera.update', change({ consentOn: '2026-11-01' }));
    const withdrawn = done(given.world, 'camera.update', change({ consentWithdrawnOn: '2026-11-01' }));
    expect(withdrawn.world.camera.get(camera.id)).toMatchObject({
      consentWithdrawnOn: '2026-11-01',
      state: 'existing',
    });
    const again = change({ consentOn: '2026-11-20', consentWithdrawnOn: null });
    expect(done(withdrawn.world, 'camera.update', again).world.camera.get(camera.id)).toMatchObject({
      consentOn: '2026-11-20',
    });
    expect(contentOf(undone(withdrawn))).toEqual(contentOf(given.world));
  });

  it('is neither withdrawn before it was given, nor without', () => {
    expect(refused(world, 'camera.update', change({ consentWithdrawnOn: '2026-11-01' })).code).toBe(
      'consent-never-given',
    );
    const dates = { consentOn: '2026-11-02', consentWithdrawnOn: '2026-11-01' };
    expect(refused(world, 'camera.update', change(dates))).toMatchObject({
      ...{ code: 'consent-withdrawn-before-given', recordIds: [camera.id] },
      params: { given: '2026-11-02', withdrawn: '2026-11-01' },
    });
    expect(refused(world, 'camera.update', change({ consentOn: '2026-02-30' })).code).toBe('date-not-real');
  });

  it('goes with the household when the camera passes to the village', () => {
    const given = done(world, 'camera.update', change({ consentOn: '2026-11-01' })).world;
    expect(refused(given, 'camera.update', change({ owner: 'village' })).code).toBe('consent-of-no-household');
    const passed = change({ owner: 'village', consentOn: null, houseId: null });
    expect(done(given, 'camera.update', passed).world.camera.get(camera.id)).toMatchObject({ consentOn: null });
  });
});

it('marks of poles and models are kept in one form', () => {
  const camera = fieldsOf(aCamera(at(0, 0), { pole: ' CP  07 ', model: 'Quay  quét'.normalize('NFD') }));
  expect(done(aWorld(), 'camera.add', camera).world.camera.get(camera.id)).toMatchObject({
    ...{ pole: 'CP 07', model: 'Quay quét' },
  });
});

describe('entries of the log from before these fields', () => {
  /** As such a record was written then. */
  const asOfOld = <R extends AnyRecord>(item: R, unsaid: object): R =>
    Object.fromEntries(Object.entries(item).filter(([field]) => !(field in unsaid))) as unknown as R;

  it('say of devices that nothing was said', () => {
    const [camera, lamp] = [aCamera(at(0, 0)), aLamp(at(9, 0))];
    expect(completed(asOfOld(camera, unsaidOfCamera))).toEqual(camera);
    expect(completed(asOfOld(lamp, unsaidOfLamp))).toEqual(lamp);
  });

  it('are taken back, as long as nothing was said since', () => {
    const [camera, lamp] = [aCamera(at(0, 0)), aLamp(at(9, 0))];
    const world = aWorld(camera, lamp);
    const added = done(aWorld(lamp), 'camera.add', fieldsOf(camera));
    const old = { ...added.change, created: [asOfOld(camera, unsaidOfCamera)] };
    expect(contentOf(undone({ ...added, change: old }))).toEqual(contentOf(aWorld(lamp)));

    const deleted = done(world, 'lamp.delete', { id: lamp.id });
    const oldDeletion = { ...deleted.change, deleted: [asOfOld(lamp, unsaidOfLamp)] };
    expect(contentOf(undone({ ...deleted, change: oldDeletion }))).toEqual(contentOf(world));

    const moved = done(world, 'camera.update', { id: camera.id, changes: { place: at(3, 3) } });
    const oldMove = moved.change.updated.map((pair) => pair.map((item) => asOfOld(item, unsaidOfCamera)));
    const back = undone({ ...moved, change: { ...moved.change, updated: oldMove as never } });
    expect(contentOf(back)).toEqual(contentOf(world));
  });

  it('give a plan back without its cost', () => {
    const criterion3 = {
      ...{ communeCamerasStanding: 2, communeCamerasToAdd: 3, villageCamerasToAdd: 1, lamps: 45, camerasBy: null },
    };
    const targets = { criterion6: null, criterion3 } as unknown as Targets;
    const whole = { criterion6: null, criterion3: { ...criterion3, costDong: null, responsible: null } };
    const world = worldOf([aVillage({ targets: whole })]);
    const cleared = done(world, 'village.update', {
      id: villageId,
      changes: { targets: { ...whole, criterion3: null } },
    });
    const [[before, after]] = cleared.change.updated as unknown as [[AnyRecord, AnyRecord]];
    const old = { ...cleared.change, updated: [[{ ...before, targets } as AnyRecord, after]] as const };
    expect(villageOf(undone({ ...cleared, change: old }))?.targets).toEqual(whole);
  });
});

it('who is to see to the plan is a text like any other', () => {
  const criterion3 = {
    ...{ communeCamerasStanding: 2, communeCamerasToAdd: 3, villageCamerasToAdd: 1, lamps: 45, camerasBy: null },
    costDong: 5_000_000,
  };
  const changes = (responsible: string) => ({
    id: villageId,
    changes: { targets: { criterion6: null, criterion3: { ...criterion3, responsible } } },
  });
  expect(refused(aWorld(), 'village.update', changes('=A1')).code).toBe('text-formula');
  const { world } = done(aWorld(), 'village.update', changes('Chủ  tịch UBND xã '));
  expect(villageOf(world)?.targets.criterion3?.responsible).toBe('Chủ tịch UBND xã');
});
