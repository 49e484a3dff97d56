/** A database of SQLite that lies in a file, as far as reading such files needs it: tables and their rows, no language. */

/** Not given as it is: bytes that were not asked for, a value that is too long, text that is no UTF-8. `length` in bytes. */
export interface SqliteUnread {
  readonly reason: 'bytes' | 'too-long' | 'not-utf-8';
  readonly length: number;
}

/** Whole numbers beyond what a number holds exactly are bigints. */
export type SqliteValue = null | number | bigint | string | Uint8Array | SqliteUnread;

export interface SqliteColumn {
  readonly name: string;
  /** As declared; it binds no value. */
  readonly type: string;
  /** Of the primary key, or a part of it. */
  readonly isKey: boolean;
}

export interface WantedColumn {
  readonly name: string;
  /** Longer texts and bytes are not given. */
  readonly mostBytes: number;
  /** Whether bytes are wanted, or texts and numbers alone. */
  readonly takesBytes: boolean;
}

export interface SqliteFile {
  /** A `computed` one (a view, a virtual table) has no rows of its own: what it gives, a program in the file decides. */
  kindOf(table: string): 'table' | 'computed' | null;
  /** In their order. Throws SqliteDamaged, as what follows. */
  columnsOf(table: string): readonly SqliteColumn[];
  /** As the table has them, some hundreds at a time, each along the columns wanted. Only of what is a table. */
  rows(table: string, wanted: readonly WantedColumn[]): AsyncGenerator<readonly (readonly SqliteValue[])[], void>;
  /** Of the file, in all that was read of it so far. */
  readonly readBytes: number;
  close(): void;
}

/** Names of tables and columns are the same in either case of Latin letters. */
export const foldedName = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** The file is not as SQLite makes it, or not whole. The message is SQLite's. */
export class SqliteDamaged extends Error {}
