/** GeoPackage, in which QGIS keeps its layers: a database of SQLite, read and written where a program of SQLite is at hand. */
import { FileRefused, type ByteSource, type FileEvent, type FileFormat } from '../fileFormat.ts';
import { note } from '../fileFault.ts';
import type { ReadLimits } from '../readLimits.ts';
import { SqliteDamaged, type SqliteFile } from '../sqliteFile.ts';
import { openGeoPackage } from './geoPackage.ts';
import { writeGeoPackage } from './geoPackageWriter.ts';
import { refuse, type OpenedShapes } from './rawShapes.ts';
import { readShapes } from './shapeTables.ts';
import type { ExpectedPlace } from '../coordinates.ts';

/** Any database of SQLite is taken here, to be told what it is not. */
const isSqlite = (head: Uint8Array): boolean => ascii(head, 0, 16) === 'SQLite format 3\0';

export const geoPackageFormat: FileFormat = {
  id: 'geopackage',
  extensions: ['.gpkg'],
  recognises: isSqlite,
  read: readGeoPackage,
  write: writeGeoPackage,
  writingNeeds: 'makeSqlite',
};

/** Where things stand in SQLite's header (its file format §1.3), and what the header says of a GeoPackage there. */
const at = {
  pageSize: 16,
  writeVersion: 18,
  changes: 24,
  pages: 28,
  encoding: 56,
  application: 68,
  changesOfPages: 92,
};
const headerBytes = 100;
/** OGC 12-128r18 §1.1.1.1.1; before 1.2 each version had its own. */
const applications = ['GPKG', 'GP10', 'GP11'];

interface Header {
  readonly saysGeoPackage: boolean;
  readonly isUtf16: boolean;
  /** Changes are written to a file beside it, which has not come with it, until the program that has it open ends. */
  readonly isOpenElsewhere: boolean;
  /** SQLite reads zeros where the last page ends too soon. */
  readonly isCut: boolean;
}

function headerOf(head: Uint8Array, size: number): Header {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const saidSize = view.getUint16(at.pageSize);
  const pageSize = saidSize === 1 ? 65_536 : Math.max(1, saidSize);
  // The number of pages is only right when it was written with the last change.
  const pages = view.getUint32(at.changes) === view.getUint32(at.changesOfPages) ? view.getUint32(at.pages) : 0;
  return {
    saysGeoPackage: applications.includes(ascii(head, at.application, 4)),
    // 1 is UTF-8, 0 a database without tables.
    isUtf16: view.getUint32(at.encoding) > 1,
    isOpenElsewhere: head[at.writeVersion] === 2 || head[at.writeVersion + 1] === 2,
    isCut: size % pageSize !== 0 || size < pages * pageSize,
  };
}

async function* readGeoPackage(
  source: ByteSource,
  limits: ReadLimits,
  expected?: ExpectedPlace,
): AsyncGenerator<FileEvent, void> {
  const head = await source.slice(0, Math.min(source.size, headerBytes));
  if (head.length < headerBytes) refuse('broken');
  if (!source.openSqlite) return refuse('cannot-be-read-here');
  const { saysGeoPackage, isUtf16, isOpenElsewhere, isCut } = headerOf(head, source.size);
  if (isUtf16) refuse('text-in-utf-16');
  if (isCut) refuse(isOpenElsewhere ? 'changes-missing' : 'broken');
  try {
    const sqlite = await source.openSqlite();
    try {
      const opened = await opening(sqlite, source, limits, saysGeoPackage);
      yield* readShapes(source, isOpenElsewhere ? withNote(opened) : opened, limits, expected);
    } finally {
      sqlite.close();
    }
  } catch (error) {
    const isDamaged = error instanceof SqliteDamaged;
    const isMissing = error instanceof FileRefused && ['broken', 'table-missing'].includes(error.fault.code);
    if (isOpenElsewhere && isMissing) {
      const { table, row, column } = error.fault;
      refuse('changes-missing', { table, row, column });
    }
    if (isDamaged) refuse(isOpenElsewhere ? 'changes-missing' : 'broken', {}, { said: error.message });
    throw error;
  }
}

async function opening(
  sqlite: SqliteFile,
  source: ByteSource,
  limits: ReadLimits,
  saysSo: boolean,
): Promise<OpenedShapes> {
  // Some programs leave the mark out: what lies in it tells as well.
  if (!saysSo && sqlite.kindOf('gpkg_contents') === null) refuse('not-geopackage');
  return openGeoPackage(sqlite, source, limits);
}

const withNote = (opened: OpenedShapes): OpenedShapes => ({
  ...opened,
  get notes() {
    return [note('changes-may-be-missing'), ...opened.notes];
  },
});

const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));
