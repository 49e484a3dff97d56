import { expect, it } from 'vitest';
import { roadsElsewhere } from '../../server/db/roadsElsewhere.ts';
import { describeDatabases } from '../databases.ts';
import { aRoad, at, idOf } from '../domain/builders.ts';
import { ids, useApp, villageId } from './harness.ts';

const neighbour = idOf(2001);

const fieldsOf = <R extends { kind: string; version: number }>({ kind: _kind, version: _version, ...fields }: R) =>
  fields;

describeDatabases('names of roads around', (context) => {
  const { as, makeVillage, database } = useApp(context);

  it('are those of other villages of the commune: road by road a name, a village, a place and nothing else', async () => {
    await makeVillage(neighbour, {
      roads: [
        fieldsOf(aRoad(at(-100, 20), at(100, 20), { id: idOf(2011), name: 'Đường Trần Phú' })),
        fieldsOf(aRoad(at(-100, 40), at(100, 40), { id: idOf(2012), name: null })),
        fieldsOf(aRoad(at(-100, 60), at(100, 60), { id: idOf(2013), name: 'Đường Cũ', state: 'closed' })),
        fieldsOf(
          aRoad(at(0, 20), at(0, 90), { id: idOf(2014), name: 'Ngõ Đình', class: 'lane', parentRoadId: idOf(2011) }),
        ),
      ],
    });
    const [[lng, lat]] = [at(0, 20)];
    const expected = { name: 'Đường Trần Phú', villageName: 'Thôn Thử', isSameCommune: true };
    const found = await roadsElsewhere(database().db, villageId);
    expect(found).toEqual([{ ...expected, place: [expect.closeTo(lng, 4), expect.closeTo(lat, 4)] }]);
    // Everybody who may read the village is told, and of their own village's roads nobody.
    for (const role of ['officer', 'head', 'viewer', 'telecom'] as const) {
      const answer = await as(role).get(`/api/villages/${villageId}`);
      expect(answer.json().roadsElsewhere).toEqual(found);
    }
    expect(await roadsElsewhere(database().db, neighbour)).toEqual([]);
  });

  it('change what the village is answered with: its records alone are not all there is', async () => {
    const first = await as('head').get(`/api/villages/${villageId}`);
    const same = await as('head').get(`/api/villages/${villageId}`, { 'if-none-match': first.headers.etag! });
    expect(same.statusCode).toBe(304);
    const renamed = await as('admin').edit(
      'road.name',
      { id: idOf(2011), name: 'Đường Lê Lai' },
      { villageId: neighbour, basis: { [idOf(2011)]: 1 } },
    );
    expect(renamed.statusCode).toBe(200);
    const later = await as('head').get(`/api/villages/${villageId}`, { 'if-none-match': first.headers.etag! });
    expect(later.statusCode).toBe(200);
    expect(later.json().roadsElsewhere).toMatchObject([{ name: 'Đường Lê Lai' }]);
  });

  it('are refused here, drawn, named or split off, with the village that bears them', async () => {
    const named = await as('head').edit(
      'road.name',
      { id: ids.road, name: 'Đường Lê Lai' },
      { basis: { [ids.road]: 1 } },
    );
    const split = await as('head').edit(
      'road.split',
      { id: ids.road, at: at(-20, 1), newRoadId: idOf(2021), newName: 'Đường Lê Lai' },
      { basis: { [ids.road]: 1 } },
    );
    expect([split.statusCode, split.json().refusal?.code]).toEqual([422, 'road-name-in-commune']);
    expect(named.json().refusal).toMatchObject({
      code: 'road-name-in-commune',
      params: { other: 'Đường Lê Lai', place: 'thôn Thử' },
    });
    const line = { type: 'LineString', coordinates: [at(-150, -40), at(150, -40)] } as const;
    const drawn = await as('head').edit('road.draw', {
      ...{ id: idOf(2021), line, class: 'road', name: 'duong le lai', parentRoadId: null, widthMeters: 4 },
    } as const);
    expect(drawn.json().refusal).toMatchObject({ code: 'road-name-in-commune' });
    const other = await as('head').edit(
      'road.name',
      { id: ids.road, name: 'Đường Lê Lợi' },
      { basis: { [ids.road]: 1 } },
    );
    expect(other.statusCode).toBe(200);
  });

  it('of another commune count where they are near', async () => {
    const world = { villageId: neighbour, basis: { [neighbour]: 1 } };
    const units = [
      { level: 'commune', code: '15271', name: 'Xã Hà Trung', validFrom: '2025-07-01', validTo: null },
    ] as const;
    const input = { id: neighbour, changes: { currentUnits: units } };
    expect((await as('admin').edit('village.update', input, world)).statusCode).toBe(200);
    expect(await roadsElsewhere(database().db, villageId)).toMatchObject([{ isSameCommune: false }]);
  });
});
