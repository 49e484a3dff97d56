/** A file of this machine as a source of bytes. */
import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { ByteSource } from '../../domain/formats/files/fileFormat.ts';
import { readStretch } from '../readStretch.ts';

/** `name`: as the person called it. The handle stays the caller's to close. */
export async function fileSource(handle: FileHandle, name: string): Promise<ByteSource> {
  const { size } = await handle.stat();
  return {
    name,
    size,
    slice: (start, end) => readStretch(handle, start, end),
    // Its program is large and few need it.
    openSqlite: async () => {
      const { openSqliteFile } = await import('../db/sqlite/sqliteFile.ts');
      const read = (into: Uint8Array, position: number) => readSync(handle.fd, into, 0, into.length, position);
      return openSqliteFile({ size, read });
    },
  };
}
