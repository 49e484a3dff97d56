/** Tables as CSV, written as their rows come. */
import { bom, csvField, csvSpecial } from '../../csv.ts';
import { looksLikeFormula } from '../../formulaGuard.ts';
import type { Row } from '../../table.ts';
import { ByteWriter, specialCharacters } from '../byteWriter.ts';
import type { RowPieces, WrittenTable } from '../fileFormat.ts';

const pieceBytes = 128 * 1024;

/** UTF-8 with BOM, CRLF, RFC 4180, texts that would run as formulas guarded. Geometry is not written. */
export async function* writeCsv({ columns }: WrittenTable, rows: RowPieces): AsyncGenerator<Uint8Array, void> {
  const csv = new ByteWriter(pieceBytes * 2);
  csv.text(bom);
  line(
    csv,
    columns.map(({ heading }) => heading),
  );
  for await (const piece of rows) {
    for (const { cells } of piece) {
      line(csv, cells);
      if (csv.length >= pieceBytes) yield csv.take();
    }
  }
  yield csv.take();
}

const unusual = specialCharacters(csvSpecial);

/** To the byte what csvField makes of each cell; most can be written as they are, which is much faster. */
function line(csv: ByteWriter, cells: Row): void {
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]!;
    csv.reserve((typeof cell === 'string' ? cell.length : 32) + 2);
    if (index > 0) csv.ascii(',');
    if (cell === null) continue;
    if (typeof cell === 'number') csv.ascii(csvField(cell));
    else if (looksLikeFormula(cell) || !csv.plain(cell, unusual)) csv.text(csvField(cell));
  }
  csv.reserve(2);
  csv.ascii('\r\n');
}
