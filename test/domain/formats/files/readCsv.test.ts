import { describe, expect, it } from 'vitest';
import { csvFormat } from '../../../../domain/formats/files/text/csvFormat.ts';
import { cellsOf, faultOf, readWhole } from './reading.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** Texts of single bytes, as they are when taken for Latin-1. */
const bytes = (text: string) => Uint8Array.from([...text].map((character) => character.charCodeAt(0)));
const utf16 = (text: string, isLittle: boolean) =>
  Uint8Array.from(
    [...text].flatMap((one) => {
      const [high, low] = [one.charCodeAt(0) >> 8, one.charCodeAt(0) & 0xff];
      return isLittle ? [low, high] : [high, low];
    }),
  );

const list = 'Họ tên,Số nhà\nNguyễn Văn Hường,5/4\n';
const rows = [['Nguyễn Văn Hường', '5/4']];

describe('a text of cells', () => {
  it.each([
    ['UTF-8', utf8(list)],
    ['UTF-8 with its mark', utf8(`\uFEFF${list}`)],
    ['UTF-8 decomposed, as Macs have it', utf8(list.normalize('NFD'))],
    ['UTF-16 as Excel saves it', utf16(`\uFEFF${list.replaceAll(',', '\t')}`, true)],
    ['UTF-16 the other way round', utf16(`\uFEFF${list}`, false)],
    ['UTF-16 without its mark', utf16(list, true)],
    // ê + dot below, ê + tilde, ươ + grave: letters and combining marks of the code page.
    [
      'Windows-1258',
      bytes('H\xf2o t\xean,S\xf4\xec nh\xe0\nNguy\xea\xden V\xe3n H\xfd\xf5\xccng,5/4\n'.replace('H\xf2o', 'Ho\xf2')),
    ],
    ['TCVN3', bytes('Hä tªn,Sè nhµ\nNguyÔn V¨n H\u00AD\u00EAng,5/4\n')],
    ['VNI', bytes('Hoï teân,Soá nhaø\nNguyeãn Vaên Höôøng,5/4\n')],
  ])('is read in %s', async (_, given) => {
    const file = await readWhole(csvFormat, given);
    expect(file.tables[0]!.columns).toEqual(['Họ tên', 'Số nhà']);
    expect(cellsOf(file)).toEqual(rows);
    expect(csvFormat.recognises(given, 'x')).toBe(true);
  });

  it('says when it was in an old encoding, and in which', async () => {
    const tcvn3 = await readWhole(csvFormat, utf8('Tªn,Sè\nTr\u00AD\u00ACng,1\nng\u00AD\u00EAi,2\nHà Nội,3\n'));
    expect(cellsOf(tcvn3)).toEqual([
      ['Trương', '1'],
      ['người', '2'],
      ['Hà Nội', '3'],
    ]);
    const place = { table: 'thon', row: 2, column: 'Tên' };
    expect(tcvn3.notes).toEqual([{ code: 'legacy-encoding', ...place, params: { encoding: 'tcvn3', count: 2 } }]);
    const page = await readWhole(csvFormat, bytes('Ho\xf2,x\nNguy\xea\xden,1\n'));
    expect(page.notes).toMatchObject([{ code: 'old-code-page', params: { encoding: 'windows-1258' } }]);
  });

  it.each([
    ['semicolons', 'Tên;Vĩ độ;Kinh độ\nA;19,97;105,78\nB;20;105,7\n', ['A', '19,97', '105,78'], ','],
    ['tabs', 'Tên\tVĩ độ\tKinh độ\nA, B; C\t19.97\t105.78\n', ['A, B; C', '19.97', '105.78'], '.'],
    ['bars', 'Tên|Vĩ độ|Kinh độ\nA, B|19.97|105.78\n', ['A, B', '19.97', '105.78'], '.'],
    ['commas, numbers in quotes', 'Tên,Vĩ độ,Kinh độ\nA;B,"19,97","105,78"\n', ['A;B', '19,97', '105,78'], ','],
    ['what its first line says', 'sep=:\nTên:Vĩ độ:Kinh độ\nA,B:19.97:105.78\n', ['A,B', '19.97', '105.78'], '.'],
    ['a comma, where a cell holds a semicolon and a heading holds quotes', '"Mã ""cũ""",x\n,";"\n', [null, ';'], '.'],
  ])('is parted by %s', async (_, text, first, decimal) => {
    const file = await readWhole(csvFormat, utf8(text));
    expect(cellsOf(file)[0]).toEqual(first);
    expect(file.tables[0]!.decimal).toBe(decimal);
  });

  it('has its heading below titles and above the numbers of columns, and rows are those of the text', async () => {
    const text =
      'UBND XÃ TỐNG SƠN,,\n\n"DANH SÁCH\nHỘ",,\nSTT,Họ tên,Ghi chú\n(1),(2),(3)\n1,"Lê\nAn",\n\n2,Trần Bình,x\n';
    const { tables } = await readWhole(csvFormat, utf8(text));
    expect(tables[0]!.columns).toEqual(['STT', 'Họ tên', 'Ghi chú']);
    expect(tables[0]!.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [7, '1', 'Lê\nAn', null],
      [10, '2', 'Trần Bình', 'x'],
    ]);
  });

  it('calls a column without heading by its letter, and counts rows of another length', async () => {
    const file = await readWhole(csvFormat, utf8('Tên,,Số\nA,x,1\nB\nC,x,2,thừa\n'));
    expect(file.tables[0]!.columns).toEqual(['Tên', 'B', 'Số', 'D']);
    expect(file.notes).toEqual([
      { code: 'rows-of-other-length', table: 'thon', row: 2, column: null, params: { count: 2 } },
    ]);
  });

  it('takes off the apostrophe that kept a text from being run, and no other', async () => {
    const file = await readWhole(csvFormat, utf8("Tên,Số\n'=1+1,'5\n'+84912345678,'a\n"));
    expect(cellsOf(file)).toEqual([
      ['=1+1', "'5"],
      ['+84912345678', "'a"],
    ]);
  });

  it('is the same however it is cut into stretches', async () => {
    const long = `Họ tên;Số nhà\r\n${'Nguyễn Văn Hường;"5/4\r\n""A"""\r\n'.repeat(20_000)}`;
    const file = await readWhole(csvFormat, utf8(long));
    const all = file.tables[0]!.rows;
    expect([all.length, all.at(-1)!.row]).toEqual([20_000, 40_000]);
    expect(new Set(all.map(({ cells }) => cells.join()))).toEqual(new Set(['Nguyễn Văn Hường,5/4\n"A"']));
  });
});

