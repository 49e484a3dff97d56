/**
 * Files put into an archive one at a time, so that others are served between two. fflate's own asynchronous `zip` packs
 * everything below 160 kB in one go, which each face is.
 */
import { Zip, ZipDeflate } from 'fflate';

const encoder = new TextEncoder();

/** `at`: the time each file is said to be of. */
export function zipOf(at: Date) {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  return {
    add(name: string, text: string): void {
      const file = new ZipDeflate(name);
      file.mtime = at;
      zip.add(file);
      file.push(encoder.encode(text), true);
    },
    finish(): Buffer {
      zip.end();
      return Buffer.concat(chunks);
    },
  };
}
