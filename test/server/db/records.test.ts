import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { AnyRecord, RecordKind } from '../../../domain/records/record.ts';
import { recordKinds, recordSchemas } from '../../../domain/records/record.ts';
import { recordsOf, worldOf } from '../../../domain/records/world.ts';
import { saveChange } from '../../../server/db/changes.ts';
import { RecordsChangedMeanwhile } from '../../../server/db/saveChange.ts';
import {
  createVillageSlot,
  listVillages,
  loadRecordsJson,
  loadWorld,
  lockVillage,
} from '../../../server/db/villages.ts';
import { describeDatabases } from '../../databases.ts';
import { addAuthor, write } from './performing.ts';
import * as sample from './sampleRecords.ts';
import { created, editOf, everyRecord, idOf, villageId } from './sampleRecords.ts';

const recordsText = async (loaded: ReturnType<typeof loadRecordsJson>) => {
  const found = await loaded;
  if (!found) throw new Error('no such village');
  return JSON.parse(found.records) as Record<RecordKind, AnyRecord[]>;
};

describeDatabases('records', ({ database }) => {
  const load = async () => recordsOf(await loadWorld(database().db, villageId));
  const save = (change: Parameters<typeof saveChange>[2], id = villageId) =>
    database()
      .db.transaction()
      .execute((trx) => saveChange(trx, id, change));
  const inOrder = (records: readonly AnyRecord[]) =>
    recordsOf(worldOf([...records].sort((a, b) => (a.id < b.id ? -1 : 1))));

  beforeAll(async () => {
    await addAuthor(database());
    await write(database(), editOf(1001, 'village.create', {}), created(everyRecord));
  });

  it('every kind comes back exactly as it was saved, fields in the order of its schema', async () => {
    expect(await load()).toEqual(inOrder(everyRecord));
    const text = await recordsText(loadRecordsJson(database().db, villageId));
    expect(Object.keys(text)).toEqual(recordKinds);
    for (const kind of recordKinds) {
      expect(text[kind].length, kind).toBeGreaterThan(0);
      for (const item of text[kind]) expect(Object.keys(item)).toEqual(Object.keys(recordSchemas[kind].properties));
    }
  });

  it('nested values keep the very text they had', async () => {
    const world = await loadWorld(database().db, villageId);
    for (const item of everyRecord)
      expect(JSON.stringify(world[item.kind].get(item.id))).toBe(JSON.stringify(inSchemaOrder(item)));
  });

  it('any coordinate of seven decimals, any length and any whole number comes back as the same number', async () => {
    const degrees = (limit: number) => fc.integer({ min: -limit * 1e7, max: limit * 1e7 }).map((n) => n / 1e7);
    const place = fc.tuple(degrees(180), degrees(85));
    const camera = fc.record({
      place,
      facingDegrees: fc.double({ min: 0, max: 359.99, noNaN: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
      horizontalFieldOfViewDegrees: fc.double({ min: 5, max: 360, noNaN: true }),
      heightMeters: fc.option(fc.double({ min: 0.5, max: 60, noNaN: true })),
      horizontalPixels: fc.option(fc.integer({ min: 320, max: 16000 })),
      tiltDegrees: fc.option(fc.double({ min: 0, max: 90, noNaN: true })),
      verticalPixels: fc.option(fc.integer({ min: 240, max: 16000 })),
      nightRangeMeters: fc.option(fc.double({ min: 0, max: 300, noNaN: true })),
      name: fc.option(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }).filter((name) => !name.includes('\0')),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(camera, { minLength: 20, maxLength: 60 }), async (given) => {
        const cameras = given.map((fields, n) => ({ ...sample.camera, ...fields, id: idOf(5000 + n) }));
        await save(created(cameras));
        const world = await loadWorld(database().db, villageId);
        for (const item of cameras) expect(world.camera.get(item.id)).toEqual(item);
        await save({ created: [], updated: [], deleted: cameras });
      }),
      { numRuns: 8 },
    );
  });

  it('what a reader may not see is not in the text', async () => {
    const text = await recordsText(
      loadRecordsJson(database().db, villageId, { persons: false, householdCameras: false }),
    );
    expect(text.household).toEqual([]);
    expect(text.camera.map(({ id }) => id)).toEqual([sample.camera.id]);
    expect(JSON.stringify(text)).not.toContain('Nguyễn Văn Thử');
  });

  it('updates and deletions in one change, referring to records made in it', async () => {
    const before = await load();
    const newLane = { ...sample.lane, id: idOf(22), parentRoadId: sample.lane.id, numberName: '3' };
    const movedHouse = { ...sample.house, version: 2, chosenRoadId: newLane.id, parcel: null };
    const placeOf = ({ entrance, plusCode }: typeof sample.address) => ({ entrance, plusCode });
    const swapped = [
      { ...sample.address, version: 2, ...placeOf(sample.hallAddress) },
      { ...sample.hallAddress, version: 2, ...placeOf(sample.address) },
    ] as const;
    const change = {
      created: [newLane, { ...sample.externalCode, id: idOf(61) }],
      updated: [
        [sample.house, movedHouse],
        [sample.address, swapped[0]],
        [sample.hallAddress, swapped[1]],
      ],
      // Its code is taken by the new one in the same change.
      deleted: [sample.externalCode],
    } as const;
    await save(change);
    const after = new Map((await load()).map((item) => [item.id, item]));
    expect(after.get(newLane.id)).toEqual(newLane);
    expect(after.get(movedHouse.id)).toEqual(movedHouse);
    expect(after.get(swapped[0].id)).toEqual(swapped[0]);
    expect(after.has(sample.externalCode.id)).toBe(false);
    await save({
      created: change.deleted,
      updated: change.updated.map(([was, is]) => [is, was] as const),
      deleted: change.created,
    });
    expect(await load()).toEqual(before);
  });

  it('a change made from an older version saves nothing', async () => {
    const before = await load();
    const renamed = { ...sample.road, version: 3, name: 'Đường Làng' };
    const newLamp = { ...sample.lamp, id: idOf(91) };
    const stale = save({ created: [newLamp], updated: [[{ ...sample.road, version: 2 }, renamed]], deleted: [] });
    await expect(stale).rejects.toThrow(RecordsChangedMeanwhile);
    await expect(save({ created: [], updated: [], deleted: [{ ...sample.lamp, version: 7 }] })).rejects.toThrow(
      RecordsChangedMeanwhile,
    );
    expect(await load()).toEqual(before);
  });

  it('another village has the same ids and nothing of it is touched', async () => {
    const otherId = idOf(2);
    const records = sample.inAnotherVillage(otherId);
    await write(database(), editOf(1002, 'village.create', {}, otherId), created(records));
    await save({ created: [], updated: [], deleted: [sample.lamp] }, otherId);
    expect((await loadWorld(database().db, villageId)).lamp.size).toBe(1);
    expect((await loadWorld(database().db, otherId)).lamp.size).toBe(0);
    expect(await listVillages(database().db)).toEqual([
      { id: villageId, name: 'Thôn Chí Phúc', isSample: true },
      { id: otherId, name: 'Thôn khác', isSample: true },
    ]);
  });

  it('a thousand records are saved and loaded in one go', async () => {
    const houses = Array.from({ length: 1000 }, (_, n) => ({ ...sample.hall, id: idOf(10_000 + n), name: `Nhà ${n}` }));
    await save(created(houses));
    expect((await loadWorld(database().db, villageId)).house.size).toBe(1002);
    await save({ created: [], updated: houses.map((item) => [item, { ...item, version: 2 }] as const), deleted: [] });
    await save({ created: [], updated: [], deleted: houses.map((item) => ({ ...item, version: 2 })) });
    expect((await loadWorld(database().db, villageId)).house.size).toBe(2);
  });

  it('no such village: nothing to lock, nothing to load', async () => {
    const { db } = database();
    expect(await loadRecordsJson(db, idOf(3))).toBeNull();
    expect(recordsOf(await loadWorld(db, idOf(3)))).toEqual([]);
    expect(await db.transaction().execute((trx) => lockVillage(trx, idOf(3)))).toBeNull();
    const locked = await db.transaction().execute(async (trx) => {
      await createVillageSlot(trx, idOf(4));
      await createVillageSlot(trx, idOf(4));
      return lockVillage(trx, idOf(4));
    });
    expect(locked).toEqual({ sequence: 0 });
    expect(await db.transaction().execute((trx) => lockVillage(trx, villageId))).toEqual({ sequence: 1 });
  });
});

function inSchemaOrder(item: AnyRecord): object {
  const fields = item as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.keys(recordSchemas[item.kind].properties).map((field) => [field, fields[field]]));
}
