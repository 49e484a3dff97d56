/** SQLite databases made to leave as files, each in a temporary file that nobody else sees and that stays with nobody. */
import { readSync, writeSync } from 'node:fs';
import type { Sqlite3Static, WasmPointer } from '@sqlite.org/sqlite-wasm';
import type { BoxIndex, NewTable, NewValue, SqliteMaker } from '../../../domain/formats/files/sqliteMaker.ts';
import { readStretch } from '../../readStretch.ts';
import { temporaryFile, type TemporaryFile } from '../../temporaryFile.ts';
import { openDatabase, run } from './connection.ts';
import { boxIndexStatements, literal, tableStatement } from './definitions.ts';
import { Insertion } from './insertion.ts';
import { sqliteProgram, type BytesAtPlaces, type SqliteProgram } from './program.ts';

/** Of pages kept, in kilobytes; the others are in the file already. */
const cacheKilobytes = 2000;
const pieceBytes = 256 * 1024;

/** What is half made is of no use to anybody: nothing is kept for a return. All of it is one transaction. */
const beginnings = [
  'PRAGMA page_size = 4096',
  'PRAGMA journal_mode = OFF',
  'PRAGMA synchronous = OFF',
  `PRAGMA cache_size = -${cacheKilobytes}`,
  'BEGIN',
];

/** As writeSync does: the bytes written of those asked for. */
type WriteAt = (file: number, bytes: Uint8Array, offset: number, length: number, position: number) => number;

export async function makeSqliteFile(writeAt: WriteAt = writeSync): Promise<SqliteMaker> {
  const program = await sqliteProgram();
  const temporary = await temporaryFile('sqlite');
  try {
    return new Making(program, temporary, writeAt);
  } catch (error) {
    await temporary.remove();
    throw error;
  }
}

class Making implements SqliteMaker {
  readonly #sqlite: Sqlite3Static;
  readonly #temporary: TemporaryFile;
  readonly #writeAt: WriteAt;
  readonly #insertions = new Map<string, Insertion>();
  #database: WasmPointer | null;
  #size = 0;
  /** What the system said where SQLite says only that it could not write. */
  #fault: unknown = null;

  constructor({ sqlite, offer, takeBack }: SqliteProgram, temporary: TemporaryFile, writeAt: WriteAt) {
    this.#sqlite = sqlite;
    this.#temporary = temporary;
    this.#writeAt = writeAt;
    const { SQLITE_OPEN_READWRITE, SQLITE_OPEN_CREATE } = sqlite.capi;
    const name = offer(this.#bytes(temporary.handle.fd));
    try {
      this.#database = openDatabase(sqlite, name, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    } finally {
      takeBack(name);
    }
    // The triggers are for others, who have the functions they name.
    sqlite.capi.sqlite3_db_config(this.#database, sqlite.capi.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
    try {
      this.#run(...beginnings);
    } catch (error) {
      this.#close();
      throw error;
    }
  }

  mark(application: number, version: number): void {
    this.#run(`PRAGMA application_id = ${application}`, `PRAGMA user_version = ${version}`);
  }

  createTable(table: NewTable): void {
    this.#run(tableStatement(table));
  }

  /** As ALTER TABLE does it: what SQLite has kept of the table is the statement, and its rows know nothing of it. */
  redeclare(table: NewTable): void {
    this.#end(table.name);
    const [statement, name] = [tableStatement(table), table.name].map(literal) as [string, string];
    this.#run(
      'PRAGMA writable_schema = ON',
      `UPDATE sqlite_schema SET sql = ${statement} WHERE type = 'table' AND name = ${name}`,
      'PRAGMA writable_schema = RESET',
    );
  }

  createBoxIndex(index: BoxIndex): void {
    this.#run(...boxIndexStatements(index));
  }

  add(table: string, rows: readonly (readonly NewValue[])[]): void {
    const [first] = rows;
    if (!first) return;
    this.#telling((database) => {
      let insertion = this.#insertions.get(table);
      if (!insertion) {
        insertion = new Insertion(this.#sqlite, database, table, first.length);
        this.#insertions.set(table, insertion);
      }
      for (const row of rows) insertion.add(row);
    });
  }

  async *pieces(): AsyncGenerator<Uint8Array, void> {
    for (const table of [...this.#insertions.keys()]) this.#end(table);
    this.#run('COMMIT');
    this.#close();
    for (let at = 0; at < this.#size;) {
      const piece = await readStretch(this.#temporary.handle, at, Math.min(at + pieceBytes, this.#size));
      if (piece.length === 0) throw new Error('the temporary file of a database ends too soon');
      at += piece.length;
      yield piece;
    }
  }

  async remove(): Promise<void> {
    this.#close();
    await this.#temporary.remove();
  }

  #bytes(file: number): BytesAtPlaces {
    const size = () => this.#size;
    return {
      get size() {
        return size();
      },
      read: (into, position) => readSync(file, into, 0, into.length, position),
      write: (bytes, position) => {
        try {
          for (let at = 0; at < bytes.length;) at += this.#writeAt(file, bytes, at, bytes.length - at, position + at);
        } catch (error) {
          this.#fault ??= error;
          throw error;
        }
        this.#size = Math.max(this.#size, position + bytes.length);
      },
    };
  }

  #run(...statements: readonly string[]): void {
    this.#telling((database) => {
      for (const statement of statements) run(this.#sqlite, database, statement);
    });
  }

  #telling(work: (database: WasmPointer) => void): void {
    if (this.#database === null) throw new Error('the database has been closed');
    try {
      work(this.#database);
    } catch (error) {
      throw this.#fault ?? error;
    }
  }

  #end(table: string): void {
    this.#insertions.get(table)?.end();
    this.#insertions.delete(table);
  }

  #close(): void {
    for (const table of [...this.#insertions.keys()]) this.#end(table);
    if (this.#database !== null) this.#sqlite.capi.sqlite3_close_v2(this.#database);
    this.#database = null;
  }
}
