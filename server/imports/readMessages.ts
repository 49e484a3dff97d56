/** What the server and the process that reads files say to each other. */
import type { ExpectedPlace } from '../../domain/formats/files/coordinates.ts';
import type { FileFault, FileNote } from '../../domain/formats/files/fileFault.ts';
import type { FileTable, FormatId } from '../../domain/formats/files/fileFormat.ts';
import type { ReadLimits } from '../../domain/formats/files/readLimits.ts';

export interface ReadOrder {
  readonly id: number;
  /** Where the file lies, and where its rows go. */
  readonly path: string;
  readonly rowsPath: string;
  /** As the person called it. */
  readonly name: string;
  readonly limits: ReadLimits;
  /** Where its places are to lie; missing where nobody knows. */
  readonly expected?: ExpectedPlace | undefined;
}

/** A stretch of the file of rows: the rows of one page as JSON. */
export interface RowPage {
  readonly offset: number;
  readonly bytes: number;
  readonly rowCount: number;
}

export interface ReadTable extends FileTable {
  readonly rowCount: number;
  readonly hasShapes: boolean;
  readonly pages: readonly RowPage[];
}

export interface ReadFile {
  readonly format: FormatId;
  /** Of the file, as lower-case hex. */
  readonly sha256: string;
  readonly tables: readonly ReadTable[];
  readonly notes: readonly FileNote[];
}

export type FromReader =
  | { readonly ready: true }
  | { readonly id: number; readonly readBytes: number; readonly rowCount: number }
  | { readonly id: number; readonly read: ReadFile }
  | { readonly id: number; readonly refused: FileFault }
  /** A fault of ours: what happened, for the log. */
  | { readonly id: number; readonly failed: string };
