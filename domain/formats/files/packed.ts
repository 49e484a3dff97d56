/**
 * Files packed into one (zip): its directory read from the end, each entry unpacked in pieces while its bytes are
 * counted. What the archive says of sizes is not believed (MEASURED C4).
 */
import { configure, ERR_UNSAFE_FILENAME, Reader, ZipReader, type Entry, type FileEntry } from '@zip.js/zip.js';
import { FileRefused, type ByteSource } from './fileFormat.ts';
import { fault, type FileFaultCode } from './fileFault.ts';
import { joined } from './pieces.ts';
import type { ReadLimits } from './readLimits.ts';

configure({ useWebWorkers: false });

export interface PackedEntry {
  /** With its folders, parted by "/". */
  readonly name: string;
  readonly packedBytes: number;
  /** Its bytes in pieces. Throws FileRefused when they pass the limits or are damaged. */
  bytes(): AsyncGenerator<Uint8Array, void>;
  /** All of them at once: for entries that must be whole. */
  whole(): Promise<Uint8Array>;
}

/** Bytes that may unpack to any size: small files of blanks pack well. */
const freeBytes = 1024 * 1024;

/** Files only; throws FileRefused for what is no sound archive, is encrypted, or holds names that lead outside. */
export async function openPacked(source: ByteSource, limits: ReadLimits): Promise<readonly PackedEntry[]> {
  const budget = { left: limits.unpackedBytes };
  const entries: FileEntry[] = [];
  const names = new Set<string>();
  try {
    const archive = new ZipReader(new SourceReader(source), { filenameValidation: 'strict' });
    let count = 0;
    for await (const entry of archive.getEntriesGenerator()) {
      count += 1;
      if (count > limits.entries) throw new FileRefused(fault('too-many-entries', {}, { limit: limits.entries }));
      const refused = refusalOf(entry, names);
      if (refused) throw new FileRefused(fault(refused, { column: entry.filename.slice(0, 200) }));
      names.add(entry.filename);
      if (!entry.directory) entries.push(entry);
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    const { message, filename } = error as { readonly message?: string; readonly filename?: string };
    if (message !== ERR_UNSAFE_FILENAME) throw new FileRefused(fault('broken'));
    throw new FileRefused(fault('entry-outside', { column: filename?.slice(0, 200) ?? null }));
  }
  return entries.map((entry) => packedEntry(entry, limits, budget));
}

function refusalOf(entry: Entry, names: ReadonlySet<string>): FileFaultCode | null {
  const name = entry.filename;
  if (entry.encrypted) return 'encrypted';
  const isLink = ((entry.externalFileAttributes >>> 16) % 0x10000) >>> 12 === 0o12;
  if (isLink) return 'entry-outside';
  return names.has(name) ? 'broken' : null;
}

function packedEntry(entry: FileEntry, limits: ReadLimits, budget: { left: number }): PackedEntry {
  const { filename: name, compressedSize: packedBytes } = entry;
  async function* bytes(): AsyncGenerator<Uint8Array, void> {
    const stop = new AbortController();
    const broken = new FileRefused(fault('broken', { column: name }));
    let fail: (error: unknown) => void = () => undefined;
    const pipe = new TransformStream<Uint8Array, Uint8Array>({
      start: (controller) => {
        fail = (error) => controller.error(error);
      },
    });
    const reader = pipe.readable.getReader();
    const filling = entry.getData(pipe.writable, { checkSignature: true, signal: stop.signal });
    // Its failure does not reach the reader of the pipe by itself, who would wait for ever.
    filling.catch(() => fail(broken));
    const orBroken = () => Promise.reject(broken);
    let seen = 0;
    try {
      for (;;) {
        const { done, value } = await reader.read().catch(orBroken);
        if (done) {
          await filling.catch(orBroken);
          break;
        }
        seen += value.length;
        budget.left -= value.length;
        const most = Math.max(freeBytes, packedBytes * limits.expansion);
        if (budget.left < 0 || seen > most) {
          throw new FileRefused(fault('unpacks-too-large', { column: name }, { limit: limits.unpackedBytes }));
        }
        yield value;
      }
    } finally {
      stop.abort();
      await reader.cancel().catch(() => undefined);
    }
  }
  return { name, packedBytes, bytes, whole: () => joined(bytes()) };
}

class SourceReader extends Reader<ByteSource> {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super(source);
    this.#source = source;
    this.size = source.size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const end = Math.min(this.size, index + length);
    return index >= end ? new Uint8Array() : this.#source.slice(index, end);
  }
}
