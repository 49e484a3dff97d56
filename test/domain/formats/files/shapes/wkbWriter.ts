/** Shapes as well-known binary and in a GeoPackage's header, written for tests by the standards and not by our reader. */
import type { FileShape } from '../../../../../domain/formats/files/fileShape.ts';
import type { Position } from '../../../../../domain/geometry/shapes.ts';

export interface WkbWay {
  readonly isLittle: boolean;
  readonly hasHeights: boolean;
  readonly hasMeasures: boolean;
  /** ISO's thousands, PostGIS's bits, or those with the system named. */
  readonly kinds: 'iso' | 'bits' | 'bits with system';
}

export const plainWay: WkbWay = { isLittle: true, hasHeights: false, hasMeasures: false, kinds: 'iso' };

export class BytesWriter {
  readonly #bytes: number[] = [];
  readonly #isLittle: boolean;

  constructor(isLittle: boolean) {
    this.#isLittle = isLittle;
  }

  byte(value: number): this {
    this.#bytes.push(value);
    return this;
  }

  whole(value: number): this {
    const four = new Uint8Array(4);
    new DataView(four.buffer).setUint32(0, value, this.#isLittle);
    this.#bytes.push(...four);
    return this;
  }

  number(value: number): this {
    const eight = new Uint8Array(8);
    new DataView(eight.buffer).setFloat64(0, value, this.#isLittle);
    this.#bytes.push(...eight);
    return this;
  }

  add(bytes: Uint8Array): this {
    for (const byte of bytes) this.#bytes.push(byte);
    return this;
  }

  get bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Byte order and kind, behind which stands what the kind is made of. */
export function headOf(kind: number, way: WkbWay, isInner = false): BytesWriter {
  const { isLittle, hasHeights, hasMeasures, kinds } = way;
  const writer = new BytesWriter(isLittle).byte(isLittle ? 1 : 0);
  if (kinds === 'iso') return writer.whole(kind + (hasHeights ? 1000 : 0) + (hasMeasures ? 2000 : 0));
  const hasSystem = kinds === 'bits with system' && !isInner;
  const bits = (hasHeights ? 0x80000000 : 0) + (hasMeasures ? 0x40000000 : 0) + (hasSystem ? 0x20000000 : 0);
  writer.whole(kind + bits);
  return hasSystem ? writer.whole(4326) : writer;
}

function addPositions(writer: BytesWriter, positions: readonly Position[], way: WkbWay): BytesWriter {
  for (const [x, y] of positions) {
    writer.number(x).number(y);
    if (way.hasHeights) writer.number(7.5);
    if (way.hasMeasures) writer.number(NaN);
  }
  return writer;
}

const lineOf = (kind: number, positions: readonly Position[], way: WkbWay, isInner = false): Uint8Array =>
  addPositions(headOf(kind, way, isInner).whole(positions.length), positions, way).bytes;

function areaOf(rings: readonly (readonly Position[])[], way: WkbWay, isInner = false): Uint8Array {
  const writer = headOf(3, way, isInner).whole(rings.length);
  for (const ring of rings) addPositions(writer.whole(ring.length), ring, way);
  return writer.bytes;
}

/** Several shapes in one of this kind. */
export function manyOf(kind: number, parts: readonly Uint8Array[], way: WkbWay = plainWay): Uint8Array {
  const writer = headOf(kind, way).whole(parts.length);
  for (const part of parts) writer.add(part);
  return writer.bytes;
}

/** A line, or with kind 8 an arc. */
export const wkbLine = (positions: readonly Position[], kind = 2): Uint8Array => lineOf(kind, positions, plainWay);

export function wkbOf(shape: FileShape, way: WkbWay = plainWay, isInner = false): Uint8Array {
  switch (shape.type) {
    case 'Point':
      return addPositions(headOf(1, way, isInner), [shape.coordinates], way).bytes;
    case 'LineString':
      return lineOf(2, shape.coordinates, way, isInner);
    case 'Polygon':
      return areaOf(shape.coordinates, way, isInner);
    case 'MultiPoint':
      return manyOf(
        4,
        shape.coordinates.map((one) => wkbOf({ type: 'Point', coordinates: one }, way, true)),
        way,
      );
    case 'MultiLineString':
      return manyOf(
        5,
        shape.coordinates.map((one) => lineOf(2, one, way, true)),
        way,
      );
    case 'MultiPolygon':
      return manyOf(
        6,
        shape.coordinates.map((one) => areaOf(one, way, true)),
        way,
      );
  }
}

/** `envelope`: its kind, 0–4 by the standard; `flags` are added. */
export function geoPackageBinary(
  wkb: Uint8Array,
  { envelope = 0, isLittle = true, flags = 0 }: { envelope?: number; isLittle?: boolean; flags?: number } = {},
): Uint8Array {
  const writer = new BytesWriter(isLittle).byte(0x47).byte(0x50).byte(0);
  writer.byte((isLittle ? 1 : 0) + envelope * 2 + flags).whole(4326);
  const numbers = [0, 4, 6, 6, 8][envelope] ?? 0;
  for (let index = 0; index < numbers; index += 1) writer.number(index);
  return writer.add(wkb).bytes;
}
