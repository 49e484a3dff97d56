import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import {
  appendChange,
  authorsOf,
  changeByEditId,
  changesAfter,
  changesBefore,
  erasePersonData,
  type ChangeFilter,
} from '../../../server/db/changes.ts';
import { withoutPersonData } from '../../../server/db/personData.ts';
import { lockVillage, sequenceOf } from '../../../server/db/villages.ts';
import { describeDatabases } from '../../databases.ts';
import { addAuthor, write } from './performing.ts';
import * as sample from './sampleRecords.ts';
import { created, editOf, everyRecord, idOf, villageId } from './sampleRecords.ts';

describeDatabases('the log', ({ database, engine }) => {
  beforeAll(async () => {
    await addAuthor(database());
    await write(database(), editOf(1001, 'village.create', { households: [sample.household] }), created(everyRecord));
  });

  const lampEdit = (n: number) => editOf(n, 'lamp.add', { id: idOf(n + 50_000) });
  const lampOf = (n: number) => created([{ ...sample.lamp, id: idOf(n + 50_000) }]);

  it('an entry comes back as it went in, with its author', async () => {
    const edit = lampEdit(1100);
    const sequence = await write(database(), edit, lampOf(1100));
    const entry = await changeByEditId(database().db, villageId, edit.id);
    expect(entry).toEqual({
      sequence,
      editId: edit.id,
      kind: 'lamp.add',
      author: { id: sample.authorId, displayName: 'Cán bộ xã' },
      at: edit.at,
      reverts: null,
      change: lampOf(1100),
      edit,
    });
    expect(await changeByEditId(database().db, villageId, idOf(1))).toBeUndefined();
    expect(await changeByEditId(database().db, idOf(2), edit.id)).toBeUndefined();
  });

  it('edits at the same moment get numbers one by one, without a gap', async () => {
    const before = await sequenceOf(database().db, villageId);
    const numbers = Array.from({ length: 20 }, (_, n) => 1200 + n);
    const sequences = await Promise.all(numbers.map((n) => write(database(), lampEdit(n), lampOf(n))));
    const expected = numbers.map((_, n) => (before ?? 0) + 1 + n);
    expect([...sequences].sort((a, b) => a - b)).toEqual(expected);
    expect(await sequenceOf(database().db, villageId)).toBe(expected.at(-1));
  });

  it('a failed edit leaves neither number nor entry', async () => {
    const before = await sequenceOf(database().db, villageId);
    const failing = database()
      .db.transaction()
      .execute(async (trx) => {
        await lockVillage(trx, villageId);
        await appendChange(trx, { edit: lampEdit(1300), change: lampOf(1300) });
        throw new Error('thought better of it');
      });
    await expect(failing).rejects.toThrow('thought better of it');
    expect(await sequenceOf(database().db, villageId)).toBe(before);
    expect(await changeByEditId(database().db, villageId, idOf(1300))).toBeUndefined();
  });

  it('one edit is logged once', async () => {
    await write(database(), lampEdit(1400), lampOf(1400));
    await expect(write(database(), lampEdit(1400), lampOf(1401))).rejects.toMatchObject({ code: '23505' });
    const after = await write(database(), lampEdit(1402), lampOf(1402));
    expect(after).toBe(await sequenceOf(database().db, villageId));
  });

  it('history goes backwards by pages, the feed forwards', async () => {
    const { db } = database();
    const last = (await sequenceOf(db, villageId)) ?? 0;
    const newest = await changesBefore(db, villageId, null, 3);
    expect(newest.map(({ sequence }) => sequence)).toEqual([last, last - 1, last - 2]);
    const older = await changesBefore(db, villageId, last - 2, 2);
    expect(older.map(({ sequence }) => sequence)).toEqual([last - 3, last - 4]);
    const after = await changesAfter(db, villageId, last - 3, 100);
    expect(after.map(({ sequence }) => sequence)).toEqual([last - 2, last - 1, last]);
    expect(await changesAfter(db, villageId, last, 100)).toEqual([]);
  });

  it('the history is asked for one person, one kind of work or one record with what belongs to it', async () => {
    const { db } = database();
    const all = await changesBefore(db, villageId, null, 200);
    const sequences = async (filter: ChangeFilter) =>
      (await changesBefore(db, villageId, null, 200, filter)).map(({ sequence }) => sequence);
    const lamps = all.filter(({ kind }) => kind.startsWith('lamp.')).map(({ sequence }) => sequence);
    expect(await sequences({ subject: 'lamp' })).toEqual(lamps);
    expect(await sequences({ authorId: sample.authorId })).toEqual(all.map(({ sequence }) => sequence));
    expect(await sequences({ authorId: idOf(3) })).toEqual([]);
    const [lamp] = (await changeByEditId(db, villageId, idOf(1100)))?.change.created ?? [];
    expect(await sequences({ recordId: lamp!.id })).toHaveLength(1);
    // The first change made everything: its household and address belong to the house.
    expect(await sequences({ recordId: sample.house.id })).toEqual([1]);
    const moved = { ...sample.address, version: 2, number: '9' };
    const edit = editOf(1490, 'numbering.apply', { roadIds: null });
    await write(database(), edit, { created: [], updated: [[sample.address, moved]], deleted: [] });
    const at = await sequenceOf(db, villageId);
    expect(await sequences({ recordId: sample.address.houseId })).toEqual([at, 1]);
    expect(await authorsOf(db, villageId)).toEqual([{ id: sample.authorId, displayName: 'Cán bộ xã' }]);
    expect(await authorsOf(db, idOf(2))).toEqual([]);
  });

  it('names, phones and answers are beside the log, not in it, and can be erased', async () => {
    const { db } = database();
    const renamed = { ...sample.household, version: 2, headName: 'Trần Thị Thử', phone: null };
    const edit = editOf(1500, 'household.update', { id: sample.household.id, changes: { headName: 'Trần Thị Thử' } });
    const change = { created: [], updated: [[sample.household, renamed] as const], deleted: [] };
    await write(database(), edit, change);
    expect(await changeByEditId(db, villageId, edit.id)).toMatchObject({ change, edit });

    const { rows } = await sql<{ text: string }>`SELECT edit::text || change::text AS text FROM changes`.execute(db);
    const log = rows.map(({ text }) => text).join('\n');
    for (const secret of ['Văn Thử', 'Thị Thử', '0912345678', 'không']) expect(log).not.toContain(secret);

    const upTo = (await sequenceOf(db, villageId)) ?? 0;
    expect(await erasePersonData(db, villageId, upTo)).toBe(2);
    const erased = await changeByEditId(db, villageId, edit.id);
    expect(erased?.change).toEqual(withoutPersonData(change));
    expect(erased?.change.updated[0]?.[1]).toMatchObject({ headName: null, phone: null, surveyAnswers: {} });
  });

  it('a listener hears which village changed', async () => {
    const heard: string[] = [];
    const stop = database().onNotify((id) => heard.push(id));
    await database().notify(villageId);
    await expect.poll(() => heard).toContain(villageId);
    stop();
    await database().notify(idOf(7));
    await new Promise((resolve) => setTimeout(resolve, engine === 'postgres' ? 100 : 0));
    expect(heard).not.toContain(idOf(7));
  });
});
