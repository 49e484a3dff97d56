/**
 * One PostgreSQL server for a whole run of the tests, with a migrated database in it to copy: a copy takes a
 * tenth of a second, a server of one's own and the migrations seven.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate, readMigrations } from '../server/db/migrations.ts';
import { openOwned } from '../server/db/open.ts';
import { startPostgres } from './postgresServer.ts';

/** How the tests of a run reach it. */
export interface PostgresOfRun {
  /** Of a database whose account may create databases and roles. */
  readonly url: string;
  /** Name of a migrated database that nobody is connected to. */
  readonly migrated: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Null where there is none and none can be had. */
    postgres: PostgresOfRun | null;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  if (!server) {
    project.provide('postgres', null);
    return async () => undefined;
  }
  const migrated = `sonha_test_migrated_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(server.url, `CREATE DATABASE ${migrated}`);
  const owned = await openOwned({ kind: 'postgres', url: databaseIn(server.url, migrated) }, () => undefined);
  try {
    await migrate(owned.connection, await readMigrations(), () => undefined);
  } finally {
    await owned.close();
  }
  project.provide('postgres', { url: server.url, migrated });
  return async () => {
    await asAdministrator(server.url, `DROP DATABASE IF EXISTS ${migrated} WITH (FORCE)`);
    await server.stop();
  };
}

/** The address of another database of the same server. */
export function databaseIn(url: string, name: string): string {
  const there = new URL(url);
  there.pathname = `/${name}`;
  return there.href;
}

export async function asAdministrator(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
