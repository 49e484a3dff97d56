import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileFormat, WrittenTable } from '../../../../domain/formats/files/fileFormat.ts';
import { joined } from '../../../../domain/formats/files/pieces.ts';
import { isColumnNumbers } from '../../../../domain/formats/files/rows/heading.ts';
import { plainNumber } from '../../../../domain/formats/files/xlsx/cellValue.ts';
import { csvFormat } from '../../../../domain/formats/files/text/csvFormat.ts';
import { xlsxFormat } from '../../../../domain/formats/files/xlsx/xlsxFormat.ts';
import { textColumn, type Cell } from '../../../../domain/formats/table.ts';
import { cellsOf, readWhole } from './reading.ts';

/** Of which texts are made: what separators, quotes, XML, formulas and Excel's escapes trip over. */
const bits = [
  ...['Đường Đền Hàn', 'Bé', 'Thôn', 'Toàn', 'Ngõ 5/4', '0912345678', '5/4', '1E5', 'TRUE', '🏠', 'e\u0302\u0323', 'ư'],
  ...[
    ' ',
    ',',
    ';',
    '\t',
    '|',
    '"',
    "'",
    '\n',
    '\r\n',
    '=',
    '+',
    '-',
    '@',
    '＝',
    '<',
    '>',
    '&',
    '_x000D_',
    '_',
    '\uFEFF',
  ],
  ...['\u00AD', '\u00A0', ']]>', '&amp;', '\\', '#', '%'],
];
const texts = fc.array(fc.constantFrom(...bits), { maxLength: 5 }).map((parts) => parts.join(''));
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: texts },
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constant(null),
);
const headings = ['Số nhà', 'Đường', 'Họ tên', 'Ghi chú', 'Mã "cũ"', 'Xã, huyện', 'x'];

const tables = fc
  .tuple(fc.shuffledSubarray(headings, { minLength: 1 }), fc.array(fc.array(cell, { minLength: 7, maxLength: 7 })))
  .map(([columns, rows]) => ({ columns, rows: rows.map((row) => row.slice(0, columns.length)) }));

const read = (value: Cell, number: (value: number) => string): string | null => {
  if (value === null) return null;
  const kept = typeof value === 'number' ? number(value) : value;
  return kept.normalize('NFC').replace(/\r\n?/g, '\n').trim() || null;
};

describe.each([
  { format: xlsxFormat, number: plainNumber },
  { format: csvFormat, number: String },
] satisfies { format: FileFormat; number: (value: number) => string }[])('$format.id', ({ format, number }) => {
  it('gives back any table that was written', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ({ columns, rows }) => {
        const expected = rows
          .map((row) => row.map((value) => read(value, number)))
          .filter((row) => row.some((value) => value !== null));
        fc.pre(!expected[0] || !isColumnNumbers({ row: 2, cells: expected[0] }));
        const table: WrittenTable = { name: 'Hộ', columns: columns.map((one) => textColumn(one, one, 10)) };
        const written = [rows.map((cells) => ({ cells, geometry: null }))];
        const bytes = await joined(format.write!(table, written, { title: 'x', createdAt: new Date(0) }));
        expect(format.recognises(bytes.subarray(0, 4096), `x${format.extensions[0]}`)).toBe(true);
        const file = await readWhole(format, bytes);
        expect(file.tables.map((one) => one.columns)).toEqual([columns]);
        expect(cellsOf(file)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
