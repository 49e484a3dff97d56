import { expect, it } from 'vitest';
import { unsaidOfLamp } from '../../domain/records/lamp.ts';
import { describeDatabases } from '../databases.ts';
import { at } from '../domain/builders.ts';
import { ids, newId, useApp, villageId } from './harness.ts';

describeDatabases('the one write path', (context) => {
  const { as, stored, account } = useApp(context);

  it('an edit is answered with its change and stored under the next sequence', async () => {
    const before = JSON.parse(await stored()) as { sequence: number };
    const answer = await as('head').edit(
      'road.name',
      { id: ids.road, name: 'Đường Đền Hàn' },
      { basis: { [ids.road]: 1 } },
    );
    expect(answer.statusCode).toBe(200);
    const body = answer.json();
    expect(body.sequence).toBe(before.sequence + 1);
    expect(body.author).toEqual({ id: account('head').id, displayName: 'Người head' });
    expect(body.change.updated[0][1]).toMatchObject({ id: ids.road, name: 'Đường Đền Hàn', version: 2 });
    expect(
      JSON.parse(JSON.parse(await stored()).records).road.find(({ id }: { id: string }) => id === ids.road).version,
    ).toBe(2);
  });

  it('the author and the time are not the sender’s to say', async () => {
    const edit = {
      id: newId(),
      kind: 'lamp.delete',
      input: { id: newId() },
      basis: {},
      author: newId(),
      at: '2000-01-01',
    };
    const answer = await as('head').post(`/api/villages/${villageId}/edits`, edit);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error).toMatchObject({ code: 'invalid-input', path: '/author' });
  });

  it('the same edit again gets the same answer and does nothing', async () => {
    const id = newId();
    const input = {
      id: newId(),
      place: at(10, 3),
      owner: 'village',
      state: 'existing',
      heightMeters: 7,
      powerWatts: null,
      ...unsaidOfLamp,
    } as const;
    const first = await as('head').edit('lamp.add', input, { id });
    const before = await stored();
    const again = await as('head').edit('lamp.add', input, { id });
    expect(first.statusCode).toBe(200);
    expect(again.json()).toEqual(first.json());
    expect(await stored()).toBe(before);
  });

  it('a household edit again gets the same answer, names and all', async () => {
    const id = newId();
    const input = {
      id: newId(),
      houseId: null,
      ordinal: 9,
      headName: 'Lê Thị Thử',
      phone: null,
      surveyAnswers: { a: 'b' },
    };
    const first = await as('officer').edit('household.add', input, { id });
    expect(first.statusCode).toBe(200);
    expect((await as('officer').edit('household.add', input, { id })).json()).toEqual(first.json());
    const other = await as('officer').edit('household.add', { ...input, headName: 'Người Khác' }, { id });
    expect([other.statusCode, other.json().error.code]).toEqual([409, 'edit-id-reused']);
  });

  it('sent again after its answer was lost and others went on, it gets that answer: one change, one line of the log', async () => {
    const id = newId();
    const lamp = newId();
    const input = {
      id: lamp,
      place: at(15, 3),
      owner: 'village',
      state: 'existing',
      heightMeters: 7,
      powerWatts: null,
      ...unsaidOfLamp,
    } as const;
    const first = await as('head').edit('lamp.add', input, { id });
    await as('officer').edit('lamp.update', { id: lamp, changes: { powerWatts: 70 } }, { basis: { [lamp]: 1 } });
    await as('officer').edit('lamp.delete', { id: lamp }, { basis: { [lamp]: 2 } });
    const before = await stored();
    const again = await as('head').edit('lamp.add', input, { id });
    expect([again.statusCode, again.body]).toEqual([200, first.body]);
    expect(await stored()).toBe(before);
    const { entries } = (await as('head').get(`/api/villages/${villageId}/changes?record=${lamp}`)).json();
    expect(entries.filter((entry: { editId: string }) => entry.editId === id)).toHaveLength(1);
  });

  it('what waited for one person is not taken from another who has signed in since', async () => {
    const before = await stored();
    const edit = { id: newId(), kind: 'road.name', input: { id: ids.road, name: 'Đường Của Ai' }, basis: {} };
    const path = `/api/villages/${villageId}/edits`;
    const answer = await as('officer').post(path, edit, { 'x-account': account('head').id });
    expect([answer.statusCode, answer.json().error.code]).toEqual([401, 'other-account']);
    expect(await stored()).toBe(before);
    const own = await as('officer').post(path, edit, { 'x-account': account('officer').id });
    expect(own.json().error.code).toBe('basis-missing');
  });

  it('another edit under a used id is refused, also from another person', async () => {
    const id = newId();
    const input = {
      id: newId(),
      place: at(20, 3),
      owner: 'village',
      state: 'existing',
      heightMeters: 7,
      powerWatts: null,
      ...unsaidOfLamp,
    } as const;
    await as('head').edit('lamp.add', input, { id });
    const before = await stored();
    const changed = await as('head').edit('lamp.add', { ...input, heightMeters: 8 }, { id });
    const foreign = await as('officer').edit('lamp.add', input, { id });
    expect([changed.statusCode, changed.json().error.code]).toEqual([409, 'edit-id-reused']);
    expect([foreign.statusCode, foreign.json().error.code]).toEqual([409, 'edit-id-reused']);
    expect(await stored()).toBe(before);
  });

  it('ten sendings of one edit at once are one change', async () => {
    const id = newId();
    const { sequence } = JSON.parse(await stored()) as { sequence: number };
    const input = {
      id: newId(),
      place: at(30, 3),
      owner: 'village',
      state: 'existing',
      heightMeters: 7,
      powerWatts: null,
      ...unsaidOfLamp,
    } as const;
    const answers = await Promise.all(Array.from({ length: 10 }, () => as('head').edit('lamp.add', input, { id })));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(JSON.parse(await stored()).sequence).toBe(sequence + 1);
  });

  it('of twenty edits at once on one version, one is done and the others are stale', async () => {
    const lamp = newId();
    const place = {
      place: at(40, 3),
      owner: 'village',
      state: 'existing',
      heightMeters: 7,
      powerWatts: null,
      ...unsaidOfLamp,
    } as const;
    await as('head').edit('lamp.add', { id: lamp, ...place });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        as(n % 2 ? 'head' : 'officer').edit(
          'lamp.update',
          { id: lamp, changes: { powerWatts: 10 + n } },
          { basis: { [lamp]: 1 } },
        ),
      ),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ statusCode }) => statusCode !== 200)) {
      expect([answer.statusCode, answer.json().error.code]).toEqual([409, 'stale-version']);
      expect(answer.json().refusal.params).toMatchObject({ seen: 1, current: 2 });
    }
  });

  it('edits at once on different records are all done, each under its own sequence', async () => {
    const place = {
      place: at(50, 3),
      owner: 'village',
      state: 'existing',
      heightMeters: 7,
      powerWatts: null,
      ...unsaidOfLamp,
    } as const;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => as('head').edit('lamp.add', { id: newId(), ...place })),
    );
    const sequences = answers.map((answer) => answer.json().sequence as number).sort((a, b) => a - b);
    expect(sequences).toEqual(Array.from({ length: 20 }, (_, n) => sequences[0]! + n));
  });
});

