/** A statement of SQLite and the values of its rows, each no larger than it is wanted. */
import type { Sqlite3Static, WasmPointer } from '@sqlite.org/sqlite-wasm';
import {
  SqliteDamaged,
  type SqliteUnread,
  type SqliteValue,
  type WantedColumn,
} from '../../../domain/formats/files/sqliteFile.ts';

/** SQLite's own functions: what wraps them for convenience takes longer than they do, millions of times a file. */
interface PlainFunctions {
  sqlite3_step(statement: WasmPointer): number;
  sqlite3_column_type(statement: WasmPointer, index: number): number;
  sqlite3_column_int64(statement: WasmPointer, index: number): bigint;
  sqlite3_column_double(statement: WasmPointer, index: number): number;
  sqlite3_column_blob(statement: WasmPointer, index: number): WasmPointer;
  sqlite3_column_bytes(statement: WasmPointer, index: number): number;
}

/** To be finalised, whatever happens. Throws SqliteDamaged. */
export function prepared(sqlite: Sqlite3Static, database: WasmPointer, text: string): WasmPointer {
  const { capi, wasm } = sqlite;
  const stack = wasm.pstack.pointer;
  const into = wasm.pstack.alloc(8);
  const result = capi.sqlite3_prepare_v2(database, text, -1, into, 0);
  const statement: WasmPointer = wasm.peekPtr(into);
  wasm.pstack.restore(stack);
  if (result !== capi.SQLITE_OK) throw damage(sqlite, database);
  return statement;
}

/** What the last call told. */
export const damage = ({ capi }: Sqlite3Static, database: WasmPointer): SqliteDamaged =>
  new SqliteDamaged(capi.sqlite3_errmsg(database));

/** Throws SqliteDamaged. To be ended, whatever happens. */
export class Statement {
  /** Of texts and bytes in the rows given. */
  givenBytes = 0;
  readonly #sqlite: Sqlite3Static;
  readonly #database: WasmPointer;
  readonly #wanted: readonly WantedColumn[] | null;
  readonly #statement: WasmPointer;
  readonly #plain: PlainFunctions;
  readonly #columns: number;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  /** `wanted` null: whatever comes. */
  constructor(sqlite: Sqlite3Static, database: WasmPointer, text: string, wanted: readonly WantedColumn[] | null) {
    this.#sqlite = sqlite;
    this.#database = database;
    this.#wanted = wanted;
    this.#plain = sqlite.wasm.exports;
    this.#statement = prepared(sqlite, database, text);
    this.#columns = sqlite.capi.sqlite3_column_count(this.#statement);
  }

  step(): boolean {
    const { capi } = this.#sqlite;
    const result = this.#plain.sqlite3_step(this.#statement);
    if (result === capi.SQLITE_ROW) return true;
    if (result === capi.SQLITE_DONE) return false;
    throw damage(this.#sqlite, this.#database);
  }

  row(): readonly SqliteValue[] {
    const values: SqliteValue[] = [];
    for (let index = 0; index < this.#columns; index += 1) values.push(this.#value(index));
    return values;
  }

  end(): void {
    this.#sqlite.capi.sqlite3_finalize(this.#statement);
  }

  #value(index: number): SqliteValue {
    const { capi } = this.#sqlite;
    const statement = this.#statement;
    switch (this.#plain.sqlite3_column_type(statement, index)) {
      case capi.SQLITE_INTEGER: {
        const number = this.#plain.sqlite3_column_double(statement, index);
        return Number.isSafeInteger(number) ? number : this.#plain.sqlite3_column_int64(statement, index);
      }
      case capi.SQLITE_FLOAT:
        return this.#plain.sqlite3_column_double(statement, index);
      case capi.SQLITE_TEXT:
        return this.#text(index);
      case capi.SQLITE_BLOB:
        return this.#bytes(index);
      default:
        return null;
    }
  }

  #text(index: number): SqliteValue {
    const given = this.#given(index);
    if (!(given instanceof Uint8Array)) return given;
    try {
      return this.#decoder.decode(given);
    } catch {
      return { reason: 'not-utf-8', length: given.length };
    }
  }

  #bytes(index: number): SqliteValue {
    if (this.#wanted && !this.#wanted[index]!.takesBytes) {
      return { reason: 'bytes', length: this.#plain.sqlite3_column_bytes(this.#statement, index) };
    }
    const given = this.#given(index);
    return given instanceof Uint8Array ? given.slice() : given;
  }

  /** In SQLite's own memory, where they are gone with the next row. */
  #given(index: number): Uint8Array | SqliteUnread {
    const start = this.#plain.sqlite3_column_blob(this.#statement, index);
    const length = this.#plain.sqlite3_column_bytes(this.#statement, index);
    if (this.#wanted && length > this.#wanted[index]!.mostBytes) return { reason: 'too-long', length };
    this.givenBytes += length;
    return this.#sqlite.wasm.heap8u().subarray(start, start + length);
  }
}
