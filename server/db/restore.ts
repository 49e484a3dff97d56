/** A restore: the whole file or nothing, into either engine, compared with the file before it is confirmed. */
import { BackupError } from './backupError.ts';
import { readBackup, type BackupHeader } from './backupFile.ts';
import {
  backedUpTables,
  columnsOf,
  linesOf,
  otherTables,
  summing,
  type Columns,
  type TableSum,
} from './backupTables.ts';
import { inTransaction, type OwnerConnection } from './connection.ts';
import type { DatabaseTarget } from './engine.ts';
import { appliedMigrations, applyMigration, migrate, pendingMigrations, readMigrations } from './migrations.ts';
import { openOwned } from './open.ts';
import { StartupError } from './startupError.ts';

export interface RestoreOptions {
  /** Puts the file's content in the place of what is there. Without it only an empty database is filled. */
  readonly replace?: boolean;
}

/** The file is read through and checked first; then tables, rows and comparison are one transaction. */
export async function restoreBackup(
  target: DatabaseTarget,
  file: string,
  say: (line: string) => void,
  { replace = false }: RestoreOptions = {},
): Promise<readonly TableSum[]> {
  const known = await readMigrations();
  const sums: TableSum[] = [];
  let header: BackupHeader | undefined;
  await readBackup(file, {
    header: async (found) => void (header = found),
    row: async () => undefined,
    sum: async (sum) => void sums.push(sum),
  });
  if (!header) throw new Error('a checked backup has a header');
  const { migrations } = header;
  refuseNewer(file, () => pendingMigrations(migrations, known));

  const owned = await openOwned(target, say);
  const { connection } = owned;
  try {
    pendingMigrations(await appliedMigrations(connection), known);
    await refuseInUse(connection);
    if (!replace && !(await isEmpty(connection))) {
      throw new BackupError(
        'database-not-empty',
        'Cơ sở dữ liệu đích đã có dữ liệu: chưa ghi gì. Thêm --force để thay toàn bộ bằng bản sao lưu.',
      );
    }
    await inTransaction(connection, async () => {
      await connection.script(
        `DROP TABLE IF EXISTS ${[...backedUpTables.map(({ table }) => table), ...otherTables].join(', ')} CASCADE`,
      );
      for (const migration of known.slice(0, migrations.length)) await applyMigration(connection, migration);
      await fill(connection, file);
      await compare(connection, sums);
    });
    await migrate(connection, known, say);
    for (const { table, rows } of sums) if (rows > 0) say(`${table}: ${rows} dòng, khớp với bản sao lưu`);
    return sums;
  } finally {
    await owned.close();
  }
}

function refuseNewer(file: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    const line = `Tệp sao lưu ${file} thuộc bản phần mềm khác hoặc mới hơn: hãy dùng bản đó. Chưa ghi gì.`;
    throw new BackupError('file-newer', line, error);
  }
}

/** A server that is running on the database would go on with what is no longer there. */
async function refuseInUse(connection: OwnerConnection): Promise<void> {
  const others = await connection.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name IN ('sonha', 'sonha notices')`,
  );
  if (others.length > 0) {
    throw new BackupError('database-in-use', 'Phần mềm đang chạy trên cơ sở dữ liệu này: hãy dừng nó rồi khôi phục.');
  }
}

async function isEmpty(connection: OwnerConnection): Promise<boolean> {
  for (const { table } of backedUpTables) {
    if ((await columnsOf(connection, table)).length === 0) continue;
    if ((await connection.query(`SELECT 1 FROM "${table}" LIMIT 1`)).length > 0) return false;
  }
  return true;
}

/** Rows and bytes sent in one statement. */
const batchLimit = { rows: 1_000, bytes: 4_000_000 } as const;

async function fill(connection: OwnerConnection, file: string): Promise<void> {
  let batch: string[] = [];
  let bytes = 0;
  let village = '';
  const flush = async (table: string, columns: Columns) => {
    if (batch.length === 0) return;
    const values = columns.map(([, type], index) => `(r->>${index})::${type}`).join(', ');
    const names = columns.map(([name]) => `"${name}"`).join(', ');
    const insert = `INSERT INTO "${table}" (${names}) SELECT ${values} FROM json_array_elements($1::json) AS r`;
    await connection.query(insert, [`[${batch.join(',')}]`]);
    batch = [];
    bytes = 0;
  };
  let columnsOfTable: Columns = [];
  await readBackup(file, {
    header: async ({ tables }) => {
      for (const { table, columns } of tables) {
        const here = await columnsOf(connection, table);
        if (JSON.stringify(here) !== JSON.stringify(columns)) throw new Error(`table ${table} has other columns here`);
      }
    },
    row: async (table, columns, line) => {
      columnsOfTable = columns;
      const full = batch.length >= batchLimit.rows || bytes >= batchLimit.bytes;
      const whole = backedUpTables.find((known) => known.table === table)?.wholeVillages === true;
      // A line begins with its village's id: `["0193…`.
      const sameVillage = line.slice(0, 38) === village;
      if (full && !(whole && sameVillage)) await flush(table, columns);
      village = line.slice(0, 38);
      batch.push(line);
      bytes += line.length;
    },
    sum: async ({ table }) => flush(table, columnsOfTable),
  });
}

/** Every table is read back and must give the very lines of the file. */
async function compare(connection: OwnerConnection, sums: readonly TableSum[]): Promise<void> {
  for (const sum of sums) {
    const counted = summing(sum.table);
    for await (const line of linesOf(connection, sum.table, await columnsOf(connection, sum.table))) counted.add(line);
    if (JSON.stringify(counted.sum()) === JSON.stringify(sum)) continue;
    throw new BackupError(
      'restored-differs',
      `Bảng ${sum.table} sau khi khôi phục khác với bản sao lưu: đã bỏ, chưa ghi gì.`,
    );
  }
}
