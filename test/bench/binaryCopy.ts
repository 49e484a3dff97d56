/** PostgreSQL's binary COPY format: rows read from and written to buffers (PostgreSQL documentation, SQL COPY). */
import type { Position } from '../../domain/geometry/shapes.ts';

const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const headerLength = signature.length + 8;

/** A row's fields are read in order by the given function; what is not a whole row yet waits for the next piece. */
export function rowReader(readRow: (fields: FieldReader) => void) {
  let rest: Buffer = Buffer.alloc(0);
  let isHeaderSeen = false;
  return (chunk: Buffer): void => {
    const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    if (!isHeaderSeen) {
      if (data.length < headerLength) return void (rest = data);
      at = headerLength;
      isHeaderSeen = true;
    }
    for (;;) {
      const end = endOfRow(data, at);
      if (end < 0) break;
      readRow(new FieldReader(data, at + 2));
      at = end;
    }
    rest = data.subarray(at);
  };
}

/** Where the row that begins here ends; -1 if it is not all there, or is the trailer. */
function endOfRow(data: Buffer, start: number): number {
  if (start + 2 > data.length) return -1;
  const fields = data.readInt16BE(start);
  if (fields < 0) return -1;
  let at = start + 2;
  for (let field = 0; field < fields; field += 1) {
    if (at + 4 > data.length) return -1;
    at += 4 + Math.max(0, data.readInt32BE(at));
    if (at > data.length) return -1;
  }
  return at;
}

export class FieldReader {
  readonly #data: Buffer;
  #at: number;

  constructor(data: Buffer, at: number) {
    this.#data = data;
    this.#at = at;
  }

  integer(): number {
    this.#at += 8;
    return this.#data.readInt32BE(this.#at - 4);
  }

  real(): number {
    this.#at += 8;
    return this.#data.readFloatBE(this.#at - 4);
  }

  boolean(): boolean {
    this.#at += 5;
    return this.#data[this.#at - 1] === 1;
  }

  /** The positions of a line, or of the outer ring of a polygon (EWKB, little endian, with its SRID). */
  positions(): Position[] {
    const length = this.#data.readInt32BE(this.#at);
    const start = this.#at + 4;
    this.#at = start + length;
    const isPolygon = (this.#data.readUInt32LE(start + 1) & 0xff) === 3;
    let at = start + (isPolygon ? 13 : 9);
    const count = this.#data.readUInt32LE(at);
    at += 4;
    const positions = new Array<Position>(count);
    for (let i = 0; i < count; i += 1, at += 16) {
      positions[i] = [this.#data.readDoubleLE(at), this.#data.readDoubleLE(at + 8)];
    }
    return positions;
  }
}

/** Rows gathered into pieces of some size. */
export class RowWriter {
  #buffer = Buffer.allocUnsafe(1 << 18);
  #at = 0;

  constructor() {
    this.#at = signature.copy(this.#buffer) + 8;
    this.#buffer.fill(0, signature.length, this.#at);
  }

  row(fields: number): void {
    if (this.#at + 512 > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(this.#buffer.length * 2);
      this.#buffer.copy(larger);
      this.#buffer = larger;
    }
    this.#at = this.#buffer.writeInt16BE(fields, this.#at);
  }

  integer(value: number): void {
    this.#at = this.#buffer.writeInt32BE(value, this.#buffer.writeInt32BE(4, this.#at));
  }

  double(value: number): void {
    this.#at = this.#buffer.writeDoubleBE(value, this.#buffer.writeInt32BE(8, this.#at));
  }

  text(value: string): void {
    const length = this.#buffer.write(value, this.#at + 4, 'utf8');
    this.#at = this.#buffer.writeInt32BE(length, this.#at) + length;
  }

  get length(): number {
    return this.#at;
  }

  /** What was written since the last call. */
  take(): Buffer {
    const piece = Buffer.from(this.#buffer.subarray(0, this.#at));
    this.#at = 0;
    return piece;
  }

  end(): Buffer {
    this.#at = this.#buffer.writeInt16BE(-1, this.#at);
    return this.take();
  }
}

/** Hexadecimal EWKB of a line or of a polygon's outer ring, as COPY's text format takes it. */
export function hexOfPositions(positions: readonly Position[], kind: 'line' | 'polygon'): string {
  const head = kind === 'polygon' ? 13 : 9;
  const buffer = Buffer.alloc(head + 4 + positions.length * 16);
  buffer[0] = 1;
  buffer.writeUInt32LE((kind === 'polygon' ? 3 : 2) | 0x20000000, 1);
  buffer.writeUInt32LE(4326, 5);
  if (kind === 'polygon') buffer.writeUInt32LE(1, 9);
  let at = buffer.writeUInt32LE(positions.length, head);
  for (const [lng, lat] of positions) at = buffer.writeDoubleLE(lat, buffer.writeDoubleLE(lng, at));
  return buffer.toString('hex');
}
