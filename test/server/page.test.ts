import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { buildApp, type AppOptions } from '../../server/app.ts';
import { hashOfInputs } from '../../server/build/whenChanged.mjs';
import type { Database } from '../../server/db/open.ts';
import { outline } from '../../server/report.ts';

/** None of these requests reaches it; a database that is reached fails the test. */
const database = new Proxy({} as Database, {
  get: (_target, name) => {
    if (name === 'then') return undefined;
    throw new Error(`bí mật: the database was asked for ${String(name)}`);
  },
});
const options: AppOptions = {
  database,
  clock: () => new Date(),
  background: { kind: 'none', url: '', attribution: '' },
  distFolder: null,
  report: { event: () => undefined, failure: () => undefined },
};

describe('the page', () => {
  let folder = '';
  let app: FastifyInstance;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'so-nha-dist-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Số Nhà</title>');
    await writeFile(join(folder, 'assets', 'main-abc123.js'), 'plain');
    await writeFile(join(folder, 'assets', 'main-abc123.js.br'), 'brotli');
    await writeFile(join(folder, '.build-inputs'), 'hash');
    app = await buildApp({ ...options, distFolder: folder });
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  it('is given for every address inside it and always asked for again', async () => {
    for (const url of ['/', '/thon/abc', '/?sel=house:1']) {
      const answer = await app.inject(url);
      expect([url, answer.statusCode, answer.headers['cache-control']]).toEqual([url, 200, 'no-cache']);
      expect(answer.body).toContain('Số Nhà');
    }
  });

  it('hashed files are kept for ever and go out compressed once for all', async () => {
    const answer = await app.inject({ url: '/assets/main-abc123.js', headers: { 'accept-encoding': 'br' } });
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
    });
    expect(answer.headers['content-type']).toContain('javascript');
    expect(answer.body).toBe('brotli');
    expect((await app.inject('/assets/main-abc123.js')).body).toBe('plain');
  });

  it('what is not there is not found, and what is hidden stays so', async () => {
    for (const url of [
      '/assets/other.js',
      '/.build-inputs',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/api/none',
    ]) {
      const answer = await app.inject(url);
      expect([url, answer.statusCode]).toEqual([url, url === '/%2e%2e/package.json' ? answer.statusCode : 404]);
      expect(answer.body).not.toContain('"scripts"');
    }
  });

  it('strict headers on everything', async () => {
    for (const url of ['/', '/assets/main-abc123.js', '/healthz', '/api/none']) {
      const { headers } = await app.inject(url);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(policy).not.toContain('upgrade-insecure-requests');
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
    }
  });
});

describe('the background of the map', () => {
  const policyFor = async (url: string) => {
    const app = await buildApp({ ...options, background: { kind: 'raster', url, attribution: '' } });
    const policy = String((await app.inject('/healthz')).headers['content-security-policy']);
    await app.close();
    return /connect-src ([^;]*)/.exec(policy)![1];
  };
  it('may be loaded from its own origin only', async () => {
    expect(await policyFor('https://tile.openstreetmap.org/{z}/{x}/{y}.png')).toBe(
      "'self' https://tile.openstreetmap.org",
    );
    expect(await policyFor('https://{s}.tiles.vn/{z}/{x}/{y}.png')).toBe("'self' https://*.tiles.vn");
    expect(await policyFor('/background.pmtiles')).toBe("'self'");
    expect(await policyFor('')).toBe("'self'");
  });
  it('a local PMTiles file is given by ranges', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'so-nha-tiles-'));
    const file = join(folder, 'nen.pmtiles');
    await writeFile(file, '0123456789');
    const app = await buildApp({ ...options, backgroundFile: file });
    const answer = await app.inject({ url: '/background.pmtiles', headers: { range: 'bytes=2-4' } });
    expect([answer.statusCode, answer.body, answer.headers['content-range']]).toEqual([206, '234', 'bytes 2-4/10']);
    await app.close();
    await rm(folder, { recursive: true });
  });
});

describe('failures', () => {
  it('say that something failed and nothing more', async () => {
    const failures: unknown[] = [];
    const report = { event: () => undefined, failure: (error: unknown) => void failures.push(outline(error)) };
    const app = await buildApp({ ...options, report });
    const answer = await app.inject({ url: '/api/session', headers: { cookie: 'sonha=x' } });
    expect([answer.statusCode, answer.json().error.code]).toEqual([500, 'internal']);
    expect(answer.body).not.toContain('bí mật');
    expect(failures).toHaveLength(1);
    expect(JSON.stringify(failures)).not.toContain('bí mật');
    await app.close();
  });
  it('without a built client the page says so', async () => {
    const app = await buildApp(options);
    const answer = await app.inject('/');
    expect([answer.statusCode, answer.json().error.code]).toEqual([503, 'not-built']);
    await app.close();
  });
});

describe('the build', () => {
  it('is done again when an input has changed, and only then', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'so-nha-inputs-'));
    const write = (name: string, text: string) => writeFile(join(folder, name), text);
    await mkdir(join(folder, 'web'));
    await write('web/a.ts', '1');
    await write('vite.config.ts', '');
    const first = await hashOfInputs(folder, ['web', 'vite.config.ts', 'missing']);
    expect(await hashOfInputs(folder, ['web', 'vite.config.ts', 'missing'])).toBe(first);
    await write('README.md', 'x');
    expect(await hashOfInputs(folder, ['web', 'vite.config.ts', 'missing'])).toBe(first);
    await write('web/a.ts', '2');
    expect(await hashOfInputs(folder, ['web', 'vite.config.ts', 'missing'])).not.toBe(first);
    await write('web/a.ts', '1');
    expect(await hashOfInputs(folder, ['web', 'vite.config.ts', 'missing'])).toBe(first);
    await write('web/b.ts', '');
    expect(await hashOfInputs(folder, ['web', 'vite.config.ts', 'missing'])).not.toBe(first);
    await rm(folder, { recursive: true });
  });
});
