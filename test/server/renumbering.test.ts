/** Renumbering issued addresses through the application and both databases. */
import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import { readingOf } from '../../domain/addressing/reading.ts';
import type { Address } from '../../domain/records/address.ts';
import { recordsOf, type World } from '../../domain/records/world.ts';
import { loadWorld } from '../../server/db/villages.ts';
import { describeDatabases } from '../databases.ts';
import { at } from '../domain/builders.ts';
import { ids, newId, useApp, villageId } from './harness.ts';

const on = new Date().toISOString().slice(0, 10);

describeDatabases('renumbering', (context) => {
  const { as, stored } = useApp(context);
  const world = () => loadWorld(context.database().db, villageId);
  const inState = (world: World, state: Address['state']) =>
    [...world.address.values()].filter((address) => address.state === state);
  const decision = (number: string, date: string) => ({
    id: newId(),
    number,
    date,
    signatory: 'Chủ tịch',
    scope: 'Số nhà',
  });
  const second = decision('2/QĐ-UBND', '2026-11-20');
  const under = { decisionId: second.id, date: second.date };

  it('begins with a village whose numbers are issued, and a new house before the first', async () => {
    await as('head').edit('road.name', { id: ids.road, name: 'Đường Đền Hàn' }, { basis: { [ids.road]: 1 } });
    const { digest } = planNumbering(await world(), null, newId(), { on });
    expect((await as('head').edit('numbering.apply', { roadIds: null, digest })).statusCode).toBe(200);
    const drafts = inState(await world(), 'draft');
    expect(drafts).toHaveLength(3);
    const basis = Object.fromEntries(drafts.map(({ id, version }) => [id, version]));
    const addressIds = drafts.map(({ id }) => id);
    const input = { addressIds, decision: decision('1/QĐ-UBND', '2024-01-05') };
    expect((await as('officer').edit('address.issue', input, { basis })).statusCode).toBe(200);
    const house = { footprint: null, use: 'residential', state: 'standing', name: null } as const;
    // The road runs from east to west: first on its left, and two on its right before the lane.
    for (const [east, north] of [
      [180, -8],
      [180, 8],
      [150, 8],
    ] as const) {
      const drawn = await as('head').edit('house.draw', { id: newId(), entrance: at(east, north), ...house });
      expect(drawn.statusCode).toBe(200);
    }
  });

  it('is the commune’s: the village head may look and not do it', async () => {
    const before = await stored();
    const { digest } = planNumbering(await world(), null, newId(), { on, under });
    const answer = await as('head').edit('numbering.renumber', { roadIds: null, digest, decision: second });
    expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'forbidden']);
    expect(await stored()).toBe(before);
  });

  it('writes nothing when another plan was shown', async () => {
    const before = await stored();
    const { digest } = planNumbering(await world(), [ids.lane], newId(), { on, under });
    const answer = await as('officer').edit('numbering.renumber', { roadIds: null, digest, decision: second });
    expect([answer.statusCode, answer.json().error.code]).toEqual([409, 'preview-outdated']);
    expect(await stored()).toBe(before);
  });

  it('retires each old address and issues the new one with its Plus Code, in one change that can be taken back', async () => {
    const before = await world();
    const plan = planNumbering(before, null, newId(), { on, under });
    const table = plan.rows.filter(({ state }) => state === 'reissued');
    // Two on the road, and the one in the lane that takes its number from the road.
    expect(table).toHaveLength(3);
    const answer = await as('officer').edit('numbering.renumber', {
      roadIds: null,
      digest: plan.digest,
      decision: second,
    });
    expect([answer.statusCode, answer.body.slice(0, 200)]).toEqual([200, expect.any(String)]);

    const after = await world();
    const retired = inState(after, 'retired');
    expect(retired.map((address) => readingOf(after, address)).sort()).toEqual(table.map((row) => row.oldFull).sort());
    for (const old of retired) {
      expect(old).toMatchObject({ retiredDecisionId: second.id, retiredOn: second.date });
      const now = inState(after, 'issued').find(({ houseId }) => houseId === old.houseId);
      expect(now).toMatchObject({ plusCode: old.plusCode, decisionId: second.id, issuedOn: second.date });
    }
    expect(after.road.get(ids.lane)!.numberName).not.toBe(before.road.get(ids.lane)!.numberName);

    // The table old → new leaves the house as a file, and the log says so.
    const tableUrl = (id: string) => `/api/villages/${villageId}/exports/renumbering/${id}.xlsx`;
    const file = await as('viewer').get(tableUrl(second.id));
    expect([file.statusCode, file.headers['x-row-count']]).toEqual([200, '3']);
    expect(file.headers['content-disposition']).toMatch(/filename="so-cu-so-moi-thon-thu-\d{4}-\d\d-\d\d\.xlsx"/);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file.rawPayload as unknown as ArrayBuffer);
    const numbers: unknown[] = [];
    workbook.worksheets[0]!.eachRow((row, n) => {
      if (n > 1) numbers.push([row.getCell(2).value, row.getCell(3).value]);
    });
    expect(numbers.sort()).toEqual(table.map(({ oldFull, newFull }) => [oldFull, newFull]).sort());
    const log = () => as('officer').get(`/api/villages/${villageId}/exports`);
    expect((await log()).json().exports).toEqual([
      expect.objectContaining({
        ...{ contents: 'renumbering', decisionNumber: second.number, rowCount: 3, format: 'xlsx', variant: 'public' },
        sha256: createHash('sha256').update(file.rawPayload).digest('hex'),
        by: 'Người viewer',
      }),
    ]);
    // No table where nothing was numbered anew, or of what is no decision: and no line in the log.
    for (const id of [[...after.decision.keys()].find((one) => one !== second.id)!, newId()]) {
      expect((await as('viewer').get(tableUrl(id))).statusCode).toBe(404);
    }
    expect((await as('viewer').get(tableUrl('x'))).statusCode).toBe(400);
    expect((await log()).json().exports).toHaveLength(1);

    const back = await as('officer').edit('change.revert', { editId: answer.json().editId });
    expect([back.statusCode, back.json().error]).toEqual([200, undefined]);
    const content = (world: World) => recordsOf(world).map(({ version: _version, ...fields }) => fields);
    expect(content(await world())).toEqual(content(before));
  });
});
