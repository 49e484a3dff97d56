import { beforeAll, expect, it } from 'vitest';
import { checkVillage } from '../../domain/checks/findings.ts';
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import type { InputOf } from '../../domain/edits/registry.ts';
import { loadWorld } from '../../server/db/villages.ts';
import { describeDatabases } from '../databases.ts';
import { at, idOf } from '../domain/builders.ts';
import { newId, useApp, villageId } from './harness.ts';

const twin = idOf(0x901);
const decision = { id: idOf(0x902), number: '5/QĐ-UBND', date: '2026-11-20', signatory: 'Lê Văn B', scope: 'Thôn Thử' };

describeDatabases('errors, exceptions and issuing', (context) => {
  const { as, account, database, stored } = useApp(context);
  const world = () => loadWorld(database().db, villageId);
  const finding = async () => checkVillage(await world()).open.find(({ checkId }) => checkId === 'outlines-overlap');
  const issueAll = async () => {
    const { address } = await world();
    const drafts = [...address.values()].filter(({ state }) => state === 'draft');
    const basis = Object.fromEntries(drafts.map(({ id, version }) => [id, version]));
    return as('officer').edit('address.issue', { addressIds: drafts.map(({ id }) => id), decision }, { basis });
  };
  const acceptance = async (): Promise<InputOf<'exception.accept'>> => {
    const { checkId, recordIds, facts } = (await finding())!;
    return { id: idOf(0x910), checkId, recordIds, facts, reason: 'Hai hộ chung một nhà' };
  };
  const seen = async (ids: readonly string[]) => {
    const { house } = await world();
    return Object.fromEntries(ids.map((id) => [id, house.get(id)?.version ?? 0]));
  };

  beforeAll(async () => {
    const head = as('head');
    const ring = [at(-110, 8), at(-90, 8), at(-90, 20), at(-110, 20), at(-110, 8)];
    const footprint = { type: 'Polygon', coordinates: [ring] } as const;
    const shared = { use: 'residential', state: 'standing', name: null, footprint } as const;
    for (const [id, x] of [
      [twin, -102],
      [idOf(0x903), -98],
    ] as const) {
      expect((await head.edit('house.draw', { id, entrance: at(x, 8), ...shared })).statusCode).toBe(200);
    }
    for (const road of (await world()).road.values()) {
      const name = road.class === 'road' ? 'Đường Làng' : null;
      if (name) await head.edit('road.name', { id: road.id, name }, { basis: { [road.id]: road.version } });
    }
    const { digest } = planNumbering(await world(), null, newId(), { on: new Date().toISOString().slice(0, 10) });
    expect((await head.edit('numbering.apply', { roadIds: null, digest })).statusCode).toBe(200);
  });

  it('an error in a house keeps it from being issued: the server says which', async () => {
    const before = await stored();
    const answer = await issueAll();
    expect(answer.statusCode).toBe(422);
    const found = await finding();
    expect(answer.json().refusal).toMatchObject({ code: 'errors-stand', params: { count: 1 } });
    expect([...answer.json().refusal.recordIds].sort()).toEqual([...found!.recordIds].sort());
    expect(await stored()).toBe(before);
  });

  it('it is accepted with a reason, by whoever is signed in, and then issued', async () => {
    const input = await acceptance();
    const basis = await seen(input.recordIds);
    expect((await as('viewer').edit('exception.accept', input, { basis })).json().refusal.code).toBe('forbidden');
    expect((await as('head').edit('exception.accept', input)).json().refusal.code).toBe('basis-missing');
    const answer = await as('head').edit('exception.accept', input, { basis });
    expect(answer.statusCode).toBe(200);
    const [kept] = [...(await world()).exception.values()];
    expect(kept).toEqual({
      ...{ kind: 'exception', version: 1, ...input, recordIds: [...input.recordIds].sort() },
      ...{ authorId: account('head').id, acceptedAt: answer.json().at },
    });
    const { authors } = (await as('viewer').get(`/api/villages/${villageId}/changes/authors`)).json();
    expect(authors).toContainEqual({ id: account('head').id, displayName: 'Người head' });
    expect((await issueAll()).statusCode).toBe(200);
  });

  it('its withdrawal is undone like any edit', async () => {
    const [kept] = [...(await world()).exception.values()];
    const editId = newId();
    const withdrawn = await as('head').edit(
      'exception.withdraw',
      { id: kept!.id },
      { id: editId, basis: { [kept!.id]: kept!.version } },
    );
    expect(withdrawn.statusCode).toBe(200);
    expect((await world()).exception.size).toBe(0);
    expect((await as('head').edit('change.revert', { editId })).statusCode).toBe(200);
    expect((await world()).exception.get(kept!.id)).toMatchObject({ reason: kept!.reason, facts: kept!.facts });
  });

  it('a check, a reason or a digest that cannot be are turned away at the door', async () => {
    const input = { ...(await acceptanceLike()), id: newId() };
    for (const bad of [
      { checkId: 'no-such-check' },
      { facts: 'xyz' },
      { recordIds: [] },
      { reason: '' },
      { reason: 'x'.repeat(301) },
    ]) {
      const answer = await as('head').edit('exception.accept', { ...input, ...bad } as never);
      expect([JSON.stringify(bad).slice(0, 40), answer.statusCode]).toEqual([JSON.stringify(bad).slice(0, 40), 400]);
    }
  });

  const acceptanceLike = async () => {
    const [kept] = [...(await world()).exception.values()];
    const { checkId, recordIds, facts, reason } = kept!;
    return { checkId, recordIds, facts, reason };
  };
});
