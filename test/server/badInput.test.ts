import { expect, it } from 'vitest';
import type { Camera } from '../../domain/records/camera.ts';
import { unsaidOfLamp } from '../../domain/records/lamp.ts';
import { describeDatabases } from '../databases.ts';
import { aCamera, at, idOf } from '../domain/builders.ts';
import { ids, newId, smallVillage, useApp, villageId } from './harness.ts';

const otherVillage = idOf(2);
const theirs = { road: idOf(111), house: idOf(121) };
const square = (west: number, south: number, size: number) => ({
  type: 'Polygon',
  coordinates: [
    [at(west, south), at(west + size, south), at(west + size, south + size), at(west, south + size), at(west, south)],
  ],
});
const lamp = {
  place: at(10, 3),
  owner: 'village',
  state: 'existing',
  heightMeters: 7,
  powerWatts: 60,
  ...unsaidOfLamp,
};
const house = { entrance: at(30, 8), footprint: null, use: 'residential', state: 'standing', name: null };
const road = { line: line(at(0, 100), at(80, 100)), class: 'road', name: null, parentRoadId: null, widthMeters: 4 };

function aCameraOf(fields: Partial<Camera>) {
  const { kind: _kind, version: _version, ...camera } = aCamera(at(10, 3), { id: idOf(900), ...fields });
  return camera;
}

function lampsAtOnce(count: number) {
  return Array.from({ length: count }, (_, n) => ({ id: idOf(900 + n), ...lamp }));
}

function line(...coordinates: unknown[]) {
  return { type: 'LineString', coordinates };
}

