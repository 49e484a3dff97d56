/** OSM PBF into its elements: blobs one after another, each unpacked with its bytes counted (OpenStreetMap's "PBF Format"). */
import { Unzlib } from 'fflate';
import { PbfReader } from 'pbf';
import { FileRefused, type ByteSource } from '../fileFormat.ts';
import type { ReadLimits } from '../readLimits.ts';
import { addBlock } from './osmBlock.ts';
import { OsmElements } from './osmElements.ts';
import { refuse } from './rawShapes.ts';

/** The format's own bounds, against which all that a file claims is held. */
const mostHeaderBytes = 64 * 1024;
const mostBlobBytes = 32 * 1024 * 1024;

/** By the head of its first blob: a length, then the word. */
export const isOsmPbf = (head: Uint8Array): boolean =>
  head.length > 15 && head[0] === 0 && head[4] === 0x0a && String.fromCharCode(...head.subarray(6, 15)) === 'OSMHeader';

export async function osmPbfElements(source: ByteSource, limits: ReadLimits): Promise<OsmElements> {
  const elements = new OsmElements();
  let unpackedBytes = 0;
  let at = 0;
  const claimed = async (bytes: number, most: number): Promise<Uint8Array> => {
    if (bytes > most || at + bytes > source.size) refuse('broken', {}, { at, claimed: bytes });
    const taken = await source.slice(at, at + bytes);
    at += bytes;
    return taken;
  };
  while (at < source.size) {
    const start = at;
    const sound = <T>(read: () => T): T => {
      try {
        return read();
      } catch (error) {
        // The reader throws plain errors for what is no such message.
        if (error instanceof FileRefused) throw error;
        return refuse('broken', {}, { at: start });
      }
    };
    const length = await claimed(4, 4);
    const headerBytes = new DataView(length.buffer, length.byteOffset, 4).getUint32(0);
    const headerPart = await claimed(headerBytes, mostHeaderBytes);
    const header = sound(() =>
      new PbfReader(headerPart).readFields(
        (tag, result, pbf) => {
          if (tag === 1) result.type = pbf.readString();
          else if (tag === 3) result.dataBytes = pbf.readVarint();
        },
        { type: '', dataBytes: 0 },
      ),
    );
    const blob = await claimed(header.dataBytes, mostBlobBytes);
    if (header.type !== 'OSMData') continue;
    const data = sound(() => unpackedBlob(blob));
    unpackedBytes += data.length;
    if (unpackedBytes > limits.unpackedBytes) refuse('unpacks-too-large', {}, { limit: limits.unpackedBytes });
    sound(() => addBlock(elements, data));
  }
  return elements;
}

function unpackedBlob(blob: Uint8Array): Uint8Array {
  const none: { raw: Uint8Array | null; packed: Uint8Array | null } = { raw: null, packed: null };
  const { raw, packed } = new PbfReader(blob).readFields((tag, result, pbf) => {
    if (tag === 1) result.raw = pbf.readBytes();
    else if (tag === 3) result.packed = pbf.readBytes();
  }, none);
  if (raw) return raw;
  // Packed in another way than all extracts are.
  if (!packed) return refuse('unknown-format', {}, { part: 'blob' });
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  let isWhole = false;
  const unzlib = new Unzlib((piece, isLast) => {
    bytes += piece.length;
    if (bytes > mostBlobBytes) refuse('unpacks-too-large', {}, { limit: mostBlobBytes });
    pieces.push(piece);
    isWhole ||= isLast;
  });
  // In small steps: what has been unpacked is counted between them.
  const step = 16 * 1024;
  for (let at = 0; at < packed.length; at += step)
    unzlib.push(packed.subarray(at, at + step), at + step >= packed.length);
  if (!isWhole) refuse('broken');
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