describeDatabases('undo', (context) => {
  const { as, stored } = useApp(context);
  const lampFields = {
    place: at(10, 3),
    owner: 'village',
    state: 'existing',
    heightMeters: 7,
    powerWatts: null,
    ...unsaidOfLamp,
  } as const;

  it('a revert restores, a revert of the revert does it again', async () => {
    const lamp = newId();
    const added = await as('head').edit('lamp.add', { id: lamp, ...lampFields });
    const reverted = await as('head').edit('change.revert', { editId: added.json().editId });
    expect(reverted.statusCode).toBe(200);
    expect(reverted.json().change.deleted[0].id).toBe(lamp);
    const redone = await as('head').edit('change.revert', { editId: reverted.json().editId });
    expect(redone.statusCode).toBe(200);
    expect(redone.json().change.created[0]).toMatchObject({ id: lamp, powerWatts: null });
  });

  it('is refused when the record has changed since', async () => {
    const lamp = newId();
    const added = await as('head').edit('lamp.add', { id: lamp, ...lampFields });
    await as('officer').edit('lamp.update', { id: lamp, changes: { powerWatts: 70 } }, { basis: { [lamp]: 1 } });
    const before = await stored();
    const answer = await as('head').edit('change.revert', { editId: added.json().editId });
    expect([answer.statusCode, answer.json().error.code]).toEqual([409, 'revert-changed-since']);
    expect(answer.json().refusal.recordIds).toEqual([lamp]);
    expect(await stored()).toBe(before);
  });

  it('brings back a household with the name it had', async () => {
    const id = newId();
    const fields = { houseId: null, ordinal: 7, headName: 'Trần Thị Thử', phone: '0900000007', surveyAnswers: {} };
    await as('head').edit('household.add', { id, ...fields });
    const deleted = await as('head').edit('household.delete', { id }, { basis: { [id]: 1 } });
    const back = await as('head').edit('change.revert', { editId: deleted.json().editId });
    expect(back.json().change.created[0]).toMatchObject({ id, ...fields });
  });

  it('needs the right to the edit it undoes, also through reverts of reverts', async () => {
    const road = { name: 'Đường Thử', id: ids.road };
    await as('head').edit('road.name', road, { basis: { [ids.road]: 1 } });
    const renamed = await as('officer').edit(
      'village.update',
      { id: villageId, changes: { name: 'Thôn Khác' } },
      { basis: { [villageId]: 1 } },
    );
    expect(renamed.statusCode).toBe(200);
    const before = await stored();
    const refused = await as('head').edit('change.revert', { editId: renamed.json().editId });
    expect([refused.statusCode, refused.json().error.code]).toEqual([403, 'forbidden']);
    expect(await stored()).toBe(before);
    const undone = await as('officer').edit('change.revert', { editId: renamed.json().editId });
    expect(undone.statusCode).toBe(200);
    const redo = await as('head').edit('change.revert', { editId: undone.json().editId });
    expect([redo.statusCode, redo.json().error.code]).toEqual([403, 'forbidden']);
  });

  it('of what was never done is not found', async () => {
    const answer = await as('head').edit('change.revert', { editId: newId() });
    expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'revert-not-found']);
  });
});
