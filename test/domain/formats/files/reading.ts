/** A whole file read, for tests: its tables with their rows, its notes, or why it was refused. */
import {
  FileRefused,
  type FileFormat,
  type FileRow,
  type FileTable,
} from '../../../../domain/formats/files/fileFormat.ts';
import type { FileFault, FileNote } from '../../../../domain/formats/files/fileFault.ts';
import { sourceOf } from '../../../../domain/formats/files/pieces.ts';
import { defaultReadLimits, type ReadLimits } from '../../../../domain/formats/files/readLimits.ts';

export interface ReadTable extends FileTable {
  readonly rows: FileRow[];
}

export interface ReadFile {
  readonly tables: readonly ReadTable[];
  readonly notes: readonly FileNote[];
}

export async function readWhole(
  format: FileFormat,
  bytes: Uint8Array,
  name = `thon${format.extensions[0]}`,
  limits: Partial<ReadLimits> = {},
): Promise<ReadFile> {
  const tables: ReadTable[] = [];
  const notes: FileNote[] = [];
  for await (const event of format.read!(sourceOf(name, bytes), { ...defaultReadLimits, ...limits })) {
    if ('table' in event) tables.push({ ...event.table, rows: [] });
    else if ('rows' in event) tables.at(-1)!.rows.push(...event.rows);
    else if ('note' in event) notes.push(event.note);
  }
  return { tables, notes };
}

/** The fault; an error for a file that is read. */
export async function faultOf(...asked: Parameters<typeof readWhole>): Promise<FileFault> {
  try {
    await readWhole(...asked);
  } catch (error) {
    if (error instanceof FileRefused) return error.fault;
    throw error;
  }
  throw new Error('the file was read');
}

export const cellsOf = ({ tables }: ReadFile, table = 0) => tables[table]!.rows.map(({ cells }) => cells);
