/** Reading and writing in pieces: a source of bytes in memory, and its stretches one after another. */
import type { ByteSource } from './fileFormat.ts';

export const sourceOf = (name: string, bytes: Uint8Array): ByteSource => ({
  name,
  size: bytes.length,
  slice: async (start, end) => bytes.subarray(start, end),
});

/** Bytes a piece: large enough that their number does not matter, small beside the memory of a worker. */
const pieceBytes = 256 * 1024;

export async function* stretches(source: ByteSource, start = 0, end = source.size): AsyncGenerator<Uint8Array, void> {
  for (let at = start; at < end; at += pieceBytes) yield source.slice(at, Math.min(end, at + pieceBytes));
}

/** All the pieces as one. */
export async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
