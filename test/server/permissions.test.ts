import { describe, expect, it } from 'vitest';
import { unsaidOfLamp } from '../../domain/records/lamp.ts';
import { editDefinitions, type EditKind } from '../../domain/edits/registry.ts';
import { mayEdit, roles } from '../../domain/permissions.ts';
import { perform } from '../../server/perform.ts';
import { describeDatabases } from '../databases.ts';
import { idOf } from '../domain/builders.ts';
import { clock, ids, newId, smallVillage, useApp, villageId } from './harness.ts';
import { allAddresses } from './everyAnswer.ts';

const signFiles = () => [
  ...['/signs/order.xlsx', '/signs/order.pdf', '/signs/order.zip', '/signs/plates.xlsx', '/signs/plates.pdf'],
  `/signs/${newId()}/faces/1.svg`,
];
const kinds = Object.keys(editDefinitions) as EditKind[];

describeDatabases('permissions', (context) => {
  const { as, app, account, stored, makeVillage } = useApp(context);
  const otherVillage = idOf(2);

  describe('role × edit kind', () => {
    for (const role of roles) {
      it(`${role}: what the table does not allow is forbidden before anything is looked at`, async () => {
        const before = await stored();
        for (const kind of kinds.filter((kind) => !mayEdit(role, kind))) {
          const request = { id: newId(), villageId, kind, input: {} as never, basis: {} };
          const result = await perform({ database: context.database(), clock }, account(role), request);
          expect([kind, result]).toEqual([kind, { code: 'forbidden', params: { kind }, recordIds: [] }]);
        }
        expect(await stored()).toBe(before);
      });
    }
    it('what it allows is not forbidden', async () => {
      const input = {
        id: newId(),
        place: [105.788, 19.97],
        owner: 'village',
        state: 'existing',
        heightMeters: 7,
        powerWatts: null,
        ...unsaidOfLamp,
      } as const;
      expect((await as('head').edit('lamp.add', input)).statusCode).toBe(200);
      expect((await as('viewer').edit('lamp.add', { ...input, id: newId() })).statusCode).toBe(403);
      expect((await as('telecom').edit('lamp.add', { ...input, id: newId() })).json().refusal.code).toBe('forbidden');
    });
  });

  it('without a session every route but sign-in and health says so', async () => {
    const open = ['/healthz', '/api/session'];
    const isPublic = (url: string) => open.includes(url) || url.startsWith('/so-nha/');
    const routes = [
      ...allAddresses.filter((url) => !isPublic(url)).map((url) => ['GET', url] as const),
      ['GET', `/api/villages/${villageId}/events?after=0`],
      ['GET', `/api/villages/${villageId}/changes/${newId()}`],
      ['POST', `/api/villages/${villageId}/edits`],
      ['POST', `/api/villages/${villageId}/exports`],
      ['POST', `/api/villages/${villageId}/releases`],
      ['POST', `/api/villages/${villageId}/release-files`],
      ...signFiles().map((path) => ['GET', `/api/villages/${villageId}${path}`] as const),
    ] as const;
    const bodies: Record<string, object> = {
      edits: { id: newId(), kind: 'lamp.delete', input: { id: newId() }, basis: {} },
      releases: { id: newId(), villageIds: [villageId], purpose: 'x', recipient: 'y', profileId: 'default' },
      'release-files': { id: newId(), releaseId: newId(), part: 'whole', format: 'csv' },
      exports: { format: 'csv', states: 'all', variant: 'full', purpose: 'x', recipient: 'y' },
    };
    for (const [method, url] of routes) {
      const payload = method === 'POST' ? bodies[url.split('/').at(-1)!]! : undefined;
      const answer = await app().inject({ method, url, ...(payload ? { payload } : {}) });
      expect([url, answer.statusCode, answer.json().error.code]).toEqual([url, 401, 'not-signed-in']);
    }
  });

  it('a village one has no role in answers as one that does not exist', async () => {
    await makeVillage(otherVillage, { roads: smallVillage().roads! });
    for (const path of [
      '',
      '/changes',
      '/changes/authors',
      `/changes/${newId()}`,
      '/events?after=0',
      '/exports',
      '/private-reads',
      '/exports/addresses.csv',
      `/photos/${newId()}`,
      ...signFiles(),
    ]) {
      const [there, nowhere] = [
        await as('officer').get(`/api/villages/${otherVillage}${path}`),
        await as('officer').get(`/api/villages/${idOf(3)}${path}`),
      ];
      expect([path, there.statusCode, there.json().error.code]).toEqual([path, 403, 'forbidden']);
      expect(nowhere.body).toBe(there.body);
    }
    const edit = { kind: 'road.name', input: { id: ids.road, name: 'Đường A' }, basis: { [ids.road]: 1 } } as const;
    const answer = await as('officer').edit(edit.kind, edit.input, { basis: edit.basis, villageId: otherVillage });
    expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'forbidden']);
    expect((await as('admin').get(`/api/villages/${idOf(3)}`)).json().error.code).toBe('village-missing');
  });

  it('households and their cameras reach only those who may see them', async () => {
    for (const role of roles) {
      const answer = await as(role).get(`/api/villages/${villageId}`);
      const { records } = answer.json();
      const sees = ['admin', 'officer', 'head'].includes(role);
      expect([role, records.household.length, records.camera.length]).toEqual([role, sees ? 1 : 0, sees ? 2 : 1]);
      expect(answer.body.includes('Nguyễn Văn Thử')).toBe(sees);
      const history = await as(role).get(`/api/villages/${villageId}/changes`);
      const entries = history.json().entries as { editId: string }[];
      const whole = await Promise.all(
        entries.map(({ editId }) => as(role).get(`/api/villages/${villageId}/changes/${editId}`)),
      );
      const told = [history, ...whole].map((entry) => entry.body).join('\n');
      expect(told.includes('Nguyễn Văn Thử')).toBe(sees);
      expect(told.includes('0900000001')).toBe(sees);
      expect(told.includes(ids.householdCamera)).toBe(sees);
    }
  });

  it('a camera that passes from a household to the village appears for a viewer', async () => {
    await as('head').edit(
      'camera.update',
      { id: ids.householdCamera, changes: { owner: 'village', houseId: null } },
      { basis: { [ids.householdCamera]: 1 } },
    );
    const [entry] = (await as('viewer').get(`/api/villages/${villageId}/changes?limit=1`)).json().entries;
    expect(entry.change.updated).toEqual([]);
    expect(entry.change.created[0]).toMatchObject({ id: ids.householdCamera, owner: 'village' });
    expect(entry.sequence).toBeGreaterThan(0);
  });

  it('the same village again is not sent again', async () => {
    const first = await as('viewer').get(`/api/villages/${villageId}`);
    const again = await as('viewer').get(`/api/villages/${villageId}`, { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const other = await as('head').get(`/api/villages/${villageId}`, { 'if-none-match': String(first.headers.etag) });
    expect(other.statusCode).toBe(200);
  });

  it('a village whose making is undone is gone', async () => {
    const id = idOf(4);
    const {
      kind: _kind,
      id: _id,
      version: _version,
      ...village
    } = (await as('admin').get(`/api/villages/${villageId}`)).json().records.village[0];
    const made = await as('admin').edit('village.create', { village }, { villageId: id });
    expect(made.statusCode).toBe(200);
    const undone = await as('admin').edit('change.revert', { editId: made.json().editId }, { villageId: id });
    expect(undone.statusCode).toBe(200);
    expect((await as('admin').get(`/api/villages/${id}`)).json().error.code).toBe('village-missing');
  });
});
