/**
 * Rows as they lie in the file → its table: heading found, headings checked, cells decoded and normalized, limits held.
 * The first rows are kept back until there are enough to judge by.
 */
import { FileRefused, type FileEvent, type FileRow } from '../fileFormat.ts';
import { fault, note, type FileNoteCode } from '../fileFault.ts';
import { decodeByEvidence, decodeLegacy, Evidence, type LegacyEncoding } from '../legacy/legacyText.ts';
import type { ReadLimits } from '../readLimits.ts';
import { columnLetters } from './columnLetters.ts';
import { headingPlace, isColumnNumbers } from './heading.ts';
import type { RawRow } from './rawRow.ts';

const keptBack = 1000;

export interface TableTold {
  readonly name: string;
  /** Null where it is to be found out. */
  readonly decimal: '.' | ',' | null;
  /** Text has as many cells in each row; sheets end with the last that is filled. */
  readonly countsCells: boolean;
}

interface Counted {
  count: number;
  readonly row: number;
  /** Its index: the headings may not be known yet. */
  readonly column: number | null;
  readonly params: Readonly<Record<string, string>>;
}

interface LegacyColumn {
  readonly encoding: LegacyEncoding;
  readonly isMost: boolean;
}

export class TableReader {
  readonly #told: TableTold;
  readonly #limits: ReadLimits;
  readonly #budget: { rows: number };
  #kept: RawRow[] | null = [];
  #columns: readonly string[] = [];
  #legacy: readonly (LegacyColumn | null)[] = [];
  #headingRow = 0;
  readonly #counted = new Map<string, Counted>();

  /** `budget.rows`: how many more rows all tables of the file may have. */
  constructor(told: TableTold, limits: ReadLimits, budget: { rows: number }) {
    this.#told = told;
    this.#limits = limits;
    this.#budget = budget;
  }

  *push(rows: readonly RawRow[]): Generator<FileEvent, void> {
    for (const row of rows) this.#check(row);
    if (this.#kept === null) {
      yield* this.#rows(rows);
      return;
    }
    this.#kept.push(...rows.filter(({ cells }) => cells.some((cell) => cell !== null && cell.trim() !== '')));
    if (this.#kept.length >= keptBack) yield* this.#begin(this.#kept);
  }

  /** Whether there was a table at all. */
  *end(): Generator<FileEvent, boolean> {
    if (this.#kept !== null) {
      if (this.#kept.length === 0) return false;
      yield* this.#begin(this.#kept);
    }
    return true;
  }

  /** Counted, and told by `notes` at the place of the first. */
  count(code: FileNoteCode, row: number, index: number | null, params: Readonly<Record<string, string>> = {}): void {
    const key = `${code} ${params['encoding'] ?? ''} ${code === 'legacy-encoding' ? index : ''}`;
    const before = this.#counted.get(key);
    if (before) before.count += 1;
    else this.#counted.set(key, { count: 1, row, column: index, params });
  }

  *notes(): Generator<FileEvent, void> {
    for (const [key, { count, row, column, params }] of this.#counted) {
      const code = key.slice(0, key.indexOf(' ')) as FileNoteCode;
      const place = { table: this.#told.name, row, column: column === null ? null : this.heading(column) };
      yield { note: note(code, place, { ...params, count }) };
    }
  }

  get columns(): readonly string[] {
    return this.#columns;
  }

  get headingRow(): number {
    return this.#headingRow;
  }

  /** The heading, or before it is known the letter. */
  heading(index: number): string {
    return this.#columns[index] ?? columnLetters(index);
  }

  #check({ row, cells }: RawRow): void {
    const { name: table } = this.#told;
    const { columns, cellCharacters } = this.#limits;
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index];
      if (cell === null || cell === undefined || cell === '') continue;
      const place = { table, row, column: this.heading(index) };
      if (index >= columns) throw new FileRefused(fault('too-many-columns', place, { limit: columns }));
      if (cell.length > cellCharacters) {
        throw new FileRefused(fault('cell-too-long', place, { length: cell.length, limit: cellCharacters }));
      }
      if (controls.test(cell)) throw new FileRefused(fault('control-characters', place));
    }
  }

  *#begin(kept: readonly RawRow[]): Generator<FileEvent, void> {
    this.#kept = null;
    const place = headingPlace(kept);
    const { name: table } = this.#told;
    if (place === null) throw new FileRefused(fault('no-heading', { table, row: kept[0]!.row }));
    const heading = kept[place]!;
    this.#headingRow = heading.row;
    const below = kept[place + 1];
    const body = kept.slice(below && isColumnNumbers(below) ? place + 2 : place + 1);
    const width = Math.max(lastFilled(heading), ...body.map(lastFilled)) + 1;

