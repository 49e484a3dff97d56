/** A database of SQLite opened from the file offered for it, and short statements to it. */
import type { Sqlite3Static, WasmPointer } from '@sqlite.org/sqlite-wasm';
import { SqliteDamaged, type SqliteValue } from '../../../domain/formats/files/sqliteFile.ts';
import { fileSystemName } from './program.ts';
import { Statement } from './statement.ts';

/** `flags`: of sqlite3_open_v2. Throws SqliteDamaged. */
export function openDatabase({ capi, wasm }: Sqlite3Static, name: string, flags: number): WasmPointer {
  const stack = wasm.pstack.pointer;
  const into = wasm.pstack.alloc(8);
  const result = capi.sqlite3_open_v2(name, into, flags, fileSystemName);
  const database: WasmPointer = wasm.peekPtr(into);
  wasm.pstack.restore(stack);
  if (result === capi.SQLITE_OK) return database;
  capi.sqlite3_close_v2(database);
  throw new SqliteDamaged(capi.sqlite3_js_rc_str(result));
}

/** A name, whatever stands in it: never a part of the statement. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** All rows of a short answer, of texts and numbers. Throws SqliteDamaged. */
export function run(sqlite: Sqlite3Static, database: WasmPointer, text: string): readonly (readonly SqliteValue[])[] {
  const statement = new Statement(sqlite, database, text, null);
  try {
    const rows: (readonly SqliteValue[])[] = [];
    while (statement.step()) rows.push(statement.row());
    return rows;
  } finally {
    statement.end();
  }
}
