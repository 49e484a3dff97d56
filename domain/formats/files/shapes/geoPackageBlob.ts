/**
 * The bytes in which a GeoPackage keeps a shape, written (OGC 12-128r18 §2.1.3): a header with the box around it, then
 * well-known binary as ISO 13249-3 has it, in the order of today's processors.
 */
import { boxAround } from '../../../geometry/box.ts';
import type { Position } from '../../../geometry/shapes.ts';
import { positionsOfShape, type FileShape } from '../fileShape.ts';

const kinds: { readonly [K in FileShape['type']]: number } = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
};

const headerBytes = 8;
const boxBytes = 32;
const positionBytes = 16;
/** Order and kind; a count behind it. */
const headBytes = 5;
const countBytes = 4;

const isLittle = 1;
const hasBox = 2;
const isEmpty = 0x10;

/** `system`: the srs_id of the layer. Points have no box: their position is one. */
export function geoPackageBlob(shape: FileShape, system: number): Uint8Array {
  const positions = shape.type === 'Point' ? null : positionsOfShape(shape);
  const withBox = positions !== null && positions.length > 0;
  const bytes = new Uint8Array(headerBytes + (withBox ? boxBytes : 0) + lengthOf(shape));
  const writer = new WkbWriter(bytes);
  // "GP", version 0.
  for (const byte of [0x47, 0x50, 0]) writer.byte(byte);
  writer.byte(isLittle + (withBox ? hasBox : 0) + (positions?.length === 0 ? isEmpty : 0));
  writer.whole(system);
  if (withBox) {
    const { west, south, east, north } = boxAround(positions);
    writer.positions([
      [west, east],
      [south, north],
    ]);
  }
  writer.shape(shape);
  return bytes;
}

function lengthOf(shape: FileShape): number {
  switch (shape.type) {
    case 'Point':
      return headBytes + positionBytes;
    case 'LineString':
      return lineBytes(shape.coordinates);
    case 'Polygon':
      return areaBytes(shape.coordinates);
    case 'MultiPoint':
      return headBytes + countBytes + shape.coordinates.length * (headBytes + positionBytes);
    case 'MultiLineString':
      return headBytes + countBytes + sum(shape.coordinates.map(lineBytes));
    case 'MultiPolygon':
      return headBytes + countBytes + sum(shape.coordinates.map(areaBytes));
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const lineBytes = (line: readonly Position[]): number => headBytes + countBytes + line.length * positionBytes;
const areaBytes = (rings: readonly (readonly Position[])[]): number =>
  headBytes + countBytes + sum(rings.map((ring) => countBytes + ring.length * positionBytes));

class WkbWriter {
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  shape(shape: FileShape): void {
    this.byte(isLittle);
    this.whole(kinds[shape.type]);
    switch (shape.type) {
      case 'Point':
        return this.positions([shape.coordinates]);
      case 'LineString':
        return this.#counted(shape.coordinates);
      case 'Polygon':
        this.whole(shape.coordinates.length);
        return shape.coordinates.forEach((ring) => this.#counted(ring));
      case 'MultiPoint':
        this.whole(shape.coordinates.length);
        return shape.coordinates.forEach((coordinates) => this.shape({ type: 'Point', coordinates }));
      case 'MultiLineString':
        this.whole(shape.coordinates.length);
        return shape.coordinates.forEach((coordinates) => this.shape({ type: 'LineString', coordinates }));
      case 'MultiPolygon':
        this.whole(shape.coordinates.length);
        return shape.coordinates.forEach((coordinates) => this.shape({ type: 'Polygon', coordinates }));
    }
  }

  byte(value: number): void {
    this.#view.setUint8(this.#at, value);
    this.#at += 1;
  }

  whole(value: number): void {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
  }

  positions(positions: readonly Position[]): void {
    for (const [x, y] of positions) {
      this.#view.setFloat64(this.#at, x, true);
      this.#view.setFloat64(this.#at + 8, y, true);
      this.#at += positionBytes;
    }
  }

  #counted(positions: readonly Position[]): void {
    this.whole(positions.length);
    this.positions(positions);
  }
}
