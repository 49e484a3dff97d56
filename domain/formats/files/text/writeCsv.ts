/** Tables as CSV, written as their rows come. */
import { bom, csvField } from '../../csv.ts';
import type { Cell, Row } from '../../table.ts';
import type { RowPieces, WrittenTable } from '../fileFormat.ts';

const encoder = new TextEncoder();
/** Longer texts are made outside the memory for short-lived things, and take a fifth longer. */
const pieceCharacters = 32 * 1024;

/** UTF-8 with BOM, CRLF, RFC 4180, texts that would run as formulas guarded. Geometry is not written. */
export async function* writeCsv({ columns }: WrittenTable, rows: RowPieces): AsyncGenerator<Uint8Array, void> {
  const lines = new CsvLines();
  let text = bom + lines.of(columns.map(({ heading }) => heading));
  for await (const piece of rows) {
    for (const { cells } of piece) {
      text += lines.of(cells);
      if (text.length < pieceCharacters) continue;
      yield encoder.encode(text);
      text = '';
    }
  }
  yield encoder.encode(text);
}

/** Lines of the same table. Many columns say the same from row to row, the village, the commune: kept ready. */
class CsvLines {
  readonly #cells: Cell[] = [];
  readonly #fields: string[] = [];

  /** With its CRLF. */
  of(row: Row): string {
    const [cells, fields] = [this.#cells, this.#fields];
    let line = '';
    for (let index = 0; index < row.length; index += 1) {
      const cell = row[index]!;
      if (cell !== cells[index] || fields[index] === undefined) {
        cells[index] = cell;
        fields[index] = csvField(cell);
      }
      line += index === 0 ? fields[index]! : ',' + fields[index]!;
    }
    return line + '\r\n';
  }
}
