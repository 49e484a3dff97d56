/** Real databases for the tests: each test file gets its own, migrated, on both engines. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { migrate, readMigrations, type Migration } from '../server/db/migrations.ts';
import { openDatabase, openOwned, type Database, type DatabaseTarget } from '../server/db/open.ts';
import { copyFolder, madeOnce } from './madeOnce.ts';
import { asAdministrator, databaseIn } from './postgresOfRun.ts';

export type Engine = Database['engine'];

export interface TestDatabase {
  readonly target: DatabaseTarget;
  remove(): Promise<void>;
}

const silent = () => undefined;
const postgres = inject('postgres');

export const postgresHere = postgres !== null;

/** `begun`: the first migration is done, as in the oldest database there can be. */
type DatabaseState = 'empty' | 'begun' | 'migrated';

/** Where a database can be made: a new empty one, or one migrated already. */
export async function testDatabase(engine: Engine, state: DatabaseState = 'migrated'): Promise<TestDatabase> {
  if (engine === 'pglite') return embedded(state);
  if (!postgres) throw new Error('no PostgreSQL here');
  const { url, migrated } = postgres;
  const name = `sonha_test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(url, `CREATE DATABASE ${name}${state === 'migrated' ? ` TEMPLATE ${migrated}` : ''}`);
  const target: DatabaseTarget = { kind: 'postgres', url: databaseIn(url, name) };
  if (state === 'begun') await migrateTo(target, await migrationsOf(state));
  return { target, remove: () => asAdministrator(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
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

async function embedded(state: DatabaseState): Promise<TestDatabase> {
  const parent = await mkdtemp(join(tmpdir(), 'so-nha-test-'));
  const folder = join(parent, 'database');
  if (state !== 'empty') await copyFolder(await embeddedTemplate(state), folder);
  return { target: { kind: 'pglite', folder }, remove: () => rm(parent, { recursive: true, force: true }) };
}

/** A folder to copy, made once for these migrations: making the first database takes ten seconds, the others little. */
export async function embeddedTemplate(state: Exclude<DatabaseState, 'empty'> = 'migrated'): Promise<string> {
  const migrations = await migrationsOf(state);
  const madeOf = `pglite 0.5.8 ${migrations.map(({ name, sha256 }) => `${name} ${sha256}`).join(' ')}`;
  return madeOnce('database', madeOf, async (folder) => {
    if (state === 'migrated') await copyFolder(await embeddedTemplate('begun'), folder);
    await migrateTo({ kind: 'pglite', folder }, migrations);
  });
}

const migrationsOf = async (state: Exclude<DatabaseState, 'empty'>): Promise<readonly Migration[]> =>
  (await readMigrations()).slice(0, state === 'begun' ? 1 : undefined);

async function migrateTo(target: DatabaseTarget, migrations: readonly Migration[]): Promise<void> {
  const owned = await openOwned(target, silent);
  try {
    await migrate(owned.connection, migrations, silent);
  } finally {
    await owned.close();
  }
}
