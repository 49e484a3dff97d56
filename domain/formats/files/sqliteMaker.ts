/** A database of SQLite that is made to leave as a file, as far as writing such files needs it: tables and rows, no language. */

/** A whole number or one with decimals, as the column it goes to is declared. */
export type NewValue = null | number | string | Uint8Array;

export interface NewColumn {
  readonly name: string;
  /** As declared: TEXT, INTEGER, DOUBLE, or what a standard built on SQLite calls it. */
  readonly type: string;
  readonly isRequired?: boolean;
  /** For rows that others add later: nothing, or the moment in which they do. */
  readonly byDefault?: '' | 'now';
}

export interface NewTable {
  readonly name: string;
  readonly columns: readonly NewColumn[];
  /** Names of columns; a single one declared INTEGER is the number of the row itself. */
  readonly key: readonly string[];
  /** Columns that tell rows apart as the key does. */
  readonly unique?: readonly (readonly string[])[];
  /** Columns whose values are keys of another table. */
  readonly references?: readonly { readonly column: string; readonly table: string; readonly key: string }[];
}

/** Where things are found by the box around them, kept up to date by whoever changes the table later. */
export interface BoxIndex {
  /** Of the index, whose rows are the key and west, east, south and north. */
  readonly name: string;
  readonly table: string;
  readonly key: string;
  readonly column: string;
}

/** Throws what hinders it: no room on the disk. Whoever has it made removes it. */
export interface SqliteMaker {
  /** What the header says of whose kind the database is, and of which version of it. */
  mark(application: number, version: number): void;
  createTable(table: NewTable): void;
  /** Other types for its columns, which bind no value there is, and columns behind, empty in the rows there are. */
  redeclare(table: NewTable): void;
  createBoxIndex(index: BoxIndex): void;
  /** Some hundreds, along the columns, to a table or an index. */
  add(table: string, rows: readonly (readonly NewValue[])[]): void;
  /** The whole file; nothing is added afterwards. */
  pieces(): AsyncGenerator<Uint8Array, void>;
  remove(): Promise<void>;
}
