/** The .shp and .shx of one kind of shape; records are held until the box and the length of the whole are known. */
import type { Position } from '../../../geometry/shapes.ts';
import { positionsOfShape, type FileShape } from '../fileShape.ts';
import { woundShape } from './geoJsonShape.ts';
import type { HeldRecords } from './heldRecords.ts';

export type ShapeKind = 'point' | 'multipoint' | 'line' | 'area';

const types: { readonly [K in ShapeKind]: number } = { point: 1, multipoint: 8, line: 3, area: 5 };

export const kindOfShape = ({ type }: FileShape): ShapeKind =>
  type === 'Point' ? 'point' : type === 'MultiPoint' ? 'multipoint' : /Line/.test(type) ? 'line' : 'area';

export class ShpWriter {
  readonly #type: number;
  readonly #records: HeldRecords;
  readonly #box = [Infinity, Infinity, -Infinity, -Infinity];

  constructor(kind: ShapeKind, records: HeldRecords) {
    this.#type = types[kind];
    this.#records = records;
  }

  /** Null: a row without a shape. */
  add(shape: FileShape | null): void {
    const content = shape ? this.#content(woundShape(shape, 'with the clock')) : new Uint8Array(4);
    const record = new Uint8Array(8 + content.length);
    const view = new DataView(record.buffer);
    view.setInt32(0, this.#records.count + 1);
    view.setInt32(4, content.length / 2);
    record.set(content, 8);
    this.#records.push(record);
  }

  #content(shape: FileShape): Uint8Array {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const position of positionsOfShape(shape)) {
      widen(box, position);
      widen(this.#box, position);
    }
    if (shape.type === 'Point') {
      const view = new DataView(new ArrayBuffer(20));
      view.setInt32(0, this.#type, true);
      setNumbers(view, 4, shape.coordinates);
      return new Uint8Array(view.buffer);
    }
    const parts = partsOf(shape);
    const positions = parts.reduce((sum, part) => sum + part.length, 0);
    const isPoints = shape.type === 'MultiPoint';
    const start = isPoints ? 40 : 44 + parts.length * 4;
    const view = new DataView(new ArrayBuffer(start + positions * 16));
    view.setInt32(0, this.#type, true);
    setNumbers(view, 4, box);
    if (!isPoints) view.setInt32(36, parts.length, true);
    view.setInt32(isPoints ? 36 : 40, positions, true);
    let at = 0;
    for (const [index, part] of parts.entries()) {
      if (!isPoints) view.setInt32(44 + index * 4, at, true);
      for (const position of part) {
        setNumbers(view, start + at * 16, position);
        at += 1;
      }
    }
    return new Uint8Array(view.buffer);
  }

  async *shp(): AsyncGenerator<Uint8Array> {
    yield this.#head(100 + this.#records.bytes);
    for await (const records of this.#records.runs()) yield* inPieces(records);
  }

  async *shx(): AsyncGenerator<Uint8Array> {
    yield this.#head(100 + this.#records.count * 8);
    const place = { bytes: 100 };
    for await (const records of this.#records.runs()) yield* inPieces(indexOf(records, place));
  }

  #head(bytes: number): Uint8Array {
    const view = new DataView(new ArrayBuffer(100));
    view.setInt32(0, 9994);
    view.setInt32(24, bytes / 2);
    view.setInt32(28, 1000, true);
    view.setInt32(32, this.#type, true);
    setNumbers(view, 36, Number.isFinite(this.#box[0]) ? this.#box : [0, 0, 0, 0]);
    return new Uint8Array(view.buffer);
  }
}

/** Of each record its place in the .shp, which goes on from where it is, and the length of its content. */
function* indexOf(records: Iterable<Uint8Array>, place: { bytes: number }): Generator<Uint8Array> {
  for (const { length } of records) {
    const view = new DataView(new ArrayBuffer(8));
    view.setInt32(0, place.bytes / 2);
    view.setInt32(4, length / 2 - 4);
    yield new Uint8Array(view.buffer);
    place.bytes += length;
  }
}

const pieceBytes = 64 * 1024;

/** Short records one by one would cost more than what is in them. */
function* inPieces(records: Iterable<Uint8Array>): Generator<Uint8Array> {
  let piece = new Uint8Array(pieceBytes);
  let end = 0;
  for (const record of records) {
    if (end + record.length > pieceBytes) {
      yield piece.subarray(0, end);
      piece = new Uint8Array(Math.max(pieceBytes, record.length));
      end = 0;
    }
    piece.set(record, end);
    end += record.length;
  }
  yield piece.subarray(0, end);
}

function widen(box: number[], [x, y]: Position): void {
  box[0] = Math.min(box[0]!, x);
  box[1] = Math.min(box[1]!, y);
  box[2] = Math.max(box[2]!, x);
  box[3] = Math.max(box[3]!, y);
}

const setNumbers = (view: DataView, at: number, numbers: readonly number[]): void =>
  numbers.forEach((value, index) => view.setFloat64(at + index * 8, value, true));

function partsOf(shape: FileShape): readonly (readonly Position[])[] {
  switch (shape.type) {
    case 'Point':
      return [[shape.coordinates]];
    case 'MultiPoint':
    case 'LineString':
      return [shape.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return shape.coordinates;
    case 'MultiPolygon':
      return shape.coordinates.flat();
  }
}
