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
