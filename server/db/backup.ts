/** A backup: every table of either engine in one file, of one moment, read back once before it counts as made. */
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { BackupError } from './backupError.ts';
import { backupFormat, endLine, readBackup, type BackupHeader } from './backupFile.ts';
import { backedUpTables, columnsOf, linesOf, summing, type TableSum } from './backupTables.ts';
import type { OwnerConnection } from './connection.ts';
import type { DatabaseTarget } from './engine.ts';
import { appliedMigrations, pendingMigrations, readMigrations } from './migrations.ts';
import { openOwned } from './open.ts';

export { restoreBackup } from './restore.ts';

/** An embedded database must not be open elsewhere; a PostgreSQL server may go on serving. */
export async function writeBackup(
  target: DatabaseTarget,
  file: string,
  say: (line: string) => void,
): Promise<readonly TableSum[]> {
  if (existsSync(file)) throw new BackupError('file-exists', `Đã có tệp ${file}: hãy chọn tên khác.`);
  if (target.kind === 'pglite' && !existsSync(join(target.folder, 'data'))) throw nothingThere();
  const draft = `${file}.part`;
  const owned = await openOwned(target, say);
  try {
    const migrations = await appliedMigrations(owned.connection);
    pendingMigrations(migrations, await readMigrations());
    if (migrations.length === 0) throw nothingThere();
    // One moment for all tables, whatever is committed meanwhile.
    await owned.connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables = await describeTables(owned.connection);
    const at = new Date().toISOString();
    const header: BackupHeader = {
      format: backupFormat.name,
      version: backupFormat.version,
      engine: target.kind,
      at,
      migrations: migrations.map(({ name, sha256 }) => ({ name, sha256 })),
      tables,
    };
    const sums = await writeFile(owned.connection, draft, header, say);
    await owned.connection.query('COMMIT');
    await readBackup(draft, { header: nothing, row: nothing, sum: nothing });
    await rename(draft, file);
    return sums;
  } finally {
    await rm(draft, { force: true });
    await owned.close();
  }
}

const nothingThere = () =>
  new BackupError('database-empty', 'Cơ sở dữ liệu chưa có gì để sao lưu: phần mềm chưa từng khởi động trên đó.');

const nothing = async () => undefined;

async function describeTables(connection: OwnerConnection): Promise<BackupHeader['tables']> {
  const tables: BackupHeader['tables'][number][] = [];
  for (const { table } of backedUpTables) {
    const columns = await columnsOf(connection, table);
    // A database that has not been upgraded yet lacks the newest tables.
    if (columns.length > 0) tables.push({ table, columns });
  }
  return tables;
}

async function writeFile(
  connection: OwnerConnection,
  file: string,
  header: BackupHeader,
  say: (line: string) => void,
): Promise<TableSum[]> {
  const packed = createGzip();
  // Persons' names and passwords' hashes are in it: for its owner's eyes.
  const written = packed.pipe(createWriteStream(file, { mode: 0o600 }));
  packed.on('error', (error) => written.destroy(error));
  const done = finished(written);
  // Awaited at the end; until then a failure shows by the write that follows it.
  done.catch(() => undefined);
  const write = async (line: string) => {
    if (!packed.write(`${line}\n`)) await Promise.race([once(packed, 'drain'), done]);
  };
  await write(JSON.stringify(header));
  const sums: TableSum[] = [];
  for (const { table, columns } of header.tables) {
    const counted = summing(table);
    for await (const line of linesOf(connection, table, columns)) {
      counted.add(line);
      await write(line);
    }
    const sum = counted.sum();
    await write(JSON.stringify(sum));
    sums.push(sum);
    if (sum.rows > 0) say(`${table}: ${sum.rows} dòng`);
  }
  packed.end(`${endLine(header)}\n`);
  await done;
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
  return sums;
}
