import fc from 'fast-check';
import { parseCsv } from 'hucre/csv';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../domain/formats/csv.ts';
import { looksLikeFormula } from '../../../domain/formats/formulaGuard.ts';
import type { Cell, Column } from '../../../domain/formats/table.ts';

const columns: readonly Column[] = [
  { key: 'number', heading: 'Số nhà', type: 'text', widthCharacters: 9 },
  { key: 'x', heading: 'Vĩ độ', type: 'number', widthCharacters: 13 },
];
const body = (...rows: Cell[][]) => toCsv(columns, rows).slice(1).split('\r\n').slice(1, -1);

describe('CSV', () => {
  it('begins with a BOM and ends each line with CRLF', () => {
    expect(toCsv(columns, [['5/4', 1]])).toBe('\uFEFFSố nhà,Vĩ độ\r\n5/4,1\r\n');
  });

  it('quotes commas, quotes and line ends, doubling quotes (RFC 4180)', () => {
    expect(body(['a,b', 1])).toEqual(['"a,b",1']);
    expect(body(['say "no"', 1])).toEqual(['"say ""no""",1']);
    expect(toCsv(columns, [['a\nb', null]])).toContain('"a\nb",\r\n');
  });

  it('keeps 5/4 and 20-1 as they are and empty cells empty', () => {
    expect(body(['5/4', null], ['20-1', null])).toEqual(['5/4,', '20-1,']);
  });

  it.each([
    '=HYPERLINK("http://x","y")',
    '+84912345678',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\0=1',
    ' =1',
    '"=1',
    "'=1",
    '\uFEFF=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
  ])('guards %j with an apostrophe', (text) => {
    expect(looksLikeFormula(text)).toBe(true);
    expect(body([text, null])[0]).toMatch(/^"?'/);
  });

  it('lets a name with a minus or an equals sign inside alone, and negative numbers are numbers', () => {
    expect(looksLikeFormula('Ngõ 22 - Hùng Vương')).toBe(false);
    expect(body(['A=B', -5.25])).toEqual(['A=B,-5.25']);
    expect(body(['x', Number.NaN])).toEqual(['x,']);
  });

  it('is read back as it was by another reader, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
        const given = texts.map((text) => text.replaceAll('\0', ''));
        fc.pre(given.every((text) => !text.includes('\r') && !looksLikeFormula(text)));
        const rows = parseCsv(
          toCsv(
            columns,
            given.map((text) => [text, 1]),
          ).slice(1),
          { skipEmptyRows: false },
        );
        expect(rows.slice(1).map((row) => row[0])).toEqual(given);
      }),
      { numRuns: 50 },
    );
  });
});
