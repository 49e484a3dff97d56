/** A .dbf written in UTF-8: text cut to what a field holds, numbers with as many decimals as the column needs. */
import type { Cell, Column } from '../../table.ts';
import { withoutHalf } from './dbfEncoding.ts';
import type { HeldRecords } from './heldRecords.ts';
import { numberText } from './numberText.ts';

export interface DbfColumn {
  readonly name: string;
  readonly heading: string;
  readonly isNumber: boolean;
}

/** Bytes of the longest text field; also of all that programs show. */
const mostTextBytes = 254;
const mostNumberCharacters = 19;

/** Names of ten characters of ASCII, each once: dBASE compares them without case, and many programs read no others. */
export function dbfColumns(columns: readonly Column[]): readonly DbfColumn[] {
  const taken = new Set<string>();
  return columns.map(({ heading, type }) => {
    const plain = heading
      .normalize('NFD')
      .replace(/[đĐ]/g, 'd')
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/[\s-]+/g, '_')
      .toUpperCase();
    const base = /^[A-Z]/.test(plain) ? plain : `C_${plain}`;
    let name = base.slice(0, 10);
    for (let n = 2; taken.has(name); n += 1) name = `${base.slice(0, 9 - String(n).length)}_${n}`;
    taken.add(name);
    return { name, heading, isNumber: type === 'number' };
  });
}

/** Rows are held as bytes until all widths are known. */
export class DbfWriter {
  readonly #columns: readonly DbfColumn[];
  readonly #encoder = new TextEncoder();
  /** Of each row its cells one behind another, each behind a byte that tells its length or that it is as above. */
  readonly #rows: HeldRecords;
  readonly #above: Cell[] = [];
  readonly #isCutAbove: boolean[] = [];
  #scratch = new Uint8Array(4096);
  readonly #widths: number[];
  readonly #wholes: number[];
  readonly #decimals: number[];
  /** Texts that were longer than a field can be. */
  cutTexts = 0;

  constructor(columns: readonly DbfColumn[], rows: HeldRecords) {
    this.#rows = rows;
    // A table without columns is none to dBASE.
    this.#columns = columns.length > 0 ? columns : [{ name: 'ID', heading: 'ID', isNumber: true }];
    this.#widths = this.#columns.map(() => 1);
    this.#wholes = this.#columns.map(() => 1);
    this.#decimals = this.#columns.map(() => 0);
  }

  add(cells: readonly Cell[]): void {
    let end = 0;
    for (const [index, { isNumber }] of this.#columns.entries()) {
      const cell = cells[index] ?? null;
      const isAsAbove = this.#rows.count > 0 && cell === this.#above[index];
      this.#above[index] = cell;
      const cutBefore = this.cutTexts;
      const bytes = isAsAbove ? nothing : this.#bytes(cell, isNumber, index);
      if (isAsAbove && this.#isCutAbove[index]) this.cutTexts += 1;
      this.#isCutAbove[index] = this.cutTexts > cutBefore;
      if (end + 1 + bytes.length > this.#scratch.length) {
        const larger = new Uint8Array(this.#scratch.length * 2);
        larger.set(this.#scratch);
        this.#scratch = larger;
      }
      this.#scratch[end] = isAsAbove ? asAbove : bytes.length;
      this.#scratch.set(bytes, end + 1);
      end += 1 + bytes.length;
    }
    this.#rows.push(this.#scratch.subarray(0, end));
  }

  #bytes(cell: Cell, isNumber: boolean, index: number): Uint8Array {
    if (cell === null || (isNumber && !Number.isFinite(Number(cell)))) return nothing;
    const text = isNumber ? numberText(Number(cell)) : String(cell);
    let bytes: Uint8Array = this.#encoder.encode(text);
    if (isNumber) {
      const [whole = '', decimals = ''] = text.split('.');
      this.#wholes[index] = Math.max(this.#wholes[index]!, whole.length);
      this.#decimals[index] = Math.max(this.#decimals[index]!, decimals.length);
    } else {
      if (bytes.length > mostTextBytes) {
        bytes = withoutHalf(bytes.slice(0, mostTextBytes));
        this.cutTexts += 1;
      }
      this.#widths[index] = Math.max(this.#widths[index]!, bytes.length);
    }
    return bytes;
  }

  async *pieces(at: Date): AsyncGenerator<Uint8Array> {
    const fields = this.#columns.map((column, index) => {
      if (!column.isNumber) return { ...column, width: this.#widths[index]!, decimals: 0 };
      const most = Math.max(0, mostNumberCharacters - this.#wholes[index]! - 1);
      const decimals = Math.min(this.#decimals[index]!, most, 15);
      return { ...column, width: this.#wholes[index]! + (decimals > 0 ? decimals + 1 : 0), decimals };
    });
    const recordBytes = fields.reduce((sum, { width }) => sum + width, 1);
    yield this.#head(fields, recordBytes, at);
    const blank = (rows: number) => new Uint8Array(rows * recordBytes).fill(0x20);
    const above: Uint8Array[] = fields.map(() => nothing);
    let piece = blank(rowsAtOnce);
    let row = 0;
    for await (const rows of this.#rows.runs()) {
      for (const cells of rows) {
        if (row === rowsAtOnce) {
          yield piece;
          piece = blank(rowsAtOnce);
          row = 0;
        }
        let place = row * recordBytes + 1;
        let from = 0;
        for (const [index, { isNumber, width, decimals }] of fields.entries()) {
          const length = cells[from]!;
          from += 1;
          if (length !== asAbove) {
            const cell = cells.subarray(from, from + length);
            from += length;
            above[index] = isNumber ? this.#padded(cell, decimals) : cell;
          }
          const bytes = above[index]!;
          piece.set(bytes.subarray(0, width), isNumber ? place + Math.max(0, width - bytes.length) : place);
          place += width;
        }
        row += 1;
      }
    }
    yield piece.subarray(0, row * recordBytes);
    yield new Uint8Array([0x1a]);
  }

  /** All numbers of a column with the same decimals, as dBASE has them. */
  #padded(bytes: Uint8Array, decimals: number): Uint8Array {
    if (bytes.length === 0 || decimals === 0) return bytes;
    const [whole = '', given = ''] = String.fromCharCode(...bytes).split('.');
    return this.#encoder.encode(`${whole}.${given.slice(0, decimals).padEnd(decimals, '0')}`);
  }

  #head(
    fields: readonly {
      readonly name: string;
      readonly isNumber: boolean;
      readonly width: number;
      readonly decimals: number;
    }[],
    recordBytes: number,
    at: Date,
  ): Uint8Array {
    const bytes = new Uint8Array(33 + fields.length * 32);
    const view = new DataView(bytes.buffer);
    bytes.set([3, at.getUTCFullYear() - 1900, at.getUTCMonth() + 1, at.getUTCDate()]);
    view.setUint32(4, this.#rows.count, true);
    view.setUint16(8, bytes.length, true);
    view.setUint16(10, recordBytes, true);
    for (const [index, { name, isNumber, width, decimals }] of fields.entries()) {
      const start = 32 + index * 32;
      bytes.set(this.#encoder.encode(name), start);
      bytes[start + 11] = isNumber ? 0x4e : 0x43;
      bytes[start + 16] = width;
      bytes[start + 17] = decimals;
    }
    bytes[bytes.length - 1] = 0x0d;
    return bytes;
  }
}

const nothing = new Uint8Array();
/** No cell has as many bytes. */
const asAbove = 255;
const rowsAtOnce = 500;
