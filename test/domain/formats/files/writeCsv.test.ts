import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toCsv } from '../../../../domain/formats/csv.ts';
import type { WrittenRow } from '../../../../domain/formats/files/fileFormat.ts';
import { joined } from '../../../../domain/formats/files/pieces.ts';
import { writeCsv } from '../../../../domain/formats/files/text/writeCsv.ts';
import { numberColumn, textColumn, type Row } from '../../../../domain/formats/table.ts';

const columns = [textColumn('a', 'Số nhà', 9), textColumn('b', '=Tên', 20), numberColumn('c', 'Vĩ độ', 13)];

/** As texts: two that are the same have the same bytes, and long ones are quickly compared. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

const written = async (rows: readonly Row[], rowsAPiece: number) => {
  const pieces: WrittenRow[][] = [];
  for (let at = 0; at < rows.length; at += rowsAPiece) {
    pieces.push(rows.slice(at, at + rowsAPiece).map((cells) => ({ cells, geometry: null })));
  }
  return decoder.decode(await joined(writeCsv({ name: 'Nhà', columns }, pieces)));
};
const expected = (rows: readonly Row[]) => decoder.decode(new TextEncoder().encode(toCsv(columns, rows)));

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'=+-@＝"\',;|\t\r\n\0 \uFEFF“aệ\uD800\uDC00\uFFFE') }),
);
const anyRow = fc.tuple(
  fc.option(anyText),
  fc.option(anyText),
  fc.option(fc.oneof(fc.double(), fc.double({ noNaN: false, noDefaultInfinity: false }))),
);

it('gives to the byte what the whole text of the list would be, whatever its cells', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow), fc.integer({ min: 1, max: 5 }), async (rows, rowsAPiece) => {
      expect(await written(rows, rowsAPiece)).toBe(expected(rows));
    }),
    { numRuns: 300 },
  );
});

it('holds a cell that is longer than its pieces, and a list of many pieces', async () => {
  const long = 'Đường “Đền Hàn”, ngõ 3; '.repeat(20_000);
  const rows: Row[] = [[long, long.replaceAll(/[,;]/g, ''), 1]];
  expect(await written(rows, 1)).toBe(expected(rows));
  const many: Row[] = Array.from({ length: 9_000 }, (_, row) => [
    `Số ${row}`,
    row % 7 === 0 ? `-${row}` : 'ngõ 3',
    row,
  ]);
  expect(await written(many, 500)).toBe(expected(many));
});
