/** The migrations: SQL files in order, each applied once in its own transaction and remembered with its hash. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../projectFolder.ts';
import { inTransaction, type OwnerConnection } from './connection.ts';
import { firstLineOf, StartupError } from './startupError.ts';

export interface Migration {
  readonly name: string;
  readonly sha256: string;
  readonly sql: string;
}

export type AppliedMigration = Pick<Migration, 'name' | 'sha256'>;

const folder = join(projectFolder, 'migrations');

export async function readMigrations(from: string = folder): Promise<Migration[]> {
  const names = (await readdir(from)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(`${from}/${name}`, 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** What the database says was applied; empty when it has never been migrated. Writes nothing. */
export async function appliedMigrations(connection: OwnerConnection): Promise<AppliedMigration[]> {
  const [table] = await connection.query<{ found: boolean }>(
    `SELECT to_regclass('public.migrations') IS NOT NULL AS found`,
  );
  if (!table?.found) return [];
  return connection.query<AppliedMigration>('SELECT name, sha256 FROM migrations ORDER BY name');
}

/** The migrations still to apply; refuses a database that is newer than this code or was made by another one. */
export function pendingMigrations(applied: readonly AppliedMigration[], known: readonly Migration[]): Migration[] {
  for (const [index, { name, sha256 }] of applied.entries()) {
    const expected = known[index];
    if (!expected || expected.name !== name) {
      throw new StartupError(
        'database-newer',
        `Cơ sở dữ liệu mới hơn phần mềm (có bước nâng cấp ${name} mà bản này không biết): hãy dùng bản phần mềm mới hơn. Chưa ghi gì.`,
      );
    }
    if (expected.sha256 !== sha256) {
      throw new StartupError(
        'migration-altered',
        `Bước nâng cấp ${name} trong phần mềm khác với bước đã áp dụng vào cơ sở dữ liệu: hãy dùng đúng bản phần mềm. Chưa ghi gì.`,
      );
    }
  }
  return known.slice(applied.length);
}

/** Applies the pending migrations as the tables' owner. The role `sonha_app` must exist. */
export async function migrate(
  connection: OwnerConnection,
  known: readonly Migration[],
  say: (line: string) => void,
): Promise<void> {
  const pending = pendingMigrations(await appliedMigrations(connection), known);
  for (const migration of pending) {
    const { name } = migration;
    say(`Nâng cấp cơ sở dữ liệu: ${name}`);
    try {
      await inTransaction(connection, () => applyMigration(connection, migration));
    } catch (error) {
      throw new StartupError(
        'migration-failed',
        `Bước nâng cấp cơ sở dữ liệu ${name} không thực hiện được, đã quay lại như cũ: ${firstLineOf(error)}`,
        error,
      );
    }
  }
}

/** One migration and the record of it, inside the caller's transaction. */
export async function applyMigration(connection: OwnerConnection, { name, sha256, sql }: Migration): Promise<void> {
  await connection.script(
    `CREATE TABLE IF NOT EXISTS migrations (
       name text COLLATE "C" PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());
     GRANT SELECT ON migrations TO sonha_app;`,
  );
  await connection.script(sql);
  await connection.query('INSERT INTO migrations (name, sha256) VALUES ($1, $2)', [name, sha256]);
}
