import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import type { FileRow } from '../../domain/formats/files/fileFormat.ts';
import { defaultReadLimits } from '../../domain/formats/files/readLimits.ts';
import { kindOf } from '../../domain/formats/imports/kinds.ts';
import { cadastralGrid105, toGrid } from '../../domain/geometry/vn2000.ts';
import type { Role } from '../../domain/permissions.ts';
import { defaultImportLimits, defaultReaderLimits } from '../../server/imports/importLimits.ts';
import { createReader } from '../../server/imports/readerProcess.ts';
import { loadWorld } from '../../server/db/villages.ts';
import { describeDatabases } from '../databases.ts';
import { at, idOf } from '../domain/builders.ts';
import { newId, useApp, villageId } from './harness.ts';

interface Told {
  readonly id: string;
  readonly state: string;
  readonly receivedBytes: number;
  readonly rowCount: number;
  readonly fault: { readonly code: string; readonly row: number | null } | null;
  readonly read: {
    readonly format: string;
    readonly sha256: string;
    readonly tables: readonly {
      readonly columns: readonly string[];
      readonly rowCount: number;
      readonly pageCount: number;
    }[];
  } | null;
}

const list = (rows: number) =>
  `STT;Họ tên chủ hộ;Số điện thoại\r\n${Array.from({ length: rows }, (_, i) => `${i + 1};Nguyễn Văn ${i};0912345678\r\n`).join('')}`;