/** What is sent (kind, input, basis) → the status and code it gets. */
const badEdits: readonly [title: string, kind: string, input: unknown, basis: object, status: number, code: string][] =
  [
    ['an unknown field', 'lamp.add', { id: idOf(900), ...lamp, colour: 'red' }, {}, 400, 'invalid-input'],
    ['a missing field', 'lamp.add', { id: idOf(900), place: at(10, 3) }, {}, 400, 'invalid-input'],
    ['an unknown kind', 'lamp.explode', {}, {}, 400, 'invalid-input'],
    ['a kind of every object', 'constructor', {}, {}, 400, 'invalid-input'],
    ['a number as text', 'lamp.add', { id: idOf(900), ...lamp, powerWatts: '60' }, {}, 400, 'invalid-input'],
    ['a text as number', 'road.name', { id: ids.road, name: 5 }, { [ids.road]: 1 }, 400, 'invalid-input'],
    ['an input that is a list', 'road.name', [ids.road], {}, 400, 'invalid-input'],
    [
      'a lamp that lights nothing',
      'lamp.add',
      { id: idOf(900), ...lamp, litRadiusMeters: 0 },
      {},
      400,
      'invalid-input',
    ],
    ['a lamp outside', 'lamp.add', { id: idOf(900), ...lamp, place: at(3000, 0) }, {}, 422, 'outside-village'],
    [
      'a camera that sees nothing',
      'camera.add',
      aCameraOf({ horizontalFieldOfViewDegrees: 0 }),
      {},
      400,
      'invalid-input',
    ],
    [
      'a camera that sees 400°',
      'camera.add',
      aCameraOf({ horizontalFieldOfViewDegrees: 400 }),
      {},
      400,
      'invalid-input',
    ],
    ['a camera under the ground', 'camera.add', aCameraOf({ heightMeters: -3 }), {}, 400, 'invalid-input'],
    ['a camera outside', 'camera.add', aCameraOf({ place: at(0, -3000) }), {}, 422, 'outside-village'],
    ['51 lamps at once', 'lamp.addMany', { lamps: lampsAtOnce(51) }, {}, 400, 'invalid-input'],
    ['no cameras at once', 'camera.addMany', { cameras: [] }, {}, 400, 'invalid-input'],
    ['an id that is none', 'lamp.add', { id: 'lamp-1', ...lamp }, {}, 400, 'invalid-input'],
    ['a version of zero', 'road.name', { id: ids.road, name: 'Đường A' }, { [ids.road]: 0 }, 400, 'invalid-input'],
    ['a basis of other names', 'road.name', { id: ids.road, name: 'Đường A' }, { road: 1 }, 400, 'invalid-input'],
    ['a position out of range', 'lamp.add', { id: idOf(900), ...lamp, place: [105.8, 91] }, {}, 400, 'invalid-input'],
    ['a position of one number', 'lamp.add', { id: idOf(900), ...lamp, place: [105.8] }, {}, 400, 'invalid-input'],
    [
      'a position with a height',
      'lamp.add',
      { id: idOf(900), ...lamp, place: [105.8, 19.9, 3] },
      {},
      400,
      'invalid-input',
    ],
    [
      'a position of null (NaN in JSON)',
      'lamp.add',
      { id: idOf(900), ...lamp, place: [null, 19.9] },
      {},
      400,
      'invalid-input',
    ],
    ['a road of one point', 'road.draw', { id: idOf(900), ...road, line: line(at(0, 0)) }, {}, 400, 'invalid-input'],
    [
      'a road of one point twice',
      'road.draw',
      { id: idOf(900), ...road, line: line(at(0, 0), at(0, 0)) },
      {},
      422,
      'line-too-short',
    ],
    ['a NUL in a name', 'road.name', { id: ids.road, name: 'Đường\u0000A' }, { [ids.road]: 1 }, 400, 'invalid-input'],
    [
      'half a character in a name',
      'road.name',
      { id: ids.road, name: 'Đường \ud800' },
      { [ids.road]: 1 },
      400,
      'invalid-input',
    ],
    [
      'control characters in a name',
      'road.name',
      { id: ids.road, name: 'Đường\u0007A' },
      { [ids.road]: 1 },
      422,
      'text-control-character',
    ],
    [
      'a name written backwards',
      'road.name',
      { id: ids.road, name: 'Đường \u202eA' },
      { [ids.road]: 1 },
      422,
      'text-control-character',
    ],
    ['HTML in a name', 'road.name', { id: ids.road, name: 'Đường <img src=x>' }, { [ids.road]: 1 }, 422, 'text-markup'],
    [
      'a formula as a name',
      'road.name',
      { id: ids.road, name: '=HYPERLINK("http://x")' },
      { [ids.road]: 1 },
      422,
      'text-formula',
    ],
    [
      'a formula as a head’s name',
      'household.update',
      { id: ids.household, changes: { headName: '+84=1' } },
      { [ids.household]: 1 },
      422,
      'text-formula',
    ],
    ['an empty name', 'road.name', { id: ids.road, name: '' }, { [ids.road]: 1 }, 400, 'invalid-input'],
    ['a name of spaces', 'road.name', { id: ids.road, name: '   ' }, { [ids.road]: 1 }, 422, 'text-empty'],
    [
      'a name of 101 letters',
      'road.name',
      { id: ids.road, name: 'Đ'.repeat(101) },
      { [ids.road]: 1 },
      400,
      'invalid-input',
    ],
    [
      'a self-crossing footprint',
      'house.draw',
      {
        id: idOf(900),
        ...house,
        footprint: { type: 'Polygon', coordinates: [[at(0, 20), at(10, 30), at(10, 20), at(0, 30), at(0, 20)]] },
      },
      {},
      422,
      'polygon-crosses-itself',
    ],
    [
      'a footprint without area',
      'house.draw',
      {
        id: idOf(900),
        ...house,
        footprint: { type: 'Polygon', coordinates: [[at(0, 20), at(10, 20), at(20, 20), at(0, 20)]] },
      },
      {},
      422,
      'polygon-no-area',
    ],
    [
      'an open footprint',
      'house.draw',
      {
        id: idOf(900),
        ...house,
        footprint: { type: 'Polygon', coordinates: [[at(0, 20), at(10, 20), at(10, 30), at(0, 30)]] },
      },
      {},
      422,
      'polygon-not-closed',
    ],
    [
      'a house far outside',
      'house.draw',
      { id: idOf(900), ...house, entrance: at(3000, 0) },
      {},
      422,
      'outside-village',
    ],
    [
      'a boundary that leaves the houses out',
      'village.update',
      { id: villageId, changes: { boundary: square(-400, -400, 20) } },
      { [villageId]: 1 },
      422,
      'outside-village',
    ],
    ['a stale version', 'road.name', { id: ids.road, name: 'Đường A' }, { [ids.road]: 7 }, 409, 'stale-version'],
    ['no basis', 'road.name', { id: ids.road, name: 'Đường A' }, {}, 422, 'basis-missing'],
    [
      'a record of another village',
      'road.name',
      { id: theirs.road, name: 'Đường A' },
      { [theirs.road]: 1 },
      404,
      'record-missing',
    ],
    [
      'a reference into another village',
      'household.add',
      { id: idOf(900), houseId: theirs.house, ordinal: 3, headName: null, phone: null, surveyAnswers: {} },
      {},
      422,
      'reference-missing',
    ],
    [
      'the village itself of another',
      'village.update',
      { id: otherVillage, changes: { name: 'Thôn A' } },
      { [otherVillage]: 1 },
      404,
      'record-missing',
    ],
    [
      'a coordinate of a million degrees',
      'lamp.add',
      { id: idOf(900), ...lamp, place: at(1e12, 0) },
      {},
      400,
      'invalid-input',
    ],
    ['a road that is there', 'road.draw', { id: ids.road, ...road }, {}, 422, 'record-exists'],
    ['a plan nobody saw', 'numbering.apply', { roadIds: null, digest: 'x' }, {}, 409, 'preview-outdated'],
    [
      'a thirteenth month',
      'address.issue',
      {
        addressIds: [idOf(950)],
        decision: { id: idOf(951), number: '1/QĐ', date: '2022-13-01', signatory: 'A', scope: 'B' },
      },
      {},
      400,
      'invalid-input',
    ],
    [
      'a 31 February',
      'externalCode.record',
      { id: idOf(900), houseId: ids.house, scheme: 'vnpt', value: 'A1', issuedBy: 'VNPT', issuedOn: '2022-02-31' },
      {},
      422,
      'date-not-real',
    ],
    [
      'nothing to issue',
      'address.issue',
      { addressIds: [], decision: { id: idOf(951), number: '1/QĐ', date: '2022-10-01', signatory: 'A', scope: 'B' } },
      {},
      400,
      'invalid-input',
    ],
  ];

