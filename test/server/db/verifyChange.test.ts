import { beforeAll, expect, it } from 'vitest';
import type { Change } from '../../../domain/records/change.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import { saveChange, verifyChange } from '../../../server/db/changes.ts';
import { describeDatabases } from '../../databases.ts';
import { addAuthor, write } from './performing.ts';
import * as sample from './sampleRecords.ts';
import { created, editOf, everyRecord, idOf, villageId } from './sampleRecords.ts';

const ring = (...coordinates: [number, number][]) => ({ type: 'Polygon' as const, coordinates: [coordinates] });
const updated = (before: AnyRecord, after: AnyRecord): Change => ({
  created: [],
  updated: [[before, after]],
  deleted: [],
});

describeDatabases('the second opinion', ({ database }) => {
  const verify = (change: Change, id = villageId) =>
    database()
      .db.transaction()
      .execute((trx) => verifyChange(trx, id, change));

  beforeAll(async () => {
    await addAuthor(database());
    await write(database(), editOf(1001, 'village.create', {}), created(everyRecord));
  });

  it('a sound change passes, before its village is stored too', async () => {
    expect(
      await verify(
        created([
          { ...sample.hall, id: idOf(33) },
          { ...sample.lamp, id: idOf(93) },
        ]),
      ),
    ).toBeNull();
    const coded = ['address', 'externalCode'];
    const beside = sample.inAnotherVillage(idOf(2)).filter(({ kind }) => !coded.includes(kind));
    expect(await verify(created(beside), idOf(2))).toBeNull();
    expect(await verify({ created: [], updated: [], deleted: [sample.lamp] })).toBeNull();
  });

  it('a polygon that crosses itself is refused with the place of the crossing', async () => {
    const footprint = ring([105.79, 19.97], [105.792, 19.972], [105.792, 19.97], [105.79, 19.972], [105.79, 19.97]);
    expect(await verify(created([{ ...sample.house, id: idOf(33), footprint }]))).toMatchObject({
      code: 'polygon-crosses-itself',
      recordIds: [idOf(33)],
      params: { lng: expect.closeTo(105.791, 6) as number, lat: expect.closeTo(19.971, 6) as number },
    });
  });

  it('a place more than 50 m outside the boundary is refused, with the distance', async () => {
    // 0.0005 degrees of longitude are 52 m here, 0.0004 are 42 m.
    const at = (lng: number) => created([{ ...sample.lamp, id: idOf(93), place: [lng, 19.97] }]);
    expect(await verify(at(105.8004))).toBeNull();
    expect(await verify(at(105.8005))).toMatchObject({
      code: 'outside-village',
      params: { meters: 52, tolerance: 50 },
    });
    const coordinates = [...sample.road.line.coordinates, [105.82, 19.97] as const];
    const longer = { ...sample.road, version: 2, line: { ...sample.road.line, coordinates } };
    expect(await verify(updated(sample.road, longer))).toMatchObject({
      code: 'outside-village',
      recordIds: [sample.road.id],
    });
  });

  it('a measure beyond the end of its road is refused, also when the road is what changes', async () => {
    const beyond = { ...sample.address, version: 2, measureMeters: 700 };
    expect(await verify(updated(sample.address, beyond))).toMatchObject({
      code: 'measure-beyond-road',
      recordIds: [sample.house.id, sample.road.id],
      params: { measureMeters: 700 },
    });
    const shorter = {
      ...sample.road,
      version: 2,
      line: {
        ...sample.road.line,
        coordinates: [
          [105.788, 19.975],
          [105.788, 19.974],
        ],
      },
    } as const;
    expect(await verify(updated(sample.road, shorter))).toMatchObject({ code: 'measure-beyond-road' });
    expect(
      await verify({
        ...updated(sample.road, shorter),
        deleted: [],
        created: [],
        updated: [
          [sample.road, shorter],
          [sample.address, { ...sample.address, version: 2, measureMeters: 110.6 }],
        ],
      }),
    ).toBeNull();
  });

  it('a code issued by the village next door is not issued again', async () => {
    const nextDoor = idOf(2);
    const records = sample.inAnotherVillage(nextDoor).filter(({ kind }) => kind !== 'address');
    await write(database(), editOf(1002, 'village.create', {}, nextDoor), created(records));
    const sameCode = { ...sample.hallAddress, version: 2 };
    const draft = { ...sample.hallAddress, state: 'draft', decisionId: null, issuedOn: null } as const;
    expect(await verify(created([draft]), nextDoor)).toBeNull();
    expect(await verify(updated(draft, sameCode), nextDoor)).toMatchObject({
      code: 'plus-code-taken',
      recordIds: [sample.hall.id],
      params: { code: sample.hallAddress.plusCode },
    });
    // Its own code, and one that is not issued now, raise no question.
    expect(await verify(updated(sample.hallAddress, { ...sameCode, state: 'retired' }), nextDoor)).toBeNull();
    expect(await verify(updated(draft, { ...sameCode, plusCode: '7PF7XQCQ+GCC' }), nextDoor)).toBeNull();
  });

  it('a draft has no code issued to another house, and none is issued that another house has as a draft', async () => {
    const draft = { ...sample.hallAddress, id: idOf(55), state: 'draft', decisionId: null, issuedOn: null } as const;
    const taken = { code: 'plus-code-taken', params: { code: draft.plusCode } };
    expect(await verify(created([{ ...draft, houseId: sample.house.id }]))).toMatchObject({
      ...taken,
      recordIds: [sample.house.id, sample.hall.id],
    });
    // The draft of a house that is being renumbered has the code of its issued address.
    expect(await verify(created([draft]))).toBeNull();
    const { entrance, plusCode } = sample.address;
    const issued = { ...sample.hallAddress, id: idOf(56), roadId: sample.road.id, entrance, plusCode };
    expect(await verify(created([issued]))).toMatchObject({
      code: 'plus-code-taken',
      recordIds: [sample.hall.id, sample.house.id],
    });
    // What goes in the same change is in nobody's way; what comes in it is.
    expect(await verify({ created: [issued], updated: [], deleted: [sample.address] })).toBeNull();
    const retired = { ...sample.hallAddress, version: 2, state: 'retired' } as const;
    const rival = { ...draft, houseId: sample.house.id };
    expect(await verify({ ...created([rival]), updated: [[sample.hallAddress, retired]] })).toBeNull();
    const next = { ...sample.hallAddress, id: idOf(57) };
    expect(await verify({ ...created([rival, next]), updated: [[sample.hallAddress, retired]] })).toMatchObject(taken);
  });

  it('a national code recorded in the village next door is not recorded again; the ids of companies may be', async () => {
    const nextDoor = idOf(62_001);
    await write(database(), editOf(1003, 'village.create', {}, nextDoor), created(sample.inAnotherVillage(nextDoor)));
    const code = (scheme: typeof sample.externalCode.scheme, value: string) =>
      ({ ...sample.externalCode, id: idOf(63), scheme, value }) as const;
    const given = [
      code('location12', '012345678901'),
      { ...code('vpostcode', '44000-X'), id: idOf(64) },
      { ...code('vnpt', '012345678901'), id: idOf(65) },
    ];
    await write(database(), editOf(1004, 'externalCode.record', {}), created(given));
    expect(await verify(created([code('ndas10', sample.externalCode.value)]), nextDoor)).toMatchObject({
      code: 'external-code-in-another-village',
      recordIds: [sample.house.id],
      params: { scheme: 'ndas10' },
    });
    expect(await verify(created([code('location12', '012345678901')]), nextDoor)).toMatchObject({
      code: 'external-code-in-another-village',
      params: { scheme: 'location12' },
    });
    for (const free of [code('vpostcode', '44000-X'), code('vnpt', '012345678901'), code('ndas10', '0440012346')])
      expect(await verify(created([free]), nextDoor)).toBeNull();
  });

  it('two villages issuing one code at the same moment: one of them gets it', async () => {
    const place = { entrance: [105.7886, 19.9714], plusCode: '7PF7XQCQ+HC9' } as const;
    const villages = [idOf(61_001), idOf(61_002)] as const;
    for (const [n, id] of villages.entries()) {
      const records = sample.inAnotherVillage(id).filter(({ kind }) => kind !== 'address');
      await write(database(), editOf(1100 + n, 'village.create', {}, id), created(records));
    }
    const issue = (id: string) =>
      database()
        .db.transaction()
        .execute(async (trx) => {
          const change = created([{ ...sample.hallAddress, ...place }]);
          const refusal = await verifyChange(trx, id, change);
          if (!refusal) await saveChange(trx, id, change);
          return refusal?.code ?? 'issued';
        });
    expect((await Promise.all(villages.map(issue))).sort()).toEqual(['issued', 'plus-code-taken']);
  });
});
