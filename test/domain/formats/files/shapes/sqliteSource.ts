/** Bytes in memory, with SQLite at hand as it is where the server reads a file. */
import type { ByteSource } from '../../../../../domain/formats/files/fileFormat.ts';
import { sourceOf } from '../../../../../domain/formats/files/pieces.ts';
import { openSqliteFile } from '../../../../../server/db/sqlite/sqliteFile.ts';

export const sqliteSource = (bytes: Uint8Array, name = 'Thôn.gpkg'): ByteSource => ({
  ...sourceOf(name, bytes),
  openSqlite: () =>
    openSqliteFile({
      size: bytes.length,
      read: (into, position) => {
        const given = bytes.subarray(position, position + into.length);
        into.set(given);
        return given.length;
      },
    }),
});