describeDatabases('files to be taken in', (context) => {
  const limits = {
    ...defaultImportLimits,
    read: { ...defaultReadLimits, bytes: 3 * 1024 * 1024 },
    reader: { ...defaultImportLimits.reader, deadlineMs: 20_000 },
  };
  const { app, cookie, as, database } = useApp(context, { imports: limits });
  const base = `/api/villages/${villageId}/imports`;

  const send = (role: Role, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object | Buffer) =>
    app().inject({
      method,
      url,
      headers: {
        cookie: cookie(role),
        ...(payload === undefined
          ? {}
          : { 'content-type': Buffer.isBuffer(payload) ? 'application/octet-stream' : 'application/json' }),
      },
      ...(payload === undefined ? {} : { payload }),
    });

  async function sent(role: Role, name: string, content: string | Buffer): Promise<Told> {
    const bytes = Buffer.from(content);
    const id = newId();
    expect((await send(role, 'POST', base, { id, name, size: bytes.length })).statusCode).toBe(201);
    const half = Math.ceil(bytes.length / 2);
    for (const from of [0, half]) {
      const piece = await send(role, 'PUT', `${base}/${id}/bytes?from=${from}`, bytes.subarray(from, from + half));
      if (from < bytes.length) expect(piece.statusCode).toBe(200);
    }
    return ended(role, id);
  }

  async function ended(role: Role, id: string): Promise<Told> {
    for (;;) {
      const told = (await send(role, 'GET', `${base}/${id}`)).json<Told>();
      if (!['receiving', 'waiting', 'reading'].includes(told.state)) return told;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  afterEach(async () => {
    for (const role of ['head', 'officer'] as const) {
      const { imports } = (await send(role, 'GET', base)).json<{ imports: Told[] }>();
      for (const { id } of imports) await send(role, 'DELETE', `${base}/${id}`);
    }
  });

  it('are read and looked at page by page; a page that is loaded again finds them', async () => {
    const { id, state, read, rowCount } = await sent('head', 'hộ.csv', list(1200));
    expect([state, rowCount]).toEqual(['read', 1200]);
    expect(read).toMatchObject({ format: 'csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(read!.tables).toMatchObject([
      { columns: ['STT', 'Họ tên chủ hộ', 'Số điện thoại'], rowCount: 1200, pageCount: 3 },
    ]);
    const last = (await send('head', 'GET', `${base}/${id}/tables/0/pages/2`)).json<
      { row: number; cells: string[] }[]
    >();
    expect(last).toHaveLength(200);
    expect(last.at(-1)).toMatchObject({ row: 1201, cells: ['1200', 'Nguyễn Văn 1199', '0912345678'] });
    const { imports } = (await send('head', 'GET', base)).json<{ imports: Told[] }>();
    expect(imports.map((one) => one.id)).toEqual([id]);
    expect((await send('head', 'GET', `${base}/${id}/tables/0/pages/3`)).statusCode).toBe(404);
  });

  it('come in pieces, each where the last one ended, and one sent twice is harmless', async () => {
    const bytes = Buffer.from(list(10));
    const id = newId();
    await send('head', 'POST', base, { id, name: 'a.csv', size: bytes.length });
    const piece = (from: number, to: number) =>
      send('head', 'PUT', `${base}/${id}/bytes?from=${from}`, bytes.subarray(from, to));
    expect((await piece(0, 20)).json<Told>()).toMatchObject({ state: 'receiving', receivedBytes: 20 });
    expect((await piece(0, 20)).json<Told>()).toMatchObject({ receivedBytes: 20 });
    expect((await piece(40, 60)).statusCode).toBe(400);
    expect((await send('head', 'POST', base, { id, name: 'a.csv', size: bytes.length })).json<Told>()).toMatchObject({
      receivedBytes: 20,
    });
    await piece(20, bytes.length);
    expect(await ended('head', id)).toMatchObject({ state: 'read', rowCount: 10 });
  });

  it('go on where they were when the line breaks off within a piece', async () => {
    const bytes = Buffer.from(list(1000));
    const id = newId();
    await send('head', 'POST', base, { id, name: 'a.csv', size: bytes.length });
    await app().listen({ port: 0 });
    const { port } = app().server.address() as AddressInfo;
    const headers = { cookie: cookie('head'), 'content-type': 'application/octet-stream' };
    const line = request({
      port,
      method: 'PUT',
      path: `${base}/${id}/bytes?from=0`,
      headers: { ...headers, 'content-length': bytes.length },
    });
    const broken = once(line, 'error');
    line.write(bytes.subarray(0, 5000), () => line.destroy(new Error('the line broke off')));
    await broken;
    expect((await send('head', 'GET', `${base}/${id}`)).json<Told>()).toMatchObject({
      state: 'receiving',
      receivedBytes: 0,
    });
    await send('head', 'PUT', `${base}/${id}/bytes?from=0`, bytes);
    expect(await ended('head', id)).toMatchObject({ state: 'read', rowCount: 1000 });
  });

  it('are refused a piece that is too large or does not say how large it is', async () => {
    const id = newId();
    await send('head', 'POST', base, { id, name: 'a.csv', size: 3 * 1024 * 1024 });
    const url = `${base}/${id}/bytes?from=0`;
    expect((await send('head', 'PUT', url, Buffer.alloc(2 * 1024 * 1024 + 1, 65))).statusCode).toBe(413);
    const headers = { cookie: cookie('head'), 'content-type': 'application/octet-stream' };
    const unsized = await app().inject({ method: 'PUT', url, headers, payload: Readable.from([Buffer.from('a;b')]) });
    expect(unsized.statusCode).toBe(400);
  });

  it('are refused with their place, and nothing of them stays', async () => {
    const twice = await sent('officer', 'hai.csv', 'STT,Tên,Tên\n1,a,b\n');
    expect(twice).toMatchObject({ state: 'refused', fault: { code: 'heading-twice' }, read: null });
    const noise = await sent('officer', 'ảnh.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 255, 254]));
    expect(noise).toMatchObject({ state: 'refused', read: null });
    expect((await send('officer', 'GET', `${base}/${noise.id}/tables/0/pages/0`)).statusCode).toBe(404);
  });

  it('are refused before they are sent when they are too large or empty', async () => {
    const begin = (size: number) => send('head', 'POST', base, { id: newId(), name: 'a.csv', size });
    expect((await begin(4 * 1024 * 1024)).statusCode).toBe(413);
    expect((await begin(0)).statusCode).toBe(422);
  });

  it('are for those at work, and each sees his own', async () => {
    for (const role of ['viewer', 'telecom'] as const) {
      expect((await send(role, 'POST', base, { id: newId(), name: 'a.csv', size: 5 })).statusCode).toBe(403);
      expect((await send(role, 'GET', base)).statusCode).toBe(403);
    }
    const { id } = await sent('head', 'a.csv', list(1));
    expect((await send('officer', 'GET', `${base}/${id}`)).statusCode).toBe(404);
    expect((await send('officer', 'DELETE', `${base}/${id}`)).statusCode).toBe(404);
    expect((await send('officer', 'GET', base)).json()).toEqual({ imports: [] });
  });

  it('of shapes are read by where the village lies, and what is taken of them is an edit', async () => {
    const since = { validFrom: '2025-07-01', validTo: null };
    const currentUnits = [{ level: 'province', code: '38', name: 'Tỉnh Thanh Hóa', ...since } as const];
    const update = { id: villageId, changes: { currentUnits } };
    expect((await as('officer').edit('village.update', update, { basis: { [villageId]: 1 } })).statusCode).toBe(200);
    // A house 60 m east and 20 m north of the middle, in metres of the cadastre, no system told.
    const [x, y] = [at(60, 20), at(70, 20), at(70, 30), at(60, 20)]
      .map((place) => toGrid(cadastralGrid105, place))
      .reduce<[number[], number[]]>(
        ([xs, ys], { eastMeters, northMeters }) => [
          [...xs, eastMeters],
          [...ys, northMeters],
        ],
        [[], []],
      );
    const geometry = { type: 'Polygon', coordinates: [x.map((east, index) => [east, y[index]])] };
    const feature = { type: 'Feature', properties: { name: 'Nhà văn hoá' }, geometry };
    const json = JSON.stringify({ type: 'FeatureCollection', features: [feature] });
    const { id, read } = await sent('head', 'nhà.geojson', json);
    expect(read).toMatchObject({ notes: [{ code: 'from-vn2000' }, { code: 'reference-system-assumed' }] });
    const rows = (await send('head', 'GET', `${base}/${id}/tables/0/pages/0`)).json<FileRow[]>();
    const world = await loadWorld(database().db, villageId);
    const { edit, gone } = kindOf('house').preview(world, {
      ...{ columns: ['name'], rows, choice: { name: 0 }, isKept: () => false, answers: new Map() },
      idOf: () => newId(),
    });
    expect(gone).toHaveLength(3);
    const { kind, input } = edit('nhà.geojson', false);
    expect((await as('viewer').edit(kind, input as never)).statusCode).toBe(403);
    const answer = await as('head').edit(kind, input);
    expect(answer.statusCode).toBe(200);
    const { change } = answer.json<{
      change: { created: { name: string; footprint: { coordinates: number[][][] } }[] };
    }>();
    expect(change.created).toMatchObject([{ name: 'Nhà văn hoá' }]);
    expect(change.created[0]!.footprint.coordinates[0]![0]![0]).toBeCloseTo(at(60, 20)[0], 6);
    // Most of the houses may only be taken away by the commune.
    const loss = { source: 'a', added: [], changed: [], goneIds: [idOf(23)] };
    const basis = { [idOf(23)]: 1 };
    expect((await as('head').edit('house.replace', loss, { basis })).statusCode).toBe(403);
  });

  it('are gone when dropped, also while they are read', async () => {
    const bytes = Buffer.from(list(40_000));
    const id = newId();
    await send('head', 'POST', base, { id, name: 'a.csv', size: bytes.length });
    await send('head', 'PUT', `${base}/${id}/bytes?from=0`, bytes);
    expect((await send('head', 'DELETE', `${base}/${id}`)).statusCode).toBe(204);
    expect((await send('head', 'GET', `${base}/${id}`)).statusCode).toBe(404);
    expect(await sent('head', 'b.csv', list(2))).toMatchObject({ state: 'read', rowCount: 2 });
  });
});

describe('the reader of files', () => {
  it.each([
    ['too long', { deadlineMs: 1, memoryMb: 1000 }, 'took-too-long'],
    ['too much memory', { deadlineMs: 20_000, memoryMb: 20 }, 'took-too-much-memory'],
  ] as const)('that takes %s is ended, and the next file is read all the same', async (_, hard, code) => {
    const folder = await mkdtemp(join(tmpdir(), 'so-nha-reader-'));
    const path = join(folder, 'a.csv');
    await writeFile(path, list(30_000));
    const order = { path, rowsPath: join(folder, 'rows'), name: 'a.csv', limits: defaultReadLimits };
    const nobody = new AbortController().signal;
    const strict = createReader({ ...hard, idleMs: 1000 });
    expect(await strict.read(order, nobody, () => undefined)).toMatchObject({ refused: { code } });
    strict.close();
    const usual = createReader({ ...defaultReaderLimits, idleMs: 1000 });
    const outcome = await usual.read(order, nobody, () => undefined);
    expect(outcome).toMatchObject({ read: { tables: [{ rowCount: 30_000 }] } });
    usual.close();
    await rm(folder, { recursive: true });
  });
});
