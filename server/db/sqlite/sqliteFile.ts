/** SQLite databases that people send, read: whatever stands in one, nothing is run of it and nothing is written. */
import { setImmediate } from 'node:timers/promises';
import type { Sqlite3Static, WasmPointer } from '@sqlite.org/sqlite-wasm';
import {
  foldedName,
  SqliteDamaged,
  type SqliteColumn,
  type SqliteFile,
  type SqliteValue,
  type WantedColumn,
} from '../../../domain/formats/files/sqliteFile.ts';
import { openDatabase, quoted, run } from './connection.ts';
import { sqliteProgram, type BytesAtPlaces } from './program.ts';
import { Statement } from './statement.ts';

/** Rows given at a time, and about how many bytes of them. */
const rowsAtOnce = 500;
const bytesAtOnce = 1024 * 1024;
/** Of pages kept, in kilobytes. */
const cacheKilobytes = 2000;
/** No value of a file is longer than it; what is computed from values might be. */
const leastLongest = 1024 * 1024;

/** Throws SqliteDamaged. */
export async function openSqliteFile(bytes: BytesAtPlaces): Promise<SqliteFile> {
  const { sqlite, offer, takeBack } = await sqliteProgram();
  let readBytes = 0;
  const counted: BytesAtPlaces = {
    size: bytes.size,
    read: (into, position) => {
      const read = bytes.read(into, position);
      readBytes += read;
      return read;
    },
  };
  const name = offer(counted);
  try {
    const database = opened(sqlite, name, bytes.size);
    const tables = kinds(sqlite, database);
    return {
      kindOf: (table) => tables().get(foldedName(table)) ?? null,
      columnsOf: (table) => columnsOf(sqlite, database, table),
      rows: (table, wanted) => rowsOf(sqlite, database, table, wanted),
      get readBytes() {
        return readBytes;
      },
      close: () => void sqlite.capi.sqlite3_close_v2(database),
    };
  } finally {
    takeBack(name);
  }
}

function opened(sqlite: Sqlite3Static, name: string, size: number): WasmPointer {
  const { capi } = sqlite;
  const database = openDatabase(sqlite, name, capi.SQLITE_OPEN_READONLY);
  // What SQLite advises for files of strangers (sqlite.org/security.html).
  capi.sqlite3_limit(database, capi.SQLITE_LIMIT_LENGTH, Math.max(size, leastLongest));
  capi.sqlite3_limit(database, capi.SQLITE_LIMIT_SQL_LENGTH, 1_000_000);
  capi.sqlite3_limit(database, capi.SQLITE_LIMIT_ATTACHED, 0);
  capi.sqlite3_db_config(database, capi.SQLITE_DBCONFIG_DEFENSIVE, 1);
  capi.sqlite3_db_config(database, capi.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
  capi.sqlite3_db_config(database, capi.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
  capi.sqlite3_db_config(database, capi.SQLITE_DBCONFIG_ENABLE_VIEW, 0);
  return database;
}

/** What a stored table is made with, as SQLite keeps it; `type` alone is what a file says of itself. */
const isStored = (statement: unknown): boolean => typeof statement === 'string' && /^CREATE TABLE\s/i.test(statement);

/** Looked up at the first question: a file may be damaged, and it is then that it is told. */
function kinds(sqlite: Sqlite3Static, database: WasmPointer): () => ReadonlyMap<string, 'table' | 'computed'> {
  let known: Map<string, 'table' | 'computed'> | null = null;
  return () => {
    if (known) return known;
    run(sqlite, database, 'PRAGMA cell_size_check = ON');
    run(sqlite, database, `PRAGMA cache_size = -${cacheKilobytes}`);
    const found = new Map<string, 'table' | 'computed'>();
    const list = `SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'view')`;
    for (const [name, type, statement] of run(sqlite, database, list)) {
      if (typeof name !== 'string') continue;
      found.set(foldedName(name), type === 'table' && isStored(statement) ? 'table' : 'computed');
    }
    return (known = found);
  };
}

function columnsOf(sqlite: Sqlite3Static, database: WasmPointer, table: string): readonly SqliteColumn[] {
  return run(sqlite, database, `PRAGMA table_xinfo(${quoted(table)})`).map(([, name, type, , , key]) => ({
    name: String(name),
    type: String(type),
    isKey: key !== 0,
  }));
}

async function* rowsOf(
  sqlite: Sqlite3Static,
  database: WasmPointer,
  table: string,
  wanted: readonly WantedColumn[],
): AsyncGenerator<readonly (readonly SqliteValue[])[], void> {
  const columns = wanted.length === 0 ? 'NULL' : wanted.map(({ name }) => quoted(name)).join();
  // In the order of the table itself: one of its indexes might be shorter.
  const statement = new Statement(sqlite, database, `SELECT ${columns} FROM ${quoted(table)} NOT INDEXED`, wanted);
  try {
    for (let isMore = true; isMore;) {
      const rows: (readonly SqliteValue[])[] = [];
      const ending = gather(statement, rows);
      isMore = ending === null;
      // Those before the damage, so that it is known where it lies.
      if (rows.length > 0) yield rows;
      if (ending instanceof SqliteDamaged) throw ending;
      // What is read at once would let nothing else of the process come to its turn.
      await setImmediate();
    }
  } finally {
    statement.end();
  }
}

/** Some of the rows that follow. Null: there may be more. */
function gather(statement: Statement, rows: (readonly SqliteValue[])[]): SqliteDamaged | 'end' | null {
  statement.givenBytes = 0;
  try {
    while (rows.length < rowsAtOnce && statement.givenBytes < bytesAtOnce) {
      if (!statement.step()) return 'end';
      rows.push(statement.row());
    }
    return null;
  } catch (error) {
    if (error instanceof SqliteDamaged) return error;
    throw error;
  }
}