    this.#legacy = this.#legacyColumns(heading, body, width);
    const ofHeadings = this.#legacyOf(heading.cells.map((cell, index) => (heading.fonts?.[index] ? null : cell)));
    const columns = Array.from({ length: width }, (_, index) => {
      const font = heading.fonts?.[index];
      const raw = heading.cells[index] ?? null;
      const legacy = ofHeadings ?? this.#legacy[index];
      const text = font
        ? decodeLegacy(raw ?? '', font)
        : legacy && raw !== null
          ? decodeByEvidence(raw, legacy.encoding, legacy.isMost)
          : raw;
      return text === null ? null : (cellText(text)?.replace(/\s+/g, ' ') ?? null);
    });
    const names = columns.map((column, index) => column ?? columnLetters(index));
    const twice = names.findIndex((one, index) => names.indexOf(one) !== index);
    if (twice >= 0) {
      throw new FileRefused(fault('heading-twice', { table, row: heading.row, column: names[twice]! }));
    }
    this.#columns = names;
    yield { table: { name: table, columns: names, decimal: this.#told.decimal ?? decimalOf(body) } };
    yield* this.#rows(body);
  }

  #legacyColumns(heading: RawRow, body: readonly RawRow[], width: number): readonly (LegacyColumn | null)[] {
    return Array.from({ length: width }, (_, index) =>
      this.#legacyOf([...[heading, ...body].map((row) => (row.fonts?.[index] ? null : (row.cells[index] ?? null)))]),
    );
  }

  #legacyOf(texts: readonly (string | null)[]): LegacyColumn | null {
    const evidence = new Evidence();
    for (const text of texts) if (text !== null) evidence.add(text);
    const encoding = evidence.found;
    return encoding && { encoding, isMost: evidence.isMost };
  }

  *#rows(rows: readonly RawRow[]): Generator<FileEvent, void> {
    const read: FileRow[] = [];
    for (const raw of rows) {
      const cells = this.#columns.map((_, index) => this.#cell(raw, index));
      const isLonger = raw.cells.length > this.#columns.length && lastFilled(raw) >= this.#columns.length;
      const isBlank = cells.every((cell) => cell === null) && !isLonger;
      if (isBlank) continue;
      const isOther = this.#told.countsCells && raw.cells.length < this.#columns.length;
      if (isLonger || isOther) this.count('rows-of-other-length', raw.row, null);
      this.#budget.rows -= 1;
      if (this.#budget.rows < 0) {
        const place = { table: this.#told.name, row: raw.row };
        throw new FileRefused(fault('too-many-rows', place, { limit: this.#limits.rows }));
      }
      read.push({ row: raw.row, cells, geometry: null });
    }
    if (read.length > 0) yield { rows: read };
  }

  #cell({ cells, fonts, row }: RawRow, index: number): string | null {
    const raw = cells[index] ?? null;
    if (raw === null) return null;
    const font = fonts?.[index] ?? null;
    const column = this.#legacy[index] ?? null;
    // Before any trimming: what is a soft hyphen elsewhere is a letter there (RULES §9).
    const text = font ? decodeLegacy(raw, font) : column ? decodeByEvidence(raw, column.encoding, column.isMost) : raw;
    if (text !== raw) this.count('legacy-encoding', row, index, { encoding: font?.encoding ?? column!.encoding });
    return cellText(text);
  }
}

const controls = /[\0-\x08\x0E-\x1F\x7F\uFFFE\uFFFF]/;

/** NFC, ends trimmed, line ends as line feeds; null where nothing is left. */
export function cellText(raw: string): string | null {
  const text = raw.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  return text === '' ? null : text;
}

const lastFilled = ({ cells }: RawRow): number => cells.findLastIndex((cell) => cell !== null && cell.trim() !== '');

/** By the numbers that have one digit group before and some digits behind a single sign. */
function decimalOf(rows: readonly RawRow[]): '.' | ',' {
  let [commas, points] = [0, 0];
  for (const { cells } of rows) {
    for (const cell of cells) {
      if (cell === null) continue;
      if (/^\s*-?\d+,\d+\s*$/.test(cell)) commas += 1;
      else if (/^\s*-?\d+\.\d+\s*$/.test(cell)) points += 1;
    }
  }
  return commas > points ? ',' : '.';
}
