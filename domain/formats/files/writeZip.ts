/**
 * A zip archive written as its entries come: nothing is held but the list of what was written. Packed by a gzip, whose
 * trailer has the CRC-32 that a zip needs. Without Zip64: up to 4 GB.
 */
import { platformGzip, type Gzip } from './gzip.ts';

export interface PackedEntry {
  readonly name: string;
  readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

interface Written {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

const encoder = new TextEncoder();

/** An entry is read to its end before the next one is asked for. Throws a RangeError beyond 4 GB. */
export async function* writeZip(
  entries: AsyncIterable<PackedEntry> | Iterable<PackedEntry>,
  gzip: Gzip = platformGzip,
): AsyncGenerator<Uint8Array, void> {
  const written: Written[] = [];
  let at = 0;
  for await (const { name, pieces } of entries) {
    const entry = { name: encoder.encode(name), crc: 0, packed: 0, unpacked: 0, at };
    const header = localHeader(entry);
    at += header.length;
    yield header;
    const counted = counting(pieces, (length) => {
      entry.unpacked += length;
    });
    const body = withoutEnvelope(gzip(counted));
    for (;;) {
      const { value, done } = await body.next();
      if (done) {
        entry.crc = value;
        break;
      }
      entry.packed += value.length;
      yield value;
    }
    const sizes = descriptor(entry);
    at += entry.packed + sizes.length;
    if (at > most || entry.unpacked > most) throw new RangeError('a zip archive without Zip64 ends at 4 GB');
    yield sizes;
    written.push(entry);
  }
  const directory = written.map(directoryEntry);
  yield* directory;
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  yield endOfDirectory(written.length, length, at);
}

const most = 0xffffffff;

async function* counting(pieces: PackedEntry['pieces'], count: (length: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    count(piece.length);
    yield piece;
  }
}

/** RFC 1952: ten bytes before, then CRC-32 and length behind. Returns the CRC-32. */
async function* withoutEnvelope(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, number> {
  let toSkip = 10;
  let tail = new Uint8Array(0);
  for await (const piece of pieces) {
    const skipped = Math.min(toSkip, piece.length);
    toSkip -= skipped;
    const fresh = piece.subarray(skipped);
    if (fresh.length >= 8) {
      if (tail.length > 0) yield tail;
      if (fresh.length > 8) yield fresh.subarray(0, fresh.length - 8);
      tail = fresh.slice(fresh.length - 8);
    } else if (fresh.length > 0) {
      const joined = new Uint8Array(tail.length + fresh.length);
      joined.set(tail);
      joined.set(fresh, tail.length);
      const held = Math.min(8, joined.length);
      if (joined.length > held) yield joined.subarray(0, joined.length - held);
      tail = joined.slice(joined.length - held);
    }
  }
  return new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
}

/** Sizes follow behind the data (bit 3), the name is UTF-8 (bit 11). */
const flags = 0x0808;
const deflated = 8;
const version = 20;
/** 1 January 1980: the same list makes the same bytes. */
const dosDate = 0x0021;

function bytesOf(length: number, fill: (view: DataView) => void, ...tail: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(length + tail.reduce((sum, part) => sum + part.length, 0));
  fill(new DataView(bytes.buffer));
  let at = length;
  for (const part of tail) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const localHeader = ({ name }: Written): Uint8Array =>
  bytesOf(
    30,
    (view) => {
      view.setUint32(0, 0x04034b50, true);
      view.setUint16(4, version, true);
      view.setUint16(6, flags, true);
      view.setUint16(8, deflated, true);
      view.setUint16(12, dosDate, true);
      view.setUint16(26, name.length, true);
    },
    name,
  );

const descriptor = ({ crc, packed, unpacked }: Written): Uint8Array =>
  bytesOf(16, (view) => {
    view.setUint32(0, 0x08074b50, true);
    view.setUint32(4, crc, true);
    view.setUint32(8, packed, true);
    view.setUint32(12, unpacked, true);
  });

const directoryEntry = ({ name, crc, packed, unpacked, at }: Written): Uint8Array =>
  bytesOf(
    46,
    (view) => {
      view.setUint32(0, 0x02014b50, true);
      view.setUint16(4, version, true);
      view.setUint16(6, version, true);
      view.setUint16(8, flags, true);
      view.setUint16(10, deflated, true);
      view.setUint16(14, dosDate, true);
      view.setUint32(16, crc, true);
      view.setUint32(20, packed, true);
      view.setUint32(24, unpacked, true);
      view.setUint16(28, name.length, true);
      view.setUint32(42, at, true);
    },
    name,
  );

const endOfDirectory = (count: number, length: number, at: number): Uint8Array =>
  bytesOf(22, (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, count, true);
    view.setUint16(10, count, true);
    view.setUint32(12, length, true);
    view.setUint32(16, at, true);
  });
