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
  readonly #view: DataView;
  #at: number;

  constructor(data: Buffer, at: number) {
    this.#data = data;
    this.#view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    this.#at = at;
  }

  integer(): number {
    this.#at += 8;
    return this.#view.getInt32(this.#at - 4);
  }

  /** A field that holds many whole numbers one after the other, four bytes each. */
  integers(): number[] {
    return this.#many((at) => this.#view.getInt32(at));
  }

  /** The same of fractions. */
  reals(): number[] {
    return this.#many((at) => this.#view.getFloat32(at));
  }

  #many(read: (at: number) => number): number[] {
    const start = this.#at + 4;
    const length = this.#view.getInt32(this.#at);
    this.#at = start + length;
    return Array.from({ length: length / 4 }, (_, number) => read(start + number * 4));
  }

  /** A field that holds many shapes one after the other. */
  shapes(): Position[][] {
    const end = this.#at + 4 + this.#view.getInt32(this.#at);
    const shapes: Position[][] = [];
    for (let at = this.#at + 4; at < end;) {
      const shape = this.#shapeAt(at, end);
      shapes.push(shape.positions);
      at = shape.end;
    }
    this.#at = end;
    return shapes;
  }

  /** Well-known binary as PostGIS writes it: byte order, type with flags, reference system if flagged, rings, vertices. */
  #shapeAt(start: number, end: number): { readonly positions: Position[]; readonly end: number } {
    const type = this.#view.getUint32(start + 1, true);
    const isPolygon = (type & 0xff) === 3;
    let at = start + 5 + ((type & 0x20000000) === 0 ? 0 : 4);
    const rings = isPolygon ? this.#view.getUint32(at, true) : 1;
    if (isPolygon) at += 4;
    if (rings !== 1 || this.#data[start] !== 1) throw new Error('a shape of one ring in little-endian order is read');
    const count = this.#view.getUint32(at, true);
    at += 4;
    if (at + count * 16 > end) throw new Error('a shape goes on past its field');
    const positions = new Array<Position>(count);
    for (let i = 0; i < count; i += 1, at += 16) {
      positions[i] = [this.#view.getFloat64(at, true), this.#view.getFloat64(at + 8, true)];
    }
    return { positions, end: at };
  }
}

/** Rows gathered into pieces of some size. */
export class RowWriter {
  #buffer = Buffer.allocUnsafe(1 << 18);
  #view = viewOf(this.#buffer);
  #at = 0;

  constructor() {
    this.#at = signature.copy(this.#buffer) + 8;
    this.#buffer.fill(0, signature.length, this.#at);
  }

  /** A row takes 512 bytes at the most. */
  row(fields: number): void {
    if (this.#at + 512 > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(this.#buffer.length * 2);
      this.#buffer.copy(larger);
      this.#buffer = larger;
      this.#view = viewOf(larger);
    }
    this.#view.setInt16(this.#at, fields);
    this.#at += 2;
  }

  integer(value: number): void {
    this.#view.setInt32(this.#at, 4);
    this.#view.setInt32(this.#at + 4, value);
    this.#at += 8;
  }

  double(value: number): void {
    this.#view.setInt32(this.#at, 8);
    this.#view.setFloat64(this.#at + 4, value);
    this.#at += 12;
  }

  text(value: string): void {
    const start = this.#at + 4;
    for (let i = 0; i < value.length; i += 1) {
      const code = value.charCodeAt(i);
      if (code > 127) return this.#longText(value);
      this.#buffer[start + i] = code;
    }
    this.#view.setInt32(this.#at, value.length);
    this.#at = start + value.length;
  }

  /** With letters beyond ASCII: 12Đ. */
  #longText(value: string): void {
    const length = this.#buffer.write(value, this.#at + 4, 'utf8');
    this.#view.setInt32(this.#at, length);
    this.#at += 4 + length;
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
    this.row(-1);
    return this.take();
  }
}

const viewOf = ({ buffer, byteOffset, byteLength }: Buffer): DataView => new DataView(buffer, byteOffset, byteLength);

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
