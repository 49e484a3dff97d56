/** Opening a village that shows households and their cameras leaves lines, and so does lifting a mask; who may read them; nothing private in public files. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Role } from '../../domain/permissions.ts';
import { roles } from '../../domain/permissions.ts';
import { describeDatabases } from '../databases.ts';
import { idOf } from '../domain/builders.ts';
import { backedUpTables } from '../../server/db/backupTables.ts';
import { changesBefore } from '../../server/db/changes.ts';
import { allAddresses, textOf, unwalkedRoutes } from './everyAnswer.ts';
import { ids, newId, smallVillage, useApp, villageId } from './harness.ts';

interface Read {
  readonly at: string;
  readonly by: string;
  readonly contents: string;
  readonly count: number;
  readonly role: string | null;
  readonly householdIds: readonly string[] | null;
}

describeDatabases('the log of who was shown households and their cameras', (context) => {
  const { app, as, makeVillage, stored } = useApp(context);
  const open = (role: Role, of = villageId, headers = {}) => as(role).get(`/api/villages/${of}`, headers);
  const readsOf = async (of = villageId): Promise<readonly Read[]> => {
    const answer = await as('admin').get(`/api/villages/${of}/private-reads`);
    expect(answer.statusCode).toBe(200);
    return answer.json<{ reads: Read[] }>().reads;
  };

  it('has one line each time somebody who may see them opens the village', async () => {
    expect(await readsOf()).toEqual([]);
    const before = Date.now();
    for (const role of roles) expect((await open(role)).statusCode).toBe(200);
    const reads = await readsOf();
    // Two in one millisecond stand in no order.
    const told = reads.map(({ by, role, contents, count }) => [by, role, contents, count].join(' ')).sort();
    expect(told).toEqual(
      ['admin', 'head', 'officer'].flatMap((role) => [
        `Người ${role} ${role} household-cameras 1`,
        `Người ${role} ${role} households 1`,
      ]),
    );
    for (const { at } of reads) expect(Date.parse(at)).toBeGreaterThanOrEqual(before);
  });

  it('also where the browser still has the village', async () => {
    const { etag } = (await open('head')).headers;
    const before = (await readsOf()).length;
    expect((await open('head', villageId, { 'if-none-match': etag })).statusCode).toBe(304);
    expect(await readsOf()).toHaveLength(before + 2);
  });

  it('has none for changes, for a village one may not enter, and where there are no such cameras', async () => {
    const bare = idOf(2);
    await makeVillage(bare, { roads: smallVillage().roads! });
    const before = (await readsOf()).length;
    await as('head').edit('road.name', { id: ids.road, name: 'Đường Làng' }, { basis: { [ids.road]: 1 } });
    expect((await as('head').get(`/api/villages/${villageId}/changes`)).statusCode).toBe(200);
    expect((await open('head', bare)).statusCode).toBe(403);
    expect((await open('admin', bare)).statusCode).toBe(200);
    expect(await readsOf()).toHaveLength(before);
    expect(await readsOf(bare)).toEqual([]);
  });

  it('counts the cameras there were then', async () => {
    const [camera] = smallVillage().cameras!.filter(({ owner }) => owner === 'household');
    await as('head').edit('camera.addMany', { cameras: [1, 2].map(() => ({ ...camera!, id: newId() })) });
    await open('officer');
    const [latest] = (await readsOf()).filter(({ contents }) => contents === 'household-cameras');
    expect(latest).toMatchObject({ by: 'Người officer', count: 3 });
  });

  it('has one when a mask is lifted, of the households that are here', async () => {
    const show = (role: Role, ...householdIds: readonly string[]) =>
      as(role).post(`/api/villages/${villageId}/private-reads`, { householdIds });
    expect((await show('head', ids.household, newId())).statusCode).toBe(204);
    expect((await readsOf())[0]).toMatchObject({
      ...{ by: 'Người head', role: 'head', contents: 'households-shown', count: 1, householdIds: [ids.household] },
    });
    expect((await show('head', newId())).statusCode).toBe(404);
    for (const role of ['telecom', 'viewer'] as const) {
      expect((await show(role, ids.household)).statusCode).toBe(403);
    }
  });

  it('is read by the commune alone', async () => {
    for (const role of roles) {
      const answer = await as(role).get(`/api/villages/${villageId}/private-reads`);
      const may = role === 'admin' || role === 'officer';
      expect([role, answer.statusCode]).toEqual([role, may ? 200 : 403]);
      if (!may) expect(answer.json().error.code).toBe('forbidden');
    }
  });

  it('public files name no camera of a household, nor that there is one (RULES §12.16)', async () => {
    const mark = 'KÝ HIỆU KÍN';
    const changes = { name: 'Camera nhà ông Thử', model: 'Máy kín', pole: mark, consentOn: '2022-09-20' };
    const seen = (await open('head'))
      .json()
      .records.camera.find(({ id }: { id: string }) => id === ids.householdCamera);
    const basis = { [ids.householdCamera]: seen.version as number };
    const saved = await as('head').edit('camera.update', { id: ids.householdCamera, changes }, { basis });
    expect(saved.statusCode).toBe(200);
    for (const format of ['csv', 'geojson', 'geopackage'] as const) {
      const { body, statusCode } = await as('head').get(
        `/api/villages/${villageId}/exports/addresses.${format}?states=all`,
      );
      expect(statusCode).toBe(200);
      for (const told of [...Object.values(changes), ids.householdCamera, 'camera', 'household', 'consent']) {
        expect([format, told, body.includes(told)]).toEqual([format, told, false]);
      }
    }
    for (const role of ['telecom', 'viewer'] as const) expect((await open(role)).body).not.toContain(mark);
  });

  it('no answer to a reader without the right holds a person or a camera of a household (RULES §6.2)', async () => {
    const marks = ['Nguyễn Văn Thử', 'Văn Thử', '0900000001', ids.household, ids.householdCamera, 'KÝ HIỆU KÍN'];
    expect(unwalkedRoutes(app())).toEqual([]);
    const edits = (await as('admin').get(`/api/villages/${villageId}/changes`)).json<{
      entries: { editId: string }[];
    }>();
    const whole = edits.entries.map(({ editId }) => `/api/villages/${villageId}/changes/${editId}`);
    let seen = 0;
    for (const role of ['telecom', 'viewer'] as const) {
      // What is drawn and packed does not differ between the two.
      const asked = role === 'viewer' ? allAddresses : allAddresses.filter((url) => !/xlsx|coverage/.test(url));
      for (const url of [...asked, ...whole]) {
        const answer = await as(role).get(url);
        // Asked as it is to be asked, or the walk would see nothing.
        expect([url, answer.statusCode < 500 && answer.statusCode !== 400]).toEqual([url, true]);
        const text = await textOf(answer);
        expect([role, url, marks.filter((mark) => text.includes(mark))]).toEqual([role, url, []]);
        if (answer.statusCode === 200) seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(30);
    // The same walk finds them where they may be seen.
    const told = (await Promise.all(allAddresses.slice(0, 6).map((url) => as('officer').get(url)))).map(textOf);
    expect((await Promise.all(told)).join()).toContain('Nguyễn Văn Thử');
  });

  it('a person asks to be shown and erased: all that is held is told, and then nothing of it is left', async () => {
    const { db } = context.database();
    const other = newId();
    const requestId = newId();
    const at = `/api/villages/${villageId}`;
    const person = { headName: 'Trần Thị Khác', phone: '0912000002', surveyAnswers: {} };
    await as('head').edit('household.add', { id: other, houseId: ids.otherHouse, ordinal: 2, ...person });
    const [known] = (await open('officer')).json().records.household;
    await as('head').edit(
      'household.update',
      { id: ids.household, changes: { headName: 'Nguyễn Văn Thử Hai', phone: '0900000003' } },
      { basis: { [ids.household]: known.version as number } },
    );
    const taken = { format: 'csv', purpose: 'Lắp internet', recipient: 'VNPT Hà Trung' };
    expect((await as('officer').post(`${at}/exports/households`, taken)).statusCode).toBe(200);
    const log = () =>
      sql<{ log: string }>`
      SELECT string_agg(c::text, '|' ORDER BY sequence) AS log FROM changes AS c WHERE sequence <= ${sequence}`.execute(
        db,
      );
    const { sequence } = (await open('officer')).json();
    const before = (await log()).rows[0]!.log;

    // Friday: two working days later is Tuesday.
    const asked = { id: requestId, householdId: ids.household, asked: 'erase', askedOn: '2026-01-02' };
    expect((await as('head').post(`${at}/person-requests`, asked)).statusCode).toBe(403);
    const [request] = (await as('officer').post(`${at}/person-requests`, asked)).json().requests;
    expect(request).toMatchObject({ ordinal: 1, dueOn: '2026-01-06', by: 'Người officer', answer: null });

    const held = (await as('officer').get(`${at}/households/${ids.household}/held`)).json();
    expect(held).toMatchObject({
      household: { headName: 'Nguyễn Văn Thử Hai', phone: '0900000003' },
      exports: [
        { recipient: 'VNPT Hà Trung', purpose: 'Lắp internet', rowCount: 2, fields: expect.arrayContaining(['phone']) },
      ],
      requests: [{ asked: 'erase' }],
    });
    expect(held.exports[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(held.history.map(({ kind, values }: { kind: string; values: object }) => [kind, values])).toEqual([
      ['household.update', { headName: 'Nguyễn Văn Thử Hai', phone: '0900000003' }],
      ['village.import', { headName: 'Nguyễn Văn Thử', phone: '0900000001' }],
    ]);
    expect(held.reads.length).toBeGreaterThan(0);
    const page = await as('officer').get(`${at}/households/${ids.household}/held?as=page`);
    for (const word of ['Nguyễn Văn Thử Hai', 'VNPT Hà Trung', 'Người head']) expect(page.body).toContain(word);

    const answered = await as('officer').post(`${at}/person-requests/${requestId}/answer`, {
      outcome: 'done',
      reason: null,
    });
    expect(answered.json().requests[0].answer).toMatchObject({ outcome: 'done', by: 'Người officer' });
    for (const { table } of backedUpTables) {
      const { rows } = await sql<{
        all: string | null;
      }>`SELECT string_agg(t::text, '|') AS all FROM ${sql.table(table)} AS t`.execute(db);
      for (const mark of ['Văn Thử', '0900000001', '0900000003']) {
        expect([table, mark, rows[0]!.all?.includes(mark) ?? false]).toEqual([table, mark, false]);
      }
    }
    // The log stands as it was written, and whoever else is in it.
    expect((await log()).rows[0]!.log).toBe(before);
    const entries = await changesBefore(db, villageId, null, 200, { recordId: other });
    expect(JSON.stringify(entries)).toContain('Trần Thị Khác');
    const [erase] = await changesBefore(db, villageId, null, 1, { recordId: ids.household });
    expect(erase).toMatchObject({ kind: 'household.erase' });
    const undone = await as('officer').edit('change.revert', { editId: erase!.editId });
    expect(undone.json().error.code).toBe('erased-for-good');
    // Answered once.
    const again = await as('officer').post(`${at}/person-requests/${requestId}/answer`, {
      outcome: 'done',
      reason: null,
    });
    expect(again.statusCode).toBe(404);
  });

  it('what was collected ends on its day, and is erased for those it was collected of', async () => {
    const at = `/api/villages/${villageId}/person-collections`;
    const said = {
      name: 'Khảo sát hộ',
      purpose: 'Lập danh sách số nhà',
      collectedOn: '2026-01-31',
      retentionMonths: 1,
    };
    const made = { id: newId(), ...said, fields: ['phone'] };
    expect((await as('head').post(at, made)).statusCode).toBe(403);
    const { collections } = (await as('officer').post(at, made)).json();
    expect(collections).toMatchObject([{ ...said, endsOn: '2026-02-28', erased: null }]);
    expect(collections[0].householdIds).toHaveLength(2);
    // All of the list are in it already.
    expect((await as('officer').post(at, { ...made, id: newId() })).statusCode).toBe(422);
    const erased = (await as('officer').post(`${at}/${made.id}/erase`, {})).json().collections;
    expect(erased[0].erased).toMatchObject({ by: 'Người officer' });
    const { household } = (await open('officer')).json().records;
    expect(household.map(({ headName, phone }: { headName: string; phone: string }) => [headName, phone])).toEqual([
      [null, null],
      ['Trần Thị Khác', null],
    ]);
    expect(
      (await stored()) + JSON.stringify(await changesBefore(context.database().db, villageId, null, 200)),
    ).not.toContain('0912000002');
  });
});
