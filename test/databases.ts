/** Real databases for the tests: each test file gets its own, migrated, on both engines. */
import { randomUUID } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { createHash } from 'node:crypto';
import { readMigrations } from '../server/db/migrations.ts';
import { openDatabase, type Database, type DatabaseTarget } from '../server/db/open.ts';
import { startPostgres, type PostgresServer } from './postgresServer.ts';

export type Engine = Database['engine'];

export interface TestDatabase {
  readonly target: DatabaseTarget;
  remove(): Promise<void>;
}

const silent = () => undefined;
let server: Promise<PostgresServer | null> | undefined;

/** Started when first asked for and stopped by `afterAll`, unless TEST_DATABASE_URL names one that is there. */
const postgres = () => (server ??= startPostgres());

export const postgresAvailable = async (): Promise<boolean> => (await postgres()) !== null;

/** Where a database can be made: a new empty one, or one migrated already. */
export async function testDatabase(engine: Engine, state: 'empty' | 'migrated' = 'migrated'): Promise<TestDatabase> {
  if (engine === 'pglite') return embedded(state);
  const found = await postgres();
  if (!found) throw new Error('no PostgreSQL here');
  const name = `sonha_test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(found.url, `CREATE DATABASE ${name}`);
  const url = new URL(found.url);
  url.pathname = `/${name}`;
  const target: DatabaseTarget = { kind: 'postgres', url: url.href };
  if (state === 'migrated') await (await openDatabase(target, silent)).close();
  return { target, remove: () => asAdministrator(found.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

export interface DatabaseContext {
  readonly engine: Engine;
  readonly target: () => DatabaseTarget;
  readonly database: () => Database;
}

/** The same tests on each engine that is here; where PostgreSQL cannot be had its tests are shown as skipped. */
export function describeDatabases(title: string, body: (context: DatabaseContext) => void): void {
  for (const engine of ['pglite', 'postgres'] as const) {
    const suite = engine === 'postgres' && !postgresHere ? describe.skip : describe;
    suite(`${title} (${engine})`, () => {
      let made: TestDatabase | undefined;
      let opened: Database | undefined;
      beforeAll(async () => {
        made = await testDatabase(engine);
        opened = await openDatabase(made.target, silent);
      });
      afterAll(async () => {
        await opened?.close();
        await made?.remove();
      });
      const given = <T>(value: T | undefined): T => {
        if (value === undefined) throw new Error('the database is opened in beforeAll');
        return value;
      };
      body({ engine, target: () => given(made).target, database: () => given(opened) });
    });
  }
}

async function embedded(state: 'empty' | 'migrated'): Promise<TestDatabase> {
  const parent = await mkdtemp(join(tmpdir(), 'so-nha-test-'));
  const folder = join(parent, 'database');
  if (state === 'migrated') await copyFolder(await embeddedTemplate(), folder);
  return { target: { kind: 'pglite', folder }, remove: () => rm(parent, { recursive: true, force: true }) };
}

/**
 * A migrated folder, made once for these migrations and copied from then on: making one takes ten seconds.
 * Several test processes may want it at once; one makes it, the others wait.
 */
export async function embeddedTemplate(): Promise<string> {
  const migrations = await readMigrations();
  const made = `pglite 0.5.8 ${migrations.map(({ name, sha256 }) => `${name} ${sha256}`).join(' ')}`;
  const template = join(tmpdir(), `so-nha-template-${createHash('sha256').update(made).digest('hex').slice(0, 16)}`);
  const claim = `${template}.claim`;
  while (!existsSync(template)) {
    if (await claimed(claim)) {
      const draft = await mkdtemp(join(tmpdir(), 'so-nha-template-draft-'));
      try {
        await (await openDatabase({ kind: 'pglite', folder: draft }, silent)).close();
        if (!existsSync(template)) await rename(draft, template);
      } finally {
        await rm(draft, { recursive: true, force: true });
        await rm(claim, { recursive: true, force: true });
      }
    } else await wait(200);
  }
  return template;
}

/** A claim older than two minutes is left from a run that was killed. */
async function claimed(claim: string): Promise<boolean> {
  try {
    await mkdir(claim);
    return true;
  } catch {
    const made = await stat(claim).catch(() => undefined);
    if (made && Date.now() - made.mtimeMs > 120_000) await rm(claim, { recursive: true, force: true });
    return false;
  }
}

const copyFolder = (from: string, to: string) => cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });

async function asAdministrator(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const postgresHere = await postgresAvailable();
afterAll(async () => (await server)?.stop());
