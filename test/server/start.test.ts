import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/db/open.ts';
import { LaunchError } from '../../server/errors.ts';
import { checkPort } from '../../server/port.ts';
import { testDatabase } from '../databases.ts';

const projectFolder = resolve(import.meta.dirname, '../..');

interface Run {
  readonly exitCode: number | null;
  readonly output: string;
  /** Lines on stderr: why it stopped. */
  readonly reasons: string[];
}

/** `npm start` without npm. */
function start(args: readonly string[], environment: Record<string, string> = {}): Promise<Run> {
  const { DATABASE_URL: _outer, PORT: _port, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--liftoff-only', 'server/start.mjs', ...args], {
    cwd: projectFolder,
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((done) => {
    child.once('close', (exitCode) => done({ exitCode, output, reasons: errors.split('\n').filter(Boolean) }));
  });
}

describe('what keeps the product from starting is one clear line and a non-zero exit', () => {
  let folder = '';
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'so-nha-start-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const refused = async (
    args: readonly string[],
    environment: Record<string, string>,
    reason: RegExp,
    exitCode = 1,
  ) => {
    const data = join(folder, 'data');
    const run = await start(['--port', '0', '--data', data, ...args], environment);
    expect(run.reasons).toEqual([expect.stringMatching(reason)]);
    expect(run.exitCode).toBe(exitCode);
    expect(existsSync(data)).toBe(false);
  };

  it('an unknown flag', () => refused(['--prot', '80'], {}, /Không hiểu tuỳ chọn.*--help/, 2));
  it('a port that is no number', () => refused(['--port', '80a'], {}, /Cổng phải là số/));
  it('a background that is not there', () => refused([], { SONHA_BACKGROUND: 'none.pmtiles' }, /không có tệp/));
  it('a host this machine has not', () => refused(['--host', '203.0.113.7'], {}, /không có địa chỉ "203\.0\.113\.7"/));
  it('a database URL of another kind', () =>
    refused([], { DATABASE_URL: 'mysql://localhost/x' }, /DATABASE_URL|postgres:\/\//));
  it('a database server that does not answer', () =>
    refused([], { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }, /127\.0\.0\.1/));

  it('a port in use, found before anything is written', async () => {
    const other = createServer();
    await new Promise<void>((ready) => other.listen({ port: 0, host: '127.0.0.1' }, ready));
    const { port } = other.address() as AddressInfo;
    await refused(['--port', String(port)], {}, new RegExp(`Cổng ${port} đang được chương trình khác dùng`));
    other.close();
  });

  it('a second process on the same embedded folder', async () => {
    const { target, remove } = await testDatabase('pglite');
    if (target.kind !== 'pglite') throw new Error('an embedded one was asked for');
    const first = await openDatabase(target, () => undefined);
    const run = await start(['--port', '0', '--data', dirname(target.folder)]);
    expect(run.reasons).toEqual([expect.stringContaining('đang được')]);
    expect(run.exitCode).toBe(1);
    await first.close();
    await remove();
  });

  it('--help tells and ends well', async () => {
    const run = await start(['--help']);
    expect([run.exitCode, run.reasons]).toEqual([0, []]);
    for (const word of ['--empty', '--port', '--host', '--data', 'DATABASE_URL', 'SONHA_SAMPLE_PASSWORD']) {
      expect(run.output).toContain(word);
    }
  });
});

describe('settings', () => {
  const config = (args: readonly string[], environment: Record<string, string> = {}) => {
    const read = readConfig(args, environment);
    if (read === 'help') throw new Error('help was not asked for');
    return read;
  };
  it('have defaults that keep to this machine', () => {
    expect(config([])).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      empty: false,
      trustProxy: false,
      target: { kind: 'pglite', folder: join(projectFolder, 'var', 'database') },
      background: { kind: 'raster', url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png' },
    });
  });
  it('a flag goes before a variable', () => {
    expect(config(['--port', '81'], { PORT: '82' }).port).toBe(81);
    expect(config([], { PORT: '82' }).port).toBe(82);
  });
  it('a database URL goes before a folder', () => {
    const target = config(['--data', '/x'], { DATABASE_URL: 'postgres://a@b/c' }).target;
    expect(target).toEqual({ kind: 'postgres', url: 'postgres://a@b/c' });
  });
  it('a background is none, a raster or PMTiles', () => {
    const kindOf = (value: string) => config([], { SONHA_BACKGROUND: value }).background.kind;
    expect(['none', 'osm', 'https://a.vn/{z}/{x}/{y}.png', 'https://a.vn/nen.pmtiles'].map(kindOf)).toEqual([
      'none',
      'raster',
      'raster',
      'pmtiles',
    ]);
  });
  it('a port that is free is free', async () => {
    await checkPort('127.0.0.1', 0);
    await expect(checkPort('203.0.113.7', 0)).rejects.toBeInstanceOf(LaunchError);
  });
});
