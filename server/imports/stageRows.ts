/** A file read by its format, its rows laid down in pages beside it: what the person then looks at, a page at a time. */
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { ExpectedPlace } from '../../domain/formats/files/coordinates.ts';
import { fault, type FileNote } from '../../domain/formats/files/fileFault.ts';
import { FileRefused, type ByteSource, type FileRow, type FileTable } from '../../domain/formats/files/fileFormat.ts';
import { formatOf } from '../../domain/formats/files/formats.ts';
import { stretches } from '../../domain/formats/files/pieces.ts';
import { gridBy } from '../../domain/geometry/vn2000Grids.ts';
import { fileSource } from './fileSource.ts';
import type { ReadFile, ReadOrder, ReadTable, RowPage } from './readMessages.ts';

/** Rows of a page: some 100 kB. */
const pageRows = 500;
/** More of one kind than a person reads. */
const mostNotes = 200;
/** Enough to tell every format by. */
const headBytes = 64 * 1024;

export type Progress = (readBytes: number, rowCount: number) => void;

/** @throws FileRefused when nothing of the file is to be used. */
export async function stageRows(order: ReadOrder, progress: Progress): Promise<ReadFile> {
  const file = await open(order.path, 'r');
  const rows = await open(order.rowsPath, 'w', 0o600);
  try {
    const source = await fileSource(file, order.name);
    return await stage(source, rows, order, progress);
  } finally {
    await file.close();
    await rows.close();
  }
}

async function stage(source: ByteSource, rows: FileHandle, order: ReadOrder, progress: Progress): Promise<ReadFile> {
  if (source.size === 0) throw new FileRefused(fault('empty'));
  if (source.size > order.limits.bytes) {
    throw new FileRefused(fault('too-large', {}, { limit: order.limits.bytes, given: source.size }));
  }
  const head = await source.slice(0, Math.min(source.size, headBytes));
  const format = formatOf(head, source.name);
  if (!format?.read) throw new FileRefused(fault('unknown-format'));
  const stager = new Stager(rows);
  const notes: FileNote[] = [];
  for await (const event of format.read(source, order.limits, order.expected && knownAgain(order.expected))) {
    if ('table' in event) await stager.begin(event.table);
    else if ('rows' in event) await stager.add(event.rows);
    else if ('note' in event) {
      if (notes.length < mostNotes) notes.push(event.note);
    } else progress(event.readBytes, stager.rowCount);
  }
  const tables = await stager.end();
  if (tables.every(({ rowCount }) => rowCount === 0)) throw new FileRefused(fault('empty'));
  return { format: format.id, sha256: await sha256Of(source), tables, notes };
}

/** A grid that came from the other process is a copy; the known ones are told by being the same. */
const knownAgain = ({ box, grid }: ExpectedPlace): ExpectedPlace => ({
  box,
  grid: grid && gridBy(grid.centralMeridianDegrees, grid.scale),
});

/** Rows of one table after another, a page written when it is full. */
class Stager {
  readonly #file: FileHandle;
  readonly #tables: ReadTable[] = [];
  #table: FileTable | null = null;
  #pages: RowPage[] = [];
  #waiting: FileRow[] = [];
  #rowCount = 0;
  #hasShapes = false;
  #offset = 0;
  /** Of all tables. */
  rowCount = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async begin(table: FileTable): Promise<void> {
    await this.#finish();
    this.#table = table;
  }

  async add(rows: readonly FileRow[]): Promise<void> {
    this.rowCount += rows.length;
    this.#rowCount += rows.length;
    for (const row of rows) {
      this.#hasShapes ||= row.geometry !== null;
      this.#waiting.push(row);
      if (this.#waiting.length === pageRows) await this.#writePage();
    }
  }

  async end(): Promise<readonly ReadTable[]> {
    await this.#finish();
    return this.#tables;
  }

  async #finish(): Promise<void> {
    if (!this.#table) return;
    await this.#writePage();
    this.#tables.push({
      ...this.#table,
      rowCount: this.#rowCount,
      hasShapes: this.#hasShapes,
      pages: this.#pages,
    });
    this.#table = null;
    this.#pages = [];
    this.#rowCount = 0;
    this.#hasShapes = false;
  }

  async #writePage(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const json = Buffer.from(JSON.stringify(this.#waiting));
    await this.#file.write(json);
    this.#pages.push({ offset: this.#offset, bytes: json.length, rowCount: this.#waiting.length });
    this.#offset += json.length;
    this.#waiting = [];
  }
}

async function sha256Of(source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of stretches(source)) hash.update(piece);
  return hash.digest('hex');
}