describe('a text that cannot be used is refused, with its place', () => {
  const half = new Uint8Array([...utf8('Tên,Ghi chú\nHuệ,ở\nA,'), ...bytes('nhµ\n'), ...utf8('Bưởi,x\n')]);
  it.each([
    ['half UTF-8', half, { code: 'not-one-encoding', row: 3, column: 'Ghi chú' }],
    ['a quote that does not end', utf8('Tên,Số\nA,1\n"B,2\nC,3\n'), { code: 'broken', row: 3 }],
    ['a quote that ends too early', utf8('Tên,Số\nA,1\n"B"x,2\n'), { code: 'broken', row: 3 }],
    ['NUL', utf8('Tên,Số\nA,1\nB\0,2\n'), { code: 'control-characters', row: 3, column: 'A' }],
    ['a bell', utf8('Tên,Số\nA,\u0007\n'), { code: 'control-characters', row: 2, column: 'B' }],
    ['a heading twice', utf8('Tên,Số,Tên\nA,1,2\n'), { code: 'heading-twice', row: 1, column: 'Tên' }],
    ['no heading', utf8('1,2\n3,4\n'), { code: 'no-heading', row: 1 }],
    ['nothing', utf8(''), { code: 'empty' }],
    ['blanks', utf8(' \n\n ,\n'), { code: 'empty' }],
    ['half a character of UTF-16', utf16(`\uFEFF${list}`, true).subarray(0, 41), { code: 'broken' }],
  ])('%s', async (_, given, expected) => {
    expect(await faultOf(csvFormat, given)).toMatchObject(expected);
  });

  it.each([
    [{ bytes: 10 }, { code: 'too-large', params: { limit: 10 } }],
    [{ rows: 1 }, { code: 'too-many-rows', row: 3 }],
    [{ columns: 2 }, { code: 'too-many-columns', row: 1, column: 'C' }],
    [{ cellCharacters: 8 }, { code: 'cell-too-long', row: 3, column: 'B' }],
  ])('beyond %j', async (limits, expected) => {
    const given = utf8('Tên,Số,Xã\nA,1,\nB,123456789,\n');
    expect(await faultOf(csvFormat, given, 'hộ.csv', limits)).toMatchObject(expected);
  });

  it('a quote left open does not make it read the same again and again', async () => {
    const given = utf8(`Tên,Số\n"A,1\n${'B,2\n'.repeat(1_000_000)}`);
    expect(await faultOf(csvFormat, given)).toMatchObject({ code: 'broken', row: 2 });
  });
});

describe('what is no table of text', () => {
  it.each([
    '{"type":"FeatureCollection"}',
    '<?xml version="1.0"?><kml/>',
    '\uFEFF [1]',
    'PK\u0003\u0004\0\0',
    '%PDF-1.7',
  ])('%j', (head) => {
    expect(csvFormat.recognises(utf8(head), 'x.csv')).toBe(false);
  });
});
