/** A stretch of a file, whole: the system may give less of it at a time than is asked for. */
import type { FileHandle } from 'node:fs/promises';

/** From `start` up to `end` (not included); shorter where the file ends before. */
export async function readStretch(handle: FileHandle, start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start);
  let read = 0;
  while (read < bytes.length) {
    const { bytesRead } = await handle.read(bytes, read, bytes.length - read, start + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return read === bytes.length ? bytes : bytes.subarray(0, read);
}
