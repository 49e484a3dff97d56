/** Roads and houses reshaped through the application and both databases: references, the second opinion, undo. */
import { expect, it } from 'vitest';
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import { readingOf } from '../../domain/addressing/reading.ts';
import { isRefusal } from '../../domain/edits/edit.ts';
import { planReshaping, type ReshapingInput } from '../../domain/edits/numberingReshape.ts';
import type { EditKind, InputOf } from '../../domain/edits/registry.ts';
import type { Role } from '../../domain/permissions.ts';
import { isEmptyChange } from '../../domain/records/change.ts';
import type { Id } from '../../domain/records/fields.ts';
import { findRecord, type World } from '../../domain/records/world.ts';
import { loadWorld } from '../../server/db/villages.ts';
import { describeDatabases } from '../databases.ts';
import { at } from '../domain/builders.ts';
import { contentOf, numbersOf, rectangle } from '../domain/edits/doing.ts';
import { ids, newId, useApp, villageId } from './harness.ts';

const on = new Date().toISOString().slice(0, 10);

describeDatabases('reshaping', (context) => {
  const { as, stored } = useApp(context);
  const world = () => loadWorld(context.database().db, villageId);
  const basisOf = (world: World, targets: readonly Id[]) =>
    Object.fromEntries(targets.map((id) => [id, findRecord(world, id)!.version]));

  /** Does an edit, looks at the world, takes it back, and does it again: nothing is lost on the way. */
  async function doneAndUndone<K extends EditKind>(role: Role, kind: K, input: InputOf<K>, targets: readonly Id[]) {
    const before = await world();
    const answer = await as(role).edit(kind, input, { basis: basisOf(before, targets) });
    expect([answer.statusCode, answer.json().error]).toEqual([200, undefined]);
    const after = await world();
    const back = await as(role).edit('change.revert', { editId: answer.json().editId });
    expect([back.statusCode, back.json().error]).toEqual([200, undefined]);
    expect(contentOf(await world())).toEqual(contentOf(before));
    const again = await as(role).edit('change.revert', { editId: back.json().editId });
    expect(again.statusCode).toBe(200);
    expect(contentOf(await world())).toEqual(contentOf(after));
    return after;
  }

  async function number(): Promise<void> {
    const { digest, change } = planNumbering(await world(), null, newId(), { on });
    if (isEmptyChange(change)) return;
    expect((await as('head').edit('numbering.apply', { roadIds: null, digest })).statusCode).toBe(200);
  }

  const [half, houseInOld] = [newId(), ids.house];

  it('splits a road with drafts, lanes and a chosen house, and takes it back', async () => {
    await as('head').edit('road.name', { id: ids.road, name: 'Đường Đền Hàn' }, { basis: { [ids.road]: 1 } });
    await number();
    // The road runs from east to west; what lies west of the lane goes to the new one.
    const input = { id: ids.road, at: at(-20, 1), newRoadId: half, newName: 'Đường Bờ Ao' };
    const after = await doneAndUndone('head', 'road.split', input, [ids.road]);
    expect([...after.address.values()].find(({ houseId }) => houseId === houseInOld)!.roadId).toBe(half);
    expect(after.road.get(ids.lane)!.parentRoadId).toBe(ids.road);
  });

  it('merges the halves again: the lane and the drafts come along, and the other road is gone', async () => {
    const after = await doneAndUndone('head', 'road.merge', { keepId: half, otherId: ids.road }, [half, ids.road]);
    expect(after.road.has(ids.road)).toBe(false);
    expect(after.road.get(ids.lane)!.parentRoadId).toBe(half);
    await number();
  });

  it('refuses in words to merge a road with its own lane, and stores nothing', async () => {
    const before = await stored();
    const basis = basisOf(await world(), [half, ids.lane]);
    const answer = await as('head').edit('road.merge', { keepId: half, otherId: ids.lane }, { basis });
    expect([answer.statusCode, answer.json().error.code]).toEqual([422, 'merge-with-own-lane']);
    expect(await stored()).toBe(before);
  });

  it('carries the measures of issued addresses when their road goes on at its start', async () => {
    const drafts = [...(await world()).address.values()].filter(({ state }) => state === 'draft');
    const addressIds = drafts.map(({ id }) => id);
    const decision = { id: newId(), number: '1/QĐ', date: '2024-01-05', signatory: 'Chủ tịch', scope: 'Cấp' };
    const issue = { addressIds, decision };
    const basis = Object.fromEntries(drafts.map(({ id, version }) => [id, version]));
    expect((await as('officer').edit('address.issue', issue, { basis })).statusCode).toBe(200);
    const before = await world();
    const start = before.road.get(half)!.line.coordinates[0]!;
    const outward = [start[0] + (start[0] > at(0, 0)[0] ? 1e-3 : -1e-3), start[1]] as const;
    const input = { id: half, end: 'start', positions: [outward] } as const;
    const after = await doneAndUndone('head', 'road.extend', input, [half]);
    for (const address of before.address.values()) {
      const now = after.address.get(address.id)!;
      const added = address.roadId === half ? 104.6 : 0;
      expect(Math.abs(now.measureMeters - address.measureMeters - added)).toBeLessThan(0.5);
      const version = added > 0 ? now.version : address.version;
      expect(now).toEqual({ ...address, measureMeters: now.measureMeters, version });
    }
  });

  it('splits a road with issued addresses only under a decision of the commune', async () => {
    const before = await world();
    const input = { id: half, at: at(-20, 1), newRoadId: newId(), newName: 'Đường Gò Cao' };
    const plain = await as('head').edit('road.split', input, { basis: basisOf(before, [half]) });
    expect([plain.statusCode, plain.json().error.code]).toEqual([422, 'reshaping-changes-issued']);

    const reshaping: ReshapingInput = { kind: 'road.split', input };
    const decision = { id: newId(), number: '2/QĐ', date: '2026-11-20', signatory: 'Chủ tịch', scope: 'Tách đường' };
    const plan = planReshaping(before, reshaping, newId(), on, { decisionId: decision.id, date: decision.date });
    if (isRefusal(plan)) throw new Error(plan.code);
    const edit = { reshaping, decision, digest: plan.digest };
    const byHead = await as('head').edit('numbering.reshape', edit, { basis: basisOf(before, [half]) });
    expect([byHead.statusCode, byHead.json().error.code]).toEqual([403, 'forbidden']);
    const after = await doneAndUndone('officer', 'numbering.reshape', edit, [half]);
    const retired = [...after.address.values()].filter(({ state }) => state === 'retired');
    expect(retired.map((address) => readingOf(after, address)).sort()).toEqual(
      plan.rows.map(({ oldFull }) => oldFull).sort(),
    );
    expect(plan.rows.length).toBeGreaterThan(0);
    expect(contentOf(after)).not.toEqual(contentOf(before));
  });

  it('keeps a number set by hand through the database and through numbering', async () => {
    const [house, row] = [newId(), newId()];
    const fields = { use: 'residential', state: 'standing', name: null } as const;
    const draw = { id: house, entrance: at(60, 8), footprint: null, ...fields };
    expect((await as('head').edit('house.draw', draw)).statusCode).toBe(200);
    const before = await world();
    const numbers = [{ houseId: house, number: '88a' }];
    const roadId = [...before.road.values()].find(({ name }) => name === 'Đường Bờ Ao')!.id;
    const after = await doneAndUndone('head', 'number.set', { roadId, numbers }, [house]);
    expect([...after.address.values()].find(({ houseId }) => houseId === house)).toMatchObject({
      ...{ number: '88A', numberedBy: 'hand' },
    });
    await number();
    expect(numbersOf(await world(), [{ id: house }])).toEqual(['88A']);

    const building = { id: row, entrance: at(80, 8), footprint: rectangle(75, 8, 12, 8), ...fields };
    expect((await as('head').edit('house.draw', building)).statusCode).toBe(200);
    const split = { newIds: [newId()], roadId, keepPart: null, numbers: ['90', '92'] };
    const rowed = await doneAndUndone('head', 'house.splitRow', { id: row, ...split }, [row]);
    expect(numbersOf(rowed, [{ id: row }, { id: split.newIds[0]! }]).sort()).toEqual(['90', '92']);
    const merge = { keepId: row, otherId: split.newIds[0]! };
    const merged = await doneAndUndone('head', 'house.merge', merge, Object.values(merge));
    expect(merged.house.has(split.newIds[0]!)).toBe(false);
  });
});
