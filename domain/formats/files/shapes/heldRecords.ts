/**
 * Records that can only be written when the last of them is known, held close together: as arrays of their own they take
 * thrice the room. With a spool only the latest of them stay in memory.
 */
import type { Spool } from '../spool.ts';

const blockBytes = 256 * 1024;
const lengthBytes = 4;

interface Block {
  /** Its records one behind another, each behind its length. */
  readonly bytes: Uint8Array;
  readonly view: DataView;
  end: number;
}

export class HeldRecords {
  readonly #spool: Spool | null;
  /** Where in the spool each block lies that has been laid down. */
  readonly #spooled: { readonly start: number; readonly end: number }[] = [];
  #blocks: Block[] = [];
  count = 0;
  /** Of all records together. */
  bytes = 0;

  constructor(spool: Spool | null) {
    this.#spool = spool;
  }

  push(record: Uint8Array): void {
    const needed = lengthBytes + record.length;
    let block = this.#blocks.at(-1);
    if (!block || block.end + needed > block.bytes.length) {
      block = blockOf(new Uint8Array(Math.max(blockBytes, needed)), 0);
      this.#blocks.push(block);
    }
    block.view.setUint32(block.end, record.length);
    block.bytes.set(record, block.end + lengthBytes);
    block.end += needed;
    this.count += 1;
    this.bytes += record.length;
  }

  /** Lays down what is full, if there is where. */
  async settle(): Promise<void> {
    if (!this.#spool || this.#blocks.length < 2) return;
    const full = this.#blocks.slice(0, -1);
    this.#blocks = this.#blocks.slice(-1);
    for (const { bytes, end } of full) {
      const start = this.#spooled.at(-1)?.end ?? 0;
      await this.#spool.append(bytes.subarray(0, end));
      this.#spooled.push({ start, end: start + end });
    }
  }

  /** The records in the order in which they came, many at a time; they are not to be changed. */
  async *runs(): AsyncGenerator<Iterable<Uint8Array>, void> {
    for (const { start, end } of this.#spooled) {
      yield recordsOf(blockOf(await this.#spool!.slice(start, end), end - start));
    }
    for (const block of this.#blocks) yield recordsOf(block);
  }

  async remove(): Promise<void> {
    await this.#spool?.remove();
  }
}

const blockOf = (bytes: Uint8Array, end: number): Block => ({
  bytes,
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  end,
});

function* recordsOf({ bytes, view, end }: Block): Generator<Uint8Array, void> {
  for (let at = 0; at < end;) {
    const length = view.getUint32(at);
    yield bytes.subarray(at + lengthBytes, at + lengthBytes + length);
    at += lengthBytes + length;
  }
}
