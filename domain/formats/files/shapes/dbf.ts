/** The rows of a .dbf (dBASE III and later) in pieces: its counts are held against its bytes, its text decoded as given. */
import type { ReadLimits } from '../readLimits.ts';
import { withoutHalf } from './dbfEncoding.ts';
import { numberText } from './numberText.ts';
import { cellText, refuse } from './rawShapes.ts';
import { recordsIn } from './wholeRecords.ts';

export interface DbfField {
  /** As its bytes are. */
  readonly name: Uint8Array;
  readonly type: string;
  /** Of its first byte in a record, the mark of deleted ones being at 0. */
  readonly at: number;
  readonly length: number;
}

export interface DbfHead {
  readonly fields: readonly DbfField[];
  readonly records: number;
  readonly recordBytes: number;
  readonly headBytes: number;
  readonly language: number;
}

/** Null: too few bytes yet. */
export function dbfHead(bytes: Uint8Array, table: string, limits: ReadLimits): DbfHead | null {
  const broken = (): never => refuse('broken', { table, column: '.dbf' });
  if (bytes.length < 32) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const headBytes = view.getUint16(8, true);
  const recordBytes = view.getUint16(10, true);
  if (headBytes < 33 || recordBytes < 1) broken();
  if (bytes.length < headBytes) return null;
  const fields: DbfField[] = [];
  let at = 1;
  for (let start = 32; start + 32 <= headBytes && bytes[start] !== 0x0d; start += 32) {
    const given = bytes.subarray(start, start + 11);
    const end = given.indexOf(0);
    const type = String.fromCharCode(bytes[start + 11]!);
    const low = bytes[start + 16]!;
    const length = type === 'C' ? low + bytes[start + 17]! * 256 : low;
    fields.push({ name: given.slice(0, end === -1 ? 11 : end), type, at, length });
    at += length;
    if (fields.length > limits.columns) refuse('too-many-columns', { table }, { limit: limits.columns });
  }
  if (at > recordBytes) broken();
  return { fields, records: view.getUint32(4, true), recordBytes, headBytes, language: bytes[29]! };
}

/** Records as bytes; null for those marked as deleted. */
export function dbfRecords(
  pieces: AsyncIterable<Uint8Array>,
  table: string,
  limits: ReadLimits,
): AsyncGenerator<{ readonly records: (Uint8Array | null)[]; readonly bytes: number }, void> {
  let head: DbfHead | null = null;
  let taken = 0;
  const take = (bytes: Uint8Array, records: (Uint8Array | null)[]): number => {
    let at = 0;
    if (!head) {
      head = dbfHead(bytes, table, limits);
      if (!head) return 0;
      at = head.headBytes;
    }
    while (taken < head.records && at + head.recordBytes <= bytes.length) {
      records.push(bytes[at] === 0x2a ? null : bytes.subarray(at, at + head.recordBytes));
      taken += 1;
      at += head.recordBytes;
    }
    return taken === head.records ? bytes.length : at;
  };
  return recordsIn(pieces, take, () => {
    // Fewer than it claims, be it two thousand million.
    if (!head || taken < head.records) refuse('broken', { table, row: taken + 1, column: '.dbf' });
  });
}

export const cellBytes = (record: Uint8Array, { at, length }: DbfField): Uint8Array => record.subarray(at, at + length);

export interface CellDecoder {
  readonly encoding: string;
  readonly decoder: TextDecoder;
}

export const cellDecoder = (encoding: string): CellDecoder => ({
  encoding,
  decoder: new TextDecoder(encoding, { fatal: encoding === 'utf-8', ignoreBOM: true }),
});

/** As cells are written; null where nothing stands. Throws TypeError where the text is not of this encoding. */
export function dbfCell(record: Uint8Array, field: DbfField, { encoding, decoder }: CellDecoder): string | null {
  const bytes = cellBytes(record, field);
  switch (field.type) {
    case 'C':
      return cellText(decodedCell(bytes, encoding, decoder));
    case 'N':
    case 'F':
      return numberCell(ascii(bytes));
    case 'D': {
      const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(ascii(bytes)) ?? [];
      return year === undefined || year === '0000' ? null : `${year}-${month}-${day}`;
    }
    case 'L':
      return /^[YyTt]/.test(ascii(bytes)) ? 'TRUE' : /^[NnFf]/.test(ascii(bytes)) ? 'FALSE' : null;
    case 'I':
      return bytes.length === 4 ? String(viewOf(bytes).getInt32(0, true)) : null;
    case 'B':
    case 'O':
      return bytes.length === 8 ? finite(viewOf(bytes).getFloat64(0, true)) : null;
    default:
      return null;
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
const finite = (value: number): string | null => (Number.isFinite(value) ? numberText(value) : null);
const ascii = (bytes: Uint8Array): string =>
  String.fromCharCode(...bytes)
    .replace(/\0.*$/s, '')
    .trim();

/** Filled with blanks or zeros behind. */
function decodedCell(bytes: Uint8Array, encoding: string, decoder: TextDecoder): string {
  let end = bytes.indexOf(0);
  if (end === -1) end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0x20) end -= 1;
  const text = bytes.subarray(0, end);
  return decoder.decode(encoding === 'utf-8' && end === bytes.length ? withoutHalf(text) : text);
}

/** 12.50 is 12.5; figures beyond what a number holds exactly stay as they are. */
function numberCell(text: string): string | null {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return null;
  const bare = /^[+-]?\d*\.\d*$/.test(text) ? text.replace(/\.?0*$/, '') : text;
  return bare.replace(/\D/g, '').length <= 15 ? finite(Number(bare)) : bare;
}
