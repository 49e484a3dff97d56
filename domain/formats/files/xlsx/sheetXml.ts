/** One sheet of a workbook as XML, a piece of some rows at a time (ECMA-376, part 1, 18.3). */
import type { Cell, Column } from '../../table.ts';
import type { RowPieces, WrittenRow } from '../fileFormat.ts';
import { ByteWriter, specialCharacters } from '../byteWriter.ts';
import { columnLetters } from '../rows/columnLetters.ts';
import { longestText, textXml } from './textXml.ts';
import { headingStyle, textStyle, wrappedStyle } from './workbookParts.ts';

/** Where a sheet ends and the next one begins. */
export interface SheetEnds {
  /** With the heading; Excel's own limit is 1,048,576. */
  readonly rows: number;
  /** Of the XML: an entry of a zip without Zip64 ends at 4 GB. */
  readonly bytes: number;
}

export const sheetEnds: SheetEnds = { rows: 1_048_576, bytes: 3.9 * 2 ** 30 };

/** Rows one after another, whatever the pieces they come in, so that one sheet can stop where the next goes on. */
export class RowCursor {
  readonly #pieces: AsyncIterator<readonly WrittenRow[]> | Iterator<readonly WrittenRow[]>;
  #piece: readonly WrittenRow[] = [];
  #at = 0;

  constructor(pieces: RowPieces) {
    this.#pieces = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  }

  /** At most `count` rows; none when there are no more. */
  async take(count: number): Promise<readonly WrittenRow[]> {
    while (this.#at >= this.#piece.length) {
      const { value, done } = await this.#pieces.next();
      if (done) return [];
      this.#piece = value;
      this.#at = 0;
    }
    const taken =
      this.#at === 0 && this.#piece.length <= count ? this.#piece : this.#piece.slice(this.#at, this.#at + count);
    this.#at += taken.length;
    return taken;
  }

  async isAtEnd(): Promise<boolean> {
    const [row] = await this.take(1);
    if (row === undefined) return true;
    this.#at -= 1;
    return false;
  }

  /** Tells whoever makes the rows that no more are wanted. */
  async close(): Promise<void> {
    await this.#pieces.return?.();
  }
}

const pieceBytes = 128 * 1024;
const rowsAtOnce = 64;

/** Reads rows until they end or the sheet is full. */
export async function* sheetXml(
  columns: readonly Column[],
  rows: RowCursor,
  ends: SheetEnds,
): AsyncGenerator<Uint8Array, void> {
  const xml = new ByteWriter(pieceBytes * 2);
  const lines = new RowXml(columns, xml);
  xml.text(beginning(columns));
  lines.heading();
  let row = 1;
  let bytes = 0;
  for (;;) {
    const most = Math.min(rowsAtOnce, ends.rows - row);
    const taken = most > 0 && bytes < ends.bytes ? await rows.take(most) : [];
    if (taken.length === 0) break;
    for (const { cells } of taken) lines.row((row += 1), cells);
    if (xml.length < pieceBytes) continue;
    bytes += xml.length;
    yield xml.take();
  }
  xml.text('</sheetData></worksheet>');
  yield xml.take();
}

function beginning(columns: readonly Column[]): string {
  const widths = columns.map(({ type, widthCharacters }, index) => {
    const style = type === 'text' ? ` style="${textStyle}"` : '';
    return `<col min="${index + 1}" max="${index + 1}" width="${widthCharacters}"${style} customWidth="1"/>`;
  });
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    (widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '') +
    '<sheetData>'
  );
}

/** Writes rows of the same columns; what hardly changes from row to row is kept ready. */
class RowXml {
  readonly #columns: readonly Column[];
  readonly #xml: ByteWriter;
  readonly #starts: readonly string[];

  constructor(columns: readonly Column[], xml: ByteWriter) {
    this.#columns = columns;
    this.#xml = xml;
    this.#starts = columns.map((_, index) => `<c r="${columnLetters(index)}`);
  }

  heading(): void {
    this.#xml.text('<row r="1">');
    this.#columns.forEach(({ heading }, index) => this.#text(index, '1', heading, headingBegins));
    this.#xml.text('</row>');
  }

  row(row: number, cells: readonly Cell[]): void {
    const xml = this.#xml;
    const rowText = String(row);
    xml.reserve(64);
    xml.ascii('<row r="');
    xml.ascii(rowText);
    xml.ascii('">');
    for (let index = 0; index < this.#starts.length; index += 1) {
      const cell = cells[index];
      if (typeof cell === 'string') {
        if (cell !== '') this.#text(index, rowText, cell, textBegins);
      } else if (typeof cell === 'number' && Number.isFinite(cell)) {
        xml.reserve(64);
        xml.ascii(this.#starts[index]!);
        xml.ascii(rowText);
        xml.ascii('"><v>');
        xml.ascii(String(cell));
        xml.ascii('</v></c>');
      }
    }
    xml.reserve(64);
    xml.ascii('</row>');
  }

  #text(index: number, row: string, text: string, begins: string): void {
    const xml = this.#xml;
    const start = xml.length;
    xml.reserve(text.length + 64);
    xml.ascii(this.#starts[index]!);
    xml.ascii(row);
    xml.ascii(begins);
    if (text.length > longestText || hasEdge(text) || !xml.plain(text, unusual)) {
      xml.length = start;
      const style = text.includes('\n') && begins === textBegins ? wrappedBegins : begins;
      const kept = style.replace('<t>', '<t xml:space="preserve">');
      xml.text(`${this.#starts[index]}${row}${kept}${textXml(text)}</t></is></c>`);
      return;
    }
    xml.reserve(64);
    xml.ascii('</t></is></c>');
  }
}

/** From behind the row number in the reference of a cell. */
const asText = (style: number): string => `" s="${style}" t="inlineStr"><is><t>`;
const textBegins = asText(textStyle);
const wrappedBegins = asText(wrappedStyle);
const headingBegins = asText(headingStyle);

/** Controls, line ends and tab among them, what XML escapes, and _ for what would look like an escape of Excel's. */
const unusual = specialCharacters(String.fromCharCode(...Array(32).keys()) + '&<>"_');

const hasEdge = (text: string): boolean => text.charCodeAt(0) <= 0x20 || text.charCodeAt(text.length - 1) <= 0x20;