describeDatabases('bad input gets its status and code, and nothing is written', (context) => {
  const { as, app, cookie, stored, makeVillage } = useApp(context);

  it('two villages are there', async () => {
    const records = smallVillage();
    const house = { ...records.houses![0]!, id: theirs.house };
    await makeVillage(otherVillage, { roads: [{ ...records.roads![0]!, id: theirs.road }], houses: [house] });
    expect(await stored(otherVillage)).toContain(theirs.house);
  });

  for (const [title, kind, input, basis, status, code] of badEdits) {
    it(title, async () => {
      const before = [await stored(), await stored(otherVillage)];
      const answer = await as('admin').post(`/api/villages/${villageId}/edits`, { id: newId(), kind, input, basis });
      expect([answer.statusCode, answer.json().error.code]).toEqual([status, code]);
      expect(answer.json().error.message).not.toBe('');
      if (status !== 400) expect(answer.json().refusal.code).toBe(code);
      expect([await stored(), await stored(otherVillage)]).toEqual(before);
    });
  }

  const raw = (payload: string, headers: Record<string, string> = {}) =>
    app().inject({
      method: 'POST',
      url: `/api/villages/${villageId}/edits`,
      headers: { cookie: cookie('admin'), 'content-type': 'application/json', ...headers },
      payload,
    });
  const lampText = (place: string) =>
    `{"id":"${newId()}","kind":"lamp.add","basis":{},"input":${JSON.stringify({ id: newId(), ...lamp }).replace(/\[[^\]]*\]/, place)}}`;

  it.each([
    ['NaN', lampText('[NaN, 19.97]'), 400, 'invalid-input'],
    ['1e400', lampText('[1e400, 19.97]'), 400, 'invalid-input'],
    ['no JSON', '{"id":', 400, 'invalid-input'],
    ['nothing', '', 400, 'invalid-input'],
    ['a body that is a text', '"x"', 400, 'invalid-input'],
    ['a prototype', '{"__proto__":{"admin":true}}', 400, 'invalid-input'],
    ['ten thousand brackets', '['.repeat(10_000) + ']'.repeat(10_000), 400, 'invalid-input'],
    ['10 MB', `"${'x'.repeat(10 * 1024 * 1024)}"`, 413, 'body-too-large'],
  ])('%s', async (_title, payload, status, code) => {
    const before = await stored();
    const answer = await raw(payload);
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code]);
    expect(Object.keys(answer.json())).toEqual(['error']);
    expect(await stored()).toBe(before);
  });

  it('what is not JSON is not read', async () => {
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/xml'];
    for (const type of types) {
      const answer = await raw(lampText('[105.788,19.97]'), { 'content-type': type });
      expect([type, answer.statusCode, answer.json().error.code]).toEqual([type, 415, 'unsupported-media-type']);
    }
  });

  it('the path to the offending value is told, the value is not', async () => {
    const input = { id: newId(), ...lamp, place: [105.788, 'bí mật'] };
    const answer = await as('admin').post(`/api/villages/${villageId}/edits`, {
      id: newId(),
      kind: 'lamp.add',
      input,
      basis: {},
    });
    expect(answer.json().error.path).toBe('/input/place/1');
    expect(answer.body).not.toContain('bí mật');
  });

  it('an address that is none is not found', async () => {
    for (const url of [
      '/api/nothing',
      `/api/villages/${villageId}/nothing`,
      '/api/villages/1',
      '/x.js',
      '/.build-inputs',
    ]) {
      const { statusCode } = await as('admin').get(url);
      expect([url, statusCode >= 400 && statusCode < 500]).toEqual([url, true]);
    }
  });
});
