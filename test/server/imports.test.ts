import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultReadLimits } from '../../domain/formats/files/readLimits.ts';
import type { Role } from '../../domain/permissions.ts';
import { defaultImportLimits } from '../../server/imports/importJobs.ts';
import { createReader, defaultReaderLimits } from '../../server/imports/readerProcess.ts';
import { describeDatabases } from '../databases.ts';
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
  const { app, cookie } = useApp(context, { imports: limits });
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
