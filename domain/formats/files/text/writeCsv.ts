/** Tables as CSV, written as their rows come. */
import { bom, csvLine } from '../../csv.ts';
import type { RowPieces, WrittenTable } from '../fileFormat.ts';

const encoder = new TextEncoder();
const pieceCharacters = 128 * 1024;

/** UTF-8 with BOM, CRLF, RFC 4180, texts that would run as formulas guarded. Geometry is not written. */
export async function* writeCsv({ columns }: WrittenTable, rows: RowPieces): AsyncGenerator<Uint8Array, void> {
  let text = bom + csvLine(columns.map(({ heading }) => heading));
  for await (const piece of rows) {
    for (const { cells } of piece) text += csvLine(cells);
    if (text.length < pieceCharacters) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}
