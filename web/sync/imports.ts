/** Files to be taken in: sent in pieces, read by the server, looked at page by page. */
import type { FileFault, FileNote } from '../../domain/formats/files/fileFault.ts';
import type { FileRow, FileTable, FormatId } from '../../domain/formats/files/fileFormat.ts';
import type { Id } from '../../domain/records/fields.ts';
import { call, type Answer } from './api.ts';

export interface SentTable extends FileTable {
  readonly rowCount: number;
  readonly hasShapes: boolean;
  readonly pageCount: number;
}

export interface SentFile {
  readonly id: Id;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** When it was begun to be sent (ISO 8601). */
  readonly at: string;
  readonly state: 'receiving' | 'waiting' | 'reading' | 'read' | 'refused' | 'failed';
  readonly receivedBytes: number;
  readonly readBytes: number;
  readonly rowCount: number;
  readonly fault: FileFault | null;
  readonly read: {
    readonly format: FormatId;
    readonly sha256: string;
    readonly tables: readonly SentTable[];
    readonly notes: readonly FileNote[];
  } | null;
}

const importsPath = (villageId: Id): string => `/api/villages/${villageId}/imports`;
const importPath = (villageId: Id, id: Id): string => `${importsPath(villageId)}/${id}`;

/** The same id again gives the file that was begun under it. */
export const beginFile = (villageId: Id, file: Pick<SentFile, 'id' | 'name' | 'size'>): Promise<Answer<SentFile>> =>
  call('POST', importsPath(villageId), file);

export const sendPiece = (villageId: Id, id: Id, from: number, piece: Blob): Promise<Answer<SentFile>> =>
  call('PUT', `${importPath(villageId, id)}/bytes?from=${from}`, new Blob([piece], { type: '' }));

export const readFileState = (villageId: Id, id: Id): Promise<Answer<SentFile>> =>
  call('GET', importPath(villageId, id));

/** The latest first. */
export const readFiles = (villageId: Id): Promise<Answer<{ readonly imports: readonly SentFile[] }>> =>
  call('GET', importsPath(villageId));

export const dropFile = (villageId: Id, id: Id): Promise<Answer<undefined>> =>
  call('DELETE', importPath(villageId, id));

export const readPage = (villageId: Id, id: Id, table: number, page: number): Promise<Answer<readonly FileRow[]>> =>
  call('GET', `${importPath(villageId, id)}/tables/${table}/pages/${page}`);
