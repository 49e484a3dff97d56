/** How much a file may be and hold before it is refused (MEASURED C4). All are settings of whoever reads. */
export interface ReadLimits {
  readonly bytes: number;
  /** Rows of all tables together. */
  readonly rows: number;
  readonly columns: number;
  readonly tables: number;
  /** Characters of one cell; Excel's own limit. */
  readonly cellCharacters: number;
  /** Bytes of all that is packed in the file, counted while unpacking. */
  readonly unpackedBytes: number;
  /** Unpacked over packed, beyond the first megabyte. */
  readonly expansion: number;
  /** Files packed in one. */
  readonly entries: number;
  /** Of elements or brackets within each other. */
  readonly depth: number;
  /** Of one shape. */
  readonly vertices: number;
}

export const defaultReadLimits: ReadLimits = {
  bytes: 100 * 1024 * 1024,
  rows: 1_000_000,
  columns: 300,
  tables: 50,
  cellCharacters: 32_767,
  unpackedBytes: 1024 * 1024 * 1024,
  expansion: 100,
  entries: 1000,
  depth: 64,
  vertices: 100_000,
};
