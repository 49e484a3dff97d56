import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { OwnerConnection } from '../../../server/db/connection.ts';
import { readMigrations } from '../../../server/db/migrations.ts';
import { openDatabase, openOwned, type DatabaseTarget } from '../../../server/db/open.ts';
import { checkServer } from '../../../server/db/postgres/checkServer.ts';
import { StartupError } from '../../../server/db/startupError.ts';
import { describeDatabases, postgresHere, testDatabase } from '../../databases.ts';
import { freePort } from '../../postgresServer.ts';

const silent = () => undefined;

async function failureOf(opening: Promise<{ close(): Promise<void> }>): Promise<StartupError> {
  const error: unknown = await opening.then(
    async (opened) => opened.close(),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof StartupError)) throw new Error(`expected a StartupError, got ${String(error)}`);
  expect(error.message).not.toContain('\n');
  return error;
}

const changeOf = async (target: DatabaseTarget, ...statements: string[]) => {
  const owned = await openOwned(target, silent);
  for (const statement of statements) await owned.connection.query(statement);
  await owned.close();
};
const fromTheFuture = `INSERT INTO migrations (name, sha256) VALUES ('9999_from_the_future.sql', 'x')`;

describeDatabases('migrations', ({ database }) => {
  it('are all applied, in order, with their hashes', async () => {
    const known = (await readMigrations()).map(({ name, sha256 }) => ({ name, sha256 }));
    const { rows } = await sql`SELECT name, sha256 FROM migrations ORDER BY name`.execute(database().db);
    expect(rows).toEqual(known);
    expect(known.map(({ name }) => Number(name.slice(0, 4)))).toEqual(known.map((_, n) => n + 1));
  });
});

