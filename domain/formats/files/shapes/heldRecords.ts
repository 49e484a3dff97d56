/** Records that can only be written when the last of them is known, held close together: as arrays of their own they take thrice the room. */

const blockBytes = 256 * 1024;
const lengthBytes = 4;

export class HeldRecords {
  /** In each its records one behind another, each behind its length. */
  readonly #blocks: { readonly bytes: Uint8Array; readonly view: DataView; end: number }[] = [];
  count = 0;
  /** Of all records together. */
  bytes = 0;

  push(record: Uint8Array): void {
    const needed = lengthBytes + record.length;
    let block = this.#blocks.at(-1);
    if (!block || block.end + needed > block.bytes.length) {
      const bytes = new Uint8Array(Math.max(blockBytes, needed));
      block = { bytes, view: new DataView(bytes.buffer), end: 0 };
      this.#blocks.push(block);
    }
    block.view.setUint32(block.end, record.length);
    block.bytes.set(record, block.end + lengthBytes);
    block.end += needed;
    this.count += 1;
    this.bytes += record.length;
  }

  /** In the order in which they came; they are not to be changed. */
  *[Symbol.iterator](): Generator<Uint8Array, void> {
    for (const { bytes, view, end } of this.#blocks) {
      for (let at = 0; at < end;) {
        const length = view.getUint32(at);
        yield bytes.subarray(at + lengthBytes, at + lengthBytes + length);
        at += lengthBytes + length;
      }
    }
  }
}
