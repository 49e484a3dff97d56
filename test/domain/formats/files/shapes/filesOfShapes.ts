/** Files of shapes in tests: written whole, read whole, as rows by heading. */
import type { ExpectedPlace } from '../../../../../domain/formats/files/coordinates.ts';
import type { FileNote } from '../../../../../domain/formats/files/fileFault.ts';
import {
  FileRefused,
  type ByteSource,
  type FileFormat,
  type FormatId,
  type WrittenRow,
  type WrittenTable,
} from '../../../../../domain/formats/files/fileFormat.ts';
import type { FileShape } from '../../../../../domain/formats/files/fileShape.ts';
import { defaultReadLimits, type ReadLimits } from '../../../../../domain/formats/files/readLimits.ts';
import { shapeFormats } from '../../../../../domain/formats/files/shapeFormats.ts';
import { numberColumn, textColumn } from '../../../../../domain/formats/table.ts';
import { serverMeans } from '../../../../../server/exports/writingMeans.ts';
import { sqliteSource } from './sqliteSource.ts';

export interface ReadTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: {
    readonly row: number;
    readonly cells: Record<string, string>;
    readonly geometry: FileShape | null;
  }[];
}

export interface ReadFile {
  readonly tables: readonly ReadTable[];
  readonly notes: readonly FileNote[];
  readonly readBytes: number;
}

export const formatOf = (id: FormatId): FileFormat => shapeFormats.find((format) => format.id === id)!;

export interface ReadOptions {
  readonly limits?: Partial<ReadLimits>;
  readonly expected?: ExpectedPlace;
}

export async function readFile(
  id: FormatId,
  content: Uint8Array | string | ByteSource,
  name = `Nhà${formatOf(id).extensions[0]}`,
  { limits, expected }: ReadOptions = {},
): Promise<ReadFile> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const source = bytes instanceof Uint8Array ? sqliteSource(bytes, name) : bytes;
  const tables: ReadTable[] = [];
  const notes: FileNote[] = [];
  let readBytes = 0;
  const reading = formatOf(id).read!(source, { ...defaultReadLimits, ...limits }, expected);
  for await (const event of reading) {
    if ('table' in event) tables.push({ ...event.table, rows: [] });
    else if ('note' in event) notes.push(event.note);
    else if ('readBytes' in event) {
      if (event.readBytes < readBytes) throw new Error('what has been read grows');
      readBytes = event.readBytes;
    } else {
      const table = tables.at(-1)!;
      for (const { row, cells, geometry } of event.rows) {
        if (cells.length !== table.columns.length) throw new Error('cells stand along the columns');
        const named = table.columns.flatMap((column, at) =>
          cells[at] === null ? [] : [[column, cells[at]!] as const],
        );
        table.rows.push({ row, cells: Object.fromEntries(named), geometry });
      }
    }
  }
  return { tables, notes, readBytes };
}

/** The fault with which reading is refused. */
export async function faultOf(...given: Parameters<typeof readFile>) {
  try {
    await readFile(...given);
  } catch (error) {
    if (error instanceof FileRefused) return error.fault;
    throw error;
  }
  throw new Error('it was read');
}

export async function writtenFile(
  id: FormatId,
  table: WrittenTable,
  rows: readonly WrittenRow[],
  rowsAtOnce = 100,
): Promise<Uint8Array> {
  const pieces = Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, at) =>
    rows.slice(at * rowsAtOnce, (at + 1) * rowsAtOnce),
  );
  const facts = { title: 'Thôn Chí Phúc', createdAt: new Date('2026-11-29T08:00:00Z') };
  const written: Uint8Array[] = [];
  for await (const piece of formatOf(id).write!(table, pieces, facts, serverMeans)) written.push(piece);
  return Buffer.concat(written);
}

export const houseTable: WrittenTable = {
  name: 'Nhà',
  columns: [
    textColumn('number', 'Số nhà', 10),
    textColumn('road', 'Tên đường', 30),
    textColumn('code', 'Mã địa chỉ số', 12),
    numberColumn('area', 'Diện tích (m²)', 10),
  ],
};

/** Text that programs like to change: zeros in front, dates, formulas, quotes, tones apart, signs of mark-up. */
export const hardNames: readonly string[] = [
  'Đường Đền Hàn',
  'Ngõ 12/5 Đường Nguyễn Thị Minh Khai',
  'Phố "Hàng Ngang" & <Đào>',
  "Đường 30/4 – 3'2",
  'Ð. Lê Lợi; ngách 4,5',
  '=1+1',
  '0123456789',
  '5/4',
  'Thủy\u00a0lợi · Ơ Ư ơ ư Ẵ ẵ Ự ự',
  'Xóm 1\\Thôn 2 %20 #3',
];

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

export const aPoint = (lng: number, lat: number): FileShape => ({
  type: 'Point',
  coordinates: [rounded(lng), rounded(lat)],
});

export const ringAt = (lng: number, lat: number, side = 0.0001): (readonly [number, number])[] =>
  [
    [lng, lat] as const,
    [lng + side, lat] as const,
    [lng + side, lat + side] as const,
    [lng, lat + side] as const,
    [lng, lat] as const,
  ].map(([x, y]) => [rounded(x), rounded(y)] as const);

export const squareAt = (lng: number, lat: number, side?: number): FileShape => ({
  type: 'Polygon',
  coordinates: [ringAt(lng, lat, side)],
});

export const houseRows = (shape: (index: number) => FileShape | null, count = hardNames.length): WrittenRow[] =>
  Array.from({ length: count }, (_, index) => ({
    cells: [`${index + 1}A`, hardNames[index % hardNames.length]!, String(index).padStart(10, '0'), index + 0.25],
    geometry: shape(index),
  }));

/** What is read where such rows were written. */
export const asRead = (rows: readonly WrittenRow[], table = houseTable): Record<string, string>[] =>
  rows.map(({ cells }) =>
    Object.fromEntries(
      table.columns.flatMap(({ heading }, at) =>
        cells[at] === null ? [] : [[heading, String(cells[at]).normalize('NFC').trim()] as const],
      ),
    ),
  );