describe('the embedded database', { timeout: 180_000 }, () => {
  it('newer than the code: refused and left alone', async () => {
    const { target, remove } = await testDatabase('pglite');
    await changeOf(target, fromTheFuture);
    expect((await failureOf(openDatabase(target, silent))).code).toBe('database-newer');
    await remove();
  });

  it('in use by another process: refused in one line; free again when that is killed', async () => {
    const { target, remove } = await testDatabase('pglite');
    if (target.kind !== 'pglite') throw new Error('embedded');
    const holder = spawn(
      process.execPath,
      [
        '--liftoff-only',
        '--import',
        'tsx',
        fileURLToPath(new URL('./pglite/holder.ts', import.meta.url)),
        target.folder,
      ],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    const refused = await failureOf(openDatabase(target, silent));
    expect(refused.code).toBe('folder-in-use');
    expect(refused.message).toContain(String(holder.pid));
    holder.kill('SIGKILL');
    await new Promise((resolve) => holder.once('close', resolve));
    const opened = await openDatabase(target, silent);
    // In this process too, only once at a time.
    expect((await failureOf(openDatabase(target, silent))).code).toBe('folder-in-use');
    await opened.close();
    await (await openDatabase(target, silent)).close();
    await remove();
  });

  it('of another version, or in a place that is no folder: refused, untouched', async () => {
    const { target, remove } = await testDatabase('pglite');
    if (target.kind !== 'pglite') throw new Error('embedded');
    const versionFile = join(target.folder, 'data/PG_VERSION');
    await writeFile(versionFile, '17\n');
    expect((await failureOf(openDatabase(target, silent))).code).toBe('folder-other-version');
    expect(await readFile(versionFile, 'utf8')).toBe('17\n');
    const inFile: DatabaseTarget = { kind: 'pglite', folder: versionFile };
    expect((await failureOf(openDatabase(inFile, silent))).code).toBe('folder-unusable');
    await remove();
  });

  it('damaged: one line, no hang', async () => {
    const { target, remove } = await testDatabase('pglite');
    if (target.kind !== 'pglite') throw new Error('embedded');
    await writeFile(join(target.folder, 'data/global/pg_control'), 'x'.repeat(8192));
    expect((await failureOf(openDatabase(target, silent))).code).toBe('database-broken');
    await remove();
  });

  it('a first start that was killed midway leaves nothing in the way', async () => {
    const { target, remove } = await testDatabase('pglite');
    if (target.kind !== 'pglite') throw new Error('embedded');
    const parent = await mkdtemp(join(tmpdir(), 'so-nha-test-'));
    const folder = join(parent, 'database');
    await cp(join(target.folder, 'data/base'), join(folder, 'data.creating/base'), { recursive: true });
    const opened = await openDatabase({ kind: 'pglite', folder }, silent);
    expect((await sql`SELECT 1 AS one`.execute(opened.db)).rows).toEqual([{ one: 1 }]);
    await opened.close();
    await remove();
    await rm(parent, { recursive: true });
  });
});

describe.skipIf(!postgresHere)('a PostgreSQL server', () => {
  const adminUrl = async () => {
    const made = await testDatabase('postgres', 'empty');
    if (made.target.kind !== 'postgres') throw new Error('a server');
    return { ...made, url: made.target.url };
  };
  const open = (url: string) => openDatabase({ kind: 'postgres', url }, silent);
  const run = async (url: string, ...statements: string[]) => {
    const client = new pg.Client(url);
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  const withAccount = (url: string, name: string, password: string) => {
    const changed = new URL(url);
    Object.assign(changed, { username: name, password });
    return changed.href;
  };

  it('not there, or a URL that is none', async () => {
    const port = await freePort();
    const away = await failureOf(open(`postgres://someone:s3cret@127.0.0.1:${port}/x`));
    expect(away.code).toBe('server-unreachable');
    expect(away.message).toContain(`127.0.0.1:${port}`);
    expect(away.message).not.toContain('s3cret');
    for (const url of ['', 'somewhere', 'mysql://localhost/x'])
      expect((await failureOf(open(url))).code).toBe('url-malformed');
  });

  it('without that database, or with another password', async () => {
    const { url, remove } = await adminUrl();
    expect((await failureOf(open(`${url}_none`))).code).toBe('database-missing');
    const account = 'sonha_password';
    await run(url, `DROP ROLE IF EXISTS ${account}`, `CREATE ROLE ${account} LOGIN PASSWORD 'right'`);
    expect((await failureOf(open(withAccount(url, account, 'wrong')))).code).toBe('sign-in-refused');
    await run(url, `DROP ROLE ${account}`);
    await remove();
  });

  it('without PostGIS, for an account that may not add it: nothing is written', async () => {
    const { url, remove } = await adminUrl();
    const account = `sonha_plain_${process.pid}`;
    await run(url, `CREATE ROLE ${account} LOGIN PASSWORD 'right'`, `GRANT CREATE ON SCHEMA public TO ${account}`);
    expect((await failureOf(open(withAccount(url, account, 'right')))).code).toBe('postgis-missing');
    await run(url, `DROP OWNED BY ${account}`, `DROP ROLE ${account}`);
    await remove();
  });

  it('an account that is no superuser is enough where PostGIS and the role are there', async () => {
    const { url, remove } = await adminUrl();
    await (await openOwned({ kind: 'postgres', url }, silent)).close();
    const account = `sonha_owner_${process.pid}`;
    await run(url, `CREATE ROLE ${account} LOGIN PASSWORD 'right'`, `GRANT CREATE ON SCHEMA public TO ${account}`);
    const refused = await failureOf(open(withAccount(url, account, 'right')));
    expect(refused.code).toBe('role-not-permitted');
    await run(url, `GRANT sonha_app TO ${account}`);
    await (await open(withAccount(url, account, 'right'))).close();
    await run(url, `DROP OWNED BY ${account} CASCADE`, `DROP ROLE ${account}`);
    await remove();
  });

  it('newer than the code, or migrated by other code: refused and left alone', async () => {
    const { target, remove } = await testDatabase('postgres');
    await changeOf(target, fromTheFuture);
    const newer = await failureOf(openDatabase(target, silent));
    expect(newer.code).toBe('database-newer');
    expect(newer.message).toContain('9999_from_the_future');
    await changeOf(target, `DELETE FROM migrations WHERE name LIKE '9999%'`, `UPDATE migrations SET sha256 = 'y'`);
    expect((await failureOf(openDatabase(target, silent))).code).toBe('migration-altered');
    await remove();
  });

  it('too old, with too old a PostGIS or with none', async () => {
    const answering = (server: string, postgis: object[]): OwnerConnection => ({
      query: async <Row>(statement: string) =>
        (statement.includes('server_version') ? [{ number: server, version: '14.9' }] : postgis) as Row[],
      script: async () => undefined,
    });
    const codeOf = (connection: OwnerConnection) =>
      checkServer(connection).catch((error: unknown) => (error as StartupError).code);
    expect(await codeOf(answering('140009', []))).toBe('server-too-old');
    expect(await codeOf(answering('150004', []))).toBe('postgis-missing');
    expect(await codeOf(answering('150004', [{ available: '3.2.1', installed: '3.2.1' }]))).toBe('postgis-too-old');
  });

  it('two starts at the same moment on an empty database: both succeed, migrated once', async () => {
    const { url, remove } = await adminUrl();
    const both = await Promise.all([open(url), open(url)]);
    const { rows } = await sql`SELECT name FROM migrations`.execute(both[0].db);
    expect(rows).toHaveLength((await readMigrations()).length);
    await Promise.all(both.map((opened) => opened.close()));
    await remove();
  });
});
