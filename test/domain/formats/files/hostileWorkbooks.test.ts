import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { xlsxFormat } from '../../../../domain/formats/files/xlsx/xlsxFormat.ts';
import { cellsOf, faultOf, readWhole } from './reading.ts';
import { handMade, row, rowsOf, text } from './workbookParts.ts';

const sheet = rowsOf(row(1, text('A1', 'Tên'), text('B1', 'Số')), row(2, text('A2', 'A'), text('B2', '1')));
const withRows = (...rows: readonly string[]) =>
  handMade({ sheet: rowsOf(row(1, text('A1', 'Tên'), text('B1', 'Số')), ...rows) });
const part = 'xl/worksheets/sheet1.xml';

/** The first bytes of a compound file, then the name of a stream in its directory. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((letter, at) => (bytes[1024 + at * 2] = letter.charCodeAt(0)));
  return bytes;
}

describe('a workbook that cannot be used is refused, with its place', () => {
  it.each([
    [
      'a bomb',
      handMade({ sheet: `<sheetData>${' '.repeat(20 * 1024 * 1024)}</sheetData>` }),
      { code: 'unpacks-too-large', column: part },
    ],
    [
      'a bomb of shared texts',
      handMade({ sheet, shared: '<si><t>aaaaaaaa</t></si>'.repeat(1_000_000) }),
      { code: 'unpacks-too-large', column: 'xl/sharedStrings.xml' },
    ],
    ['a name that leads outside', handMade({ sheet, entries: { '../../etc/passwd': 'x' } }), { code: 'entry-outside' }],
    [
      'entities that grow',
      handMade({
        entries: { [part]: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>' },
      }),
      { code: 'declares-entities', table: 'Hộ' },
    ],
    [
      'entities in the shared texts',
      handMade({ sheet, entries: { 'xl/sharedStrings.xml': '<!DOCTYPE sst SYSTEM "http://x/y"><sst/>' } }),
      { code: 'declares-entities', column: 'xl/sharedStrings.xml' },
    ],
    ['elements too deep', handMade({ sheet: '<a>'.repeat(100) }), { code: 'too-deep', table: 'Hộ' }],
    ['an encrypted one', compound('EncryptedPackage'), { code: 'encrypted' }],
    ['one of old Excel', compound('Workbook'), { code: 'unknown-format', params: { kind: 'xls' } }],
    [
      'one of binary sheets',
      handMade({
        entries: {
          '_rels/.rels':
            '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        },
      }),
      { code: 'unknown-format', params: { kind: 'xlsb' } },
    ],
    [
      'one without its workbook',
      handMade({ entries: { 'xl/workbook.xml': null } }),
      { code: 'entry-missing', column: 'xl/workbook.xml' },
    ],
    ['one without a sheet it names', handMade({ entries: { [part]: null } }), { code: 'entry-missing', column: part }],
    ['one cut off', handMade({ sheet }).subarray(0, 700), { code: 'broken' }],
    [
      'XML cut off',
      handMade({ entries: { [part]: `<worksheet>${sheet.slice(0, -40)}` } }),
      { code: 'broken', table: 'Hộ', row: 2 },
    ],
    [
      'XML that is no UTF-8',
      handMade({ entries: { [part]: strToU8('<worksheet>\xff', true) } }),
      { code: 'broken', table: 'Hộ' },
    ],
    ['a shared text that is not there', withRows(row(2, '<c r="A2" t="s"><v>7</v></c>')), { code: 'broken', row: 2 }],
    ['rows that go back', withRows(row(5, text('A5', 'A')), row(4, text('A4', 'B'))), { code: 'broken', row: 5 }],
    ['a cell beyond any sheet', withRows(row(2, text('ZZZZ2', 'A'))), { code: 'broken', row: 2 }],
    ['a number that is none', withRows(row(2, '<c r="A2"><v>1,5</v></c>')), { code: 'broken', row: 2 }],
    [
      'a heading twice',
      handMade({ sheet: rowsOf(row(3, text('A3', 'Số'), text('B3', ' Số')), row(4, text('A4', '1'))) }),
      { code: 'heading-twice', table: 'Hộ', row: 3, column: 'Số' },
    ],
    [
      'no heading',
      handMade({ sheet: rowsOf(row(1, '<c r="A1"><v>1</v></c>'), row(2, '<c r="A2"><v>2</v></c>')) }),
      { code: 'no-heading', table: 'Hộ', row: 1 },
    ],
    ['nothing on its sheets', handMade({}), { code: 'empty' }],
    [
      'a control character',
      withRows(row(2, text('B2', 'a_x0007_'))),
      { code: 'control-characters', table: 'Hộ', row: 2, column: 'B' },
    ],
  ])('%s', async (_, given, expected) => {
    expect(await faultOf(xlsxFormat, given)).toMatchObject(expected);
  });

  it.each([
    [{ bytes: 100 }, { code: 'too-large' }],
    [{ rows: 1 }, { code: 'too-many-rows', table: 'Hộ', row: 3 }],
    [{ columns: 2 }, { code: 'too-many-columns', table: 'Hộ', row: 3, column: 'C' }],
    [{ tables: 0 }, { code: 'too-many-tables' }],
    [{ cellCharacters: 5 }, { code: 'cell-too-long', table: 'Hộ', row: 3, column: 'A' }],
    [{ unpackedBytes: 300 }, { code: 'unpacks-too-large' }],
    [{ entries: 3 }, { code: 'too-many-entries' }],
    [{ depth: 3 }, { code: 'too-deep' }],
  ])('beyond %j', async (limits, expected) => {
    const given = withRows(row(2, text('A2', 'A')), row(3, text('A3', 'AAAAAA'), text('C3', 'x')));
    expect(await faultOf(xlsxFormat, given, 'hộ.xlsx', limits)).toMatchObject(expected);
  });

  it('what it says of its own size is not believed, and nothing of that size is kept', async () => {
    const given = handMade({ sheet: `<dimension ref="A1:XFD1048576"/>${sheet}` });
    const view = new DataView(given.buffer, given.byteOffset);
    for (let at = 0; at < given.length - 4; at += 1) {
      // The size of each entry unpacked, in its own header and in the directory: 2 GB.
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 2 ** 31, true);
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 2 ** 31, true);
    }
    const before = process.memoryUsage().rss;
    const outcome = await readWhole(xlsxFormat, given).then(cellsOf, ({ fault }) => fault.code as string);
    expect([[['A', '1']], 'broken', 'unpacks-too-large']).toContainEqual(outcome);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('columns that only look filled cost nothing', async () => {
    const given = withRows(row(2, text('A2', 'A'), '<c r="XFD2" s="1"/>'));
    const file = await readWhole(xlsxFormat, given);
    expect(cellsOf(file)).toEqual([['A', null]]);
  });
});
