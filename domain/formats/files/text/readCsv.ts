/** CSV and text pasted from a spreadsheet, whatever its encoding and separator, a stretch at a time. */
import Papa from 'papaparse';
import { unguardFormula } from '../../formulaGuard.ts';
import { FileRefused, type ByteSource, type FileEvent } from '../fileFormat.ts';
import { fault, note } from '../fileFault.ts';
import { stretches } from '../pieces.ts';
import type { ReadLimits } from '../readLimits.ts';
import { otherExtension } from '../rows/otherExtension.ts';
import type { RawRow } from '../rows/rawRow.ts';
import { TableReader } from '../rows/tableReader.ts';
import { encodingOf } from './encoding.ts';
import { separatorOf, type Separator } from './separator.ts';

export const csvExtensions = ['.csv', '.tsv', '.tab', '.txt'] as const;

/** A row longer than this has a quote that does not end, or is none. */
const longestRow = 2 * 1024 * 1024;
/** Characters by which the separator is told. */
const headLength = 64 * 1024;

export async function* readCsv(source: ByteSource, limits: ReadLimits): AsyncGenerator<FileEvent, void> {
  if (source.size > limits.bytes) throw new FileRefused(fault('too-large', {}, { limit: limits.bytes }));
  const encoding = await encodingOf(source);
  if (encoding === 'windows-1258') yield { note: note('old-code-page', {}, { encoding, count: 1 }) };

  yield* otherExtension(source.name, 'csv', csvExtensions);
  const lines = new Lines();
  const name = tableName(source.name);
  const told = { name, decimal: null, countsCells: true };
  const reader = new TableReader(told, limits, { rows: limits.rows });
  const decoder = new TextDecoder(encoding, { fatal: true });
  let readBytes = 0;
  for await (const piece of stretches(source)) {
    readBytes += piece.length;
    const isLast = readBytes >= source.size;
    yield* reader.push(
      lines.add(
        decoded(() => decoder.decode(piece, { stream: !isLast })),
        isLast,
      ),
    );
    yield { readBytes };
  }
  if (!(yield* reader.end())) throw new FileRefused(fault('empty'));
  yield* reader.notes();
}

/** A text of bytes that mean nothing in its encoding: half a character at the end, or half of UTF-16. */
function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new FileRefused(fault('broken', {}, { reason: 'not-text' }));
  }
}

/** Without folders and extension; what a sheet of it could be called. */
const tableName = (fileName: string): string =>
  fileName
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .normalize('NFC') || 'CSV';

/** Text as it comes → whole rows with their lines. */
class Lines {
  #rest = '';
  #row = 1;
  #separator: Separator | string | null = null;

  add(text: string, isLast: boolean): readonly RawRow[] {
    const joined = this.#rest + text;
    // A line end may be cut in two.
    const isCut = !isLast && joined.endsWith('\r');
    const whole = (isCut ? joined.slice(0, -1) : joined).replace(/\r\n?/g, '\n');
    const kept = isCut ? '\r' : '';
    if (this.#separator === null) {
      if (!isLast && whole.length < headLength) {
        this.#rest = whole + kept;
        return [];
      }
      const told = /^sep=(.)\n/i.exec(whole);
      this.#separator = told?.[1] ?? separatorOf(whole.slice(0, headLength));
      if (told) {
        this.#row += 1;
        return this.#parse(whole.slice(told[0].length), kept, isLast);
      }
    }
    return this.#parse(whole, kept, isLast);
  }

  #parse(text: string, kept: string, isLast: boolean): readonly RawRow[] {
    const config = { delimiter: this.#separator!, newline: '\n' as const };
    const { data, errors, meta } = new Papa.Parser(config).parse(text, 0, !isLast) as Papa.ParseResult<string[]>;
    const rows: RawRow[] = [];
    for (const [index, cells] of data.entries()) {
      const [error] = errors.filter((one) => one.row === index && one.type === 'Quotes');
      if (error) this.#refuse(error.code === 'MissingQuotes' ? 'quote-not-closed' : 'quote-malformed');
      rows.push({ row: this.#row, cells: cells.map((cell) => (cell === '' ? null : unguardFormula(cell))) });
      this.#row += 1;
      for (const cell of cells) for (const character of cell) if (character === '\n') this.#row += 1;
    }
    const rest = isLast ? '' : text.slice(meta.cursor);
    if (rest.length > longestRow) this.#refuse('quote-not-closed');
    this.#rest = rest + kept;
    return rows;
  }

  #refuse(reason: string): never {
    throw new FileRefused(fault('broken', { row: this.#row }, { reason }));
  }
}
