/** What a server has for the files it writes, and which formats it can write with it. */
import type { WritingMeans } from '../../domain/formats/files/fileFormat.ts';
import { writtenFormats } from '../../domain/formats/files/writtenFormats.ts';
import { fastGzip } from './fastGzip.ts';
import { temporarySpool } from './temporarySpool.ts';

export const serverMeans: WritingMeans = {
  gzip: fastGzip,
  makeSpool: temporarySpool,
  // Its program is large and few need it.
  makeSqlite: async () => (await import('../db/sqlite/sqliteMaker.ts')).makeSqliteFile(),
};

export const serverFormats = writtenFormats(serverMeans);
