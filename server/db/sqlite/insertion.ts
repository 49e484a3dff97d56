/** Rows on their way into a table of SQLite, each bound to one statement. */
import type { Sqlite3Static, WasmPointer } from '@sqlite.org/sqlite-wasm';
import type { NewValue } from '../../../domain/formats/files/sqliteMaker.ts';
import { quoted } from './connection.ts';
import { damage, prepared } from './statement.ts';

/** As in statement.ts: without what wraps them for convenience. */
interface PlainFunctions {
  sqlite3_step(statement: WasmPointer): number;
  sqlite3_reset(statement: WasmPointer): number;
  sqlite3_bind_null(statement: WasmPointer, at: number): number;
  sqlite3_bind_double(statement: WasmPointer, at: number, value: number): number;
  sqlite3_bind_text(statement: WasmPointer, at: number, start: number, length: number, free: number): number;
  sqlite3_bind_blob(statement: WasmPointer, at: number, start: number, length: number, free: number): number;
}

/**
 * V8 writes calls of WebAssembly into the code of whoever makes them; that of Node 20 then asks a number for its length as
 * if it were a text, and the process ends. It leaves alone what is called so.
 */
const called = <Given extends readonly unknown[]>(plain: (...given: Given) => number, ...given: Given): number =>
  Reflect.apply(plain, undefined, given);

/** What is bound stays ours. */
const isStatic = 0;
const firstRoom = 16 * 1024;

/** Throws SqliteDamaged. To be ended, whatever happens. */
export class Insertion {
  readonly #sqlite: Sqlite3Static;
  readonly #database: WasmPointer;
  readonly #statement: WasmPointer;
  readonly #plain: PlainFunctions;
  readonly #encoder = new TextEncoder();
  /** In SQLite's memory, for the texts and bytes of one row. */
  #start: number;
  #room = firstRoom;

  constructor(sqlite: Sqlite3Static, database: WasmPointer, table: string, columns: number) {
    this.#sqlite = sqlite;
    this.#database = database;
    this.#plain = sqlite.wasm.exports;
    const values = Array.from({ length: columns }, () => '?').join();
    this.#statement = prepared(sqlite, database, `INSERT INTO ${quoted(table)} VALUES (${values})`);
    this.#start = sqlite.wasm.alloc(firstRoom);
  }

  add(row: readonly NewValue[]): void {
    this.#reserve(row);
    const heap = this.#sqlite.wasm.heap8u();
    let at = this.#start;
    for (const [index, value] of row.entries()) {
      const place = index + 1;
      let result: number;
      if (value === null) result = called(this.#plain.sqlite3_bind_null, this.#statement, place);
      // A column of whole numbers takes those without decimals as such.
      else if (typeof value === 'number')
        result = called(this.#plain.sqlite3_bind_double, this.#statement, place, value);
      else if (typeof value === 'string') {
        const { written } = this.#encoder.encodeInto(value, heap.subarray(at, this.#start + this.#room));
        result = called(this.#plain.sqlite3_bind_text, this.#statement, place, at, written, isStatic);
        at += written;
      } else {
        heap.set(value, at);
        result = called(this.#plain.sqlite3_bind_blob, this.#statement, place, at, value.length, isStatic);
        at += value.length;
      }
      if (result !== this.#sqlite.capi.SQLITE_OK) this.#fail();
    }
    if (called(this.#plain.sqlite3_step, this.#statement) !== this.#sqlite.capi.SQLITE_DONE) this.#fail();
    called(this.#plain.sqlite3_reset, this.#statement);
  }

  end(): void {
    this.#sqlite.capi.sqlite3_finalize(this.#statement);
    this.#sqlite.wasm.dealloc(this.#start);
  }

  #reserve(row: readonly NewValue[]): void {
    let wanted = 0;
    for (const value of row) {
      // UTF-8 takes three bytes at most for a character as it is counted.
      if (typeof value === 'string') wanted += value.length * 3;
      else if (value instanceof Uint8Array) wanted += value.length;
    }
    if (wanted <= this.#room) return;
    this.#room = wanted * 2;
    this.#start = this.#sqlite.wasm.realloc(this.#start, this.#room);
  }

  #fail(): never {
    throw damage(this.#sqlite, this.#database);
  }
}
