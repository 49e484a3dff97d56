/** Files packed into one while they are written, none of them in memory whole. */
import { Zip, ZipDeflate } from 'fflate';

export interface PackedFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Names with other letters than ASCII are marked as UTF-8. Throws when an entry passes the 4 GB of the format. */
export async function* zipped(
  files: AsyncIterable<PackedFile> | Iterable<PackedFile>,
  at: Date,
): AsyncGenerator<Uint8Array, void> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const taken = (): readonly Uint8Array[] => {
    const pieces = ready;
    ready = [];
    return pieces;
  };
  for await (const { name, bytes } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = at;
    zip.add(entry);
    for await (const piece of bytes) {
      entry.push(piece);
      yield* taken();
    }
    entry.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
