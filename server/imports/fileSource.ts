/** A file of this machine as a source of bytes. */
import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { ByteSource } from '../../domain/formats/files/fileFormat.ts';

/** `name`: as the person called it. The handle stays the caller's to close. */
export async function fileSource(handle: FileHandle, name: string): Promise<ByteSource> {
  const { size } = await handle.stat();
  return {
    name,
    size,
    slice: async (start, end) => {
      const bytes = new Uint8Array(end - start);
      let read = 0;
      while (read < bytes.length) {
        const { bytesRead } = await handle.read(bytes, read, bytes.length - read, start + read);
        if (bytesRead === 0) break;
        read += bytesRead;
      }
      return read === bytes.length ? bytes : bytes.subarray(0, read);
    },
    // Its program is large and few need it.
    openSqlite: async () => {
      const { openSqliteFile } = await import('../db/sqlite/sqliteFile.ts');
      const read = (into: Uint8Array, position: number) => readSync(handle.fd, into, 0, into.length, position);
      return openSqliteFile({ size, read });
    },
  };
}
