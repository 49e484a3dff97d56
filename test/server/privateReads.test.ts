/** Opening a village that shows households and their cameras leaves lines, and so does lifting a mask; who may read them; nothing private in public files. */
import { expect, it } from 'vitest';
import type { Role } from '../../domain/permissions.ts';
import { roles } from '../../domain/permissions.ts';
import { describeDatabases } from '../databases.ts';
import { idOf } from '../domain/builders.ts';
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
  const { as, makeVillage } = useApp(context);
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
    for (const format of ['csv', 'geojson'] as const) {
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
});
