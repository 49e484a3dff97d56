/**
 * One interface to every kind of file that comes in or goes out. A file is a few tables (sheets, layers) of rows, each
 * row with its cells as text and perhaps a shape. It is read and written in pieces: no file needs to be in memory whole.
 */
import type { ExpectedPlace } from './coordinates.ts';
import type { FileShape } from './fileShape.ts';
import type { Cell, Column } from '../table.ts';
import type { FileFault, FileNote } from './fileFault.ts';
import type { Gzip } from './gzip.ts';
import type { ReadLimits } from './readLimits.ts';
import type { SqliteFile } from './sqliteFile.ts';
import type { Spool } from './spool.ts';
import type { SqliteMaker } from './sqliteMaker.ts';

export const formatIds = [
  'xlsx',
  'csv',
  'geojson',
  'kml',
  'kmz',
  'gpx',
  'shapefile',
  'osm-xml',
  'osm-pbf',
  'geopackage',
] as const;
export type FormatId = (typeof formatIds)[number];

/** Bytes that lie anywhere (a file of the server, one chosen in the browser, memory), given a stretch at a time. */
export interface ByteSource {
  /** As the person called it, with its extension. */
  readonly name: string;
  /** In bytes, as the file system has it: never what the file says of itself. */
  readonly size: number;
  /** From `start` up to `end` (not included), both within the size. */
  slice(start: number, end: number): Promise<Uint8Array>;
  /** Where a program of SQLite is at hand, the same bytes as a database; throws SqliteDamaged. Whoever opens it closes it. */
  readonly openSqlite?: () => Promise<SqliteFile>;
}

/** A sheet or a layer. */
export interface FileTable {
  readonly name: string;
  /** Headings in NFC as written, each once; one that is missing is the letter of its column ("C"). */
  readonly columns: readonly string[];
  /** How numbers are written in its cells: 1234.5, or 1234,5. */
  readonly decimal: '.' | ',';
}

export interface FileRow {
  /** Where a person finds it: row of the sheet or line of the text (the heading counts), or the nth feature from 1. */
  readonly row: number;
  /**
   * Along the columns of its table, in NFC with the ends trimmed; null where nothing stands. Numbers of a workbook are
   * written 1234.5, its dates yyyy-mm-dd, its booleans TRUE and FALSE.
   */
  readonly cells: readonly (string | null)[];
  /** WGS 84, [longitude, latitude]; null in tables without shapes. */
  readonly geometry: FileShape | null;
}

export type FileEvent =
  /** The rows and notes that follow are of this table. */
  | { readonly table: FileTable }
  /** A few hundred at a time. */
  | { readonly rows: readonly FileRow[] }
  /** What a person must know of the file before using it; it does not stop the reading. */
  | { readonly note: FileNote }
  /** How much of the file has been read, in bytes of it. */
  | { readonly readBytes: number };

/** Thrown while reading: nothing of the file is to be used. */
export class FileRefused extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fault.code);
    this.fault = fault;
  }
}

export interface WrittenTable {
  /** At most 31 characters, none of []:*?/\ . */
  readonly name: string;
  readonly columns: readonly Column[];
}

export interface WrittenRow {
  /** Along the columns. */
  readonly cells: readonly Cell[];
  /** WGS 84, [longitude, latitude]. */
  readonly geometry: FileShape | null;
}

/** What the file says about itself; the time is given, not read from a clock. */
export interface FileFacts {
  readonly title: string;
  readonly createdAt: Date;
}

/** Rows as they come, some hundreds at a time. */
export type RowPieces = AsyncIterable<readonly WrittenRow[]> | Iterable<readonly WrittenRow[]>;

/** What the place in which a file is written has for it. */
export interface WritingMeans {
  /** For packed files: a faster one than the platform's. */
  readonly gzip?: Gzip;
  /** Where a program of SQLite and room for a file are at hand. */
  readonly makeSqlite?: () => Promise<SqliteMaker>;
  /** For formats that begin with what is known only at the end; without it their rows are held in memory. */
  readonly makeSpool?: () => Promise<Spool>;
}

export interface FileFormat {
  readonly id: FormatId;
  /** With their dot, lower case; the first is what a written file gets. */
  readonly extensions: readonly string[];
  /** From the first bytes (at least 4 kB where the file has them), whatever the file is called. */
  readonly recognises: (head: Uint8Array, name: string) => boolean;
  /**
   * Throws FileRefused; whatever else it throws is a fault of ours. `expected`: where the places are to lie, which tells
   * the grid of shapes that name none.
   */
  readonly read?: (source: ByteSource, limits: ReadLimits, expected?: ExpectedPlace) => AsyncGenerator<FileEvent, void>;
  /** Some pieces may be empty: of a file that begins late they let whoever takes it stop. */
  readonly write?: (
    table: WrittenTable,
    rows: RowPieces,
    facts: FileFacts,
    means?: WritingMeans,
  ) => AsyncGenerator<Uint8Array, void>;
  /** Without it nothing can be written: where it is not there, the format is not offered (see writtenFormats). */
  readonly writingNeeds?: keyof WritingMeans;
}
