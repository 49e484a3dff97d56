/** Room on the disk for what a file that is written must lay aside. */
import type { Spool } from '../../domain/formats/files/spool.ts';
import { readStretch } from '../readStretch.ts';
import { temporaryFile } from '../temporaryFile.ts';

export async function temporarySpool(): Promise<Spool> {
  const { handle, remove } = await temporaryFile('spool');
  let size = 0;
  return {
    append: async (bytes) => {
      for (let at = 0; at < bytes.length;) {
        const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, size + at);
        at += bytesWritten;
      }
      size += bytes.length;
    },
    slice: async (start, end) => {
      const bytes = await readStretch(handle, start, end);
      if (bytes.length < end - start) throw new Error('what was laid aside ends too soon');
      return bytes;
    },
    remove,
  };
}
