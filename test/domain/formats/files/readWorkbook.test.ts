import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { columnOf } from '../../../../domain/formats/files/xlsx/sheetRows.ts';
import { columnLetters } from '../../../../domain/formats/files/rows/columnLetters.ts';
import { xlsxFormat } from '../../../../domain/formats/files/xlsx/xlsxFormat.ts';
import { cellsOf, readWhole } from './reading.ts';
import { handMade, row, rowsOf, text } from './workbookParts.ts';

async function saved(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('Hộ'), workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('a workbook of another program', () => {
  it('has its heading below titles; numbers whole, days, times and truths as text', async () => {
    const bytes = await saved((sheet) => {
      sheet.addRow(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']);
      sheet.mergeCells('A1:F1');
      sheet.addRow([]);
      sheet.addRow(['STT', 'Họ tên', 'Ngày sinh', 'Mã địa chỉ số', 'Giờ', 'Đúng', 'Diện tích']);
      sheet.addRow([1, 2, 3, 4, 5, 6, 7]);
      sheet.addRow([1, ' Lê An ', new Date('1980-05-04'), 1234567890, 0.5, true, 1e5]);
      sheet.addRow([
        2,
        { richText: [{ text: 'Trần ' }, { text: 'Bình', font: { bold: true } }] },
        null,
        '0123456789',
        null,
        false,
        1.5e-7,
      ]);
      sheet.getCell('E5').numFmt = 'hh:mm';
    });
    const file = await readWhole(xlsxFormat, bytes);
    expect(file.tables[0]!.columns).toEqual([
      'STT',
      'Họ tên',
      'Ngày sinh',
      'Mã địa chỉ số',
      'Giờ',
      'Đúng',
      'Diện tích',
    ]);
    expect(file.tables[0]!.rows.map((one) => [one.row, ...one.cells])).toEqual([
      [5, '1', 'Lê An', '1980-05-04', '1234567890', '12:00:00', 'TRUE', '100000'],
      [6, '2', 'Trần Bình', null, '0123456789', null, 'FALSE', '0.00000015'],
    ]);
    expect(file.notes).toEqual([]);
  });

  it('says where there are formulas, errors, merged cells and hidden rows, columns and sheets', async () => {
    const bytes = await saved((sheet, workbook) => {
      sheet.addRow(['Tên', 'Số', 'Tổng']);
      sheet.addRow(['A', 1, { formula: 'B2+1', result: 2 }]);
      sheet.addRow(['B', 2, { formula: 'B3/0', result: { error: '#DIV/0!' } }]);
      sheet.addRow(['C', 3, { formula: 'A2&"x"', result: 'Ax' }]);
      sheet.addRow(['D', 4, 5]);
      sheet.mergeCells('A4:A5');
      sheet.getRow(3).hidden = true;
      sheet.getColumn(2).hidden = true;
      workbook.addWorksheet('Nháp', { state: 'hidden' }).addRows([['x'], ['y']]);
    });
    const file = await readWhole(xlsxFormat, bytes);
    expect(cellsOf(file)).toEqual([
      ['A', '1', '2'],
      ['B', '2', null],
      ['C', '3', 'Ax'],
      [null, '4', '5'],
    ]);
    const [table, draft] = [{ table: 'Hộ' }, { table: 'Nháp' }];
    expect(file.notes).toEqual([
      { code: 'formula', ...table, row: 2, column: 'Tổng', params: { count: 3 } },
      { code: 'cell-error', ...table, row: 3, column: 'Tổng', params: { count: 1 } },
      { code: 'hidden-rows', ...table, row: 3, column: null, params: { count: 1 } },
      { code: 'merged-cells', ...table, row: 4, column: 'Tên', params: { count: 1 } },
      { code: 'hidden-columns', ...table, row: 1, column: 'Số', params: { count: 1 } },
      { code: 'hidden-table', ...draft, row: null, column: null, params: { count: 1 } },
    ]);
  });

  it('is read by the fonts of its cells, capitals where the font shows capitals', async () => {
    const bytes = await saved((sheet) => {
      sheet.addRow(['Hä vµ tªn', 'Xã', 'Số', 'Ghi chú']);
      sheet.addRow(['NguyÔn V¨n A', 'hµ s¬n', 'Bé', 'Bé']);
      sheet.addRow([{ richText: [{ text: 'ng\u00AD\u00EAi', font: { name: '.VnArial' } }] }, 'Hà Sơn', 'Toaøn', 'abc']);
      for (const reference of ['A1', 'A2', 'C2']) sheet.getCell(reference).font = { name: '.VnTime' };
      for (const reference of ['B2', 'B3', 'D3']) sheet.getCell(reference).font = { name: '.VnTimeH' };
      sheet.getCell('C3').font = { name: 'VNI-Times' };
    });
    const file = await readWhole(xlsxFormat, bytes);
    expect(file.tables[0]!.columns).toEqual(['Họ và tên', 'Xã', 'Số', 'Ghi chú']);
    expect(cellsOf(file)).toEqual([
      ['Nguyễn Văn A', 'HÀ SƠN', 'Bộ', 'Bé'],
      ['người', 'Hà Sơn', 'Toàn', 'abc'],
    ]);
    expect(file.notes.map(({ code, column, params }) => [code, column, params])).toEqual([
      ['legacy-encoding', 'Họ và tên', { encoding: 'tcvn3', count: 2 }],
      ['legacy-encoding', 'Xã', { encoding: 'tcvn3', count: 1 }],
      ['legacy-encoding', 'Số', { encoding: 'tcvn3', count: 1 }],
      ['legacy-encoding', 'Số', { encoding: 'vni', count: 1 }],
    ]);
  });

  it('counts days from 1900, with the day Excel alone has, or from 1904', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>';
    const formats = '<numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd\\-mm\\-yyyy;@"/></numFmts>';
    const days = [1, 59, 60, 61, 36_526, 44_844.75].map((day, at) =>
      row(at + 2, `<c r="A${at + 2}" s="${1 + (at % 2)}"><v>${day}</v></c>`),
    );
    const sheet = rowsOf(row(1, text('A1', 'Ngày')), ...days);
    const from1900 = await readWhole(xlsxFormat, handMade({ sheet, styles: formats + styles }));
    expect(cellsOf(from1900).flat()).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-02-29',
      '1900-03-01',
      '2000-01-01',
      '2022-10-10',
    ]);
    const workbook =
      '<workbook xmlns:r="x"><workbookPr date1904="1"/><sheets><sheet name="Hộ" sheetId="1" r:id="rId1"/></sheets></workbook>';
    const from1904 = await readWhole(xlsxFormat, handMade({ sheet, styles: formats + styles, workbook }));
    expect(cellsOf(from1904).flat()).toEqual([
      '1904-01-02',
      '1904-02-29',
      '1904-03-01',
      '1904-03-02',
      '2004-01-02',
      '2026-10-11',
    ]);
  });

  it('may leave out references, use prefixes, sections and reading aids', async () => {
    const shared =
      '<si><t>Tên</t></si><si><r><t xml:space="preserve">Đền </t></r><r><t>Hàn</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></si><si/>';
    const sheet =
      '<x:sheetData xmlns:x="y"><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="str"><x:f>1</x:f><x:v><![CDATA[Số <b>]]></x:v></x:c></x:row>' +
      '<x:row><x:c t="s"><x:v>1</x:v></x:c><x:c><x:v>1E+05</x:v></x:c></x:row><x:row><x:c t="s"><x:v>2</x:v></x:c></x:row></x:sheetData>';
    const file = await readWhole(xlsxFormat, handMade({ sheet, shared }));
    expect(file.tables[0]!.columns).toEqual(['Tên', 'Số <b>']);
    expect(cellsOf(file)).toEqual([['Đền Hàn', '100000']]);
  });

  it('leaves out a sheet without headings beside one that has some, and says so', async () => {
    const bytes = await saved((sheet, workbook) => {
      sheet.addRows([
        ['STT', 'Họ tên'],
        [1, 'An'],
      ]);
      workbook.addWorksheet('Số liệu').addRows([
        [1, 2],
        [3, 4],
      ]);
    });
    const file = await readWhole(xlsxFormat, bytes);
    expect(file.tables.map(({ name }) => name)).toEqual(['Hộ']);
    expect(file.notes).toMatchObject([{ code: 'sheet-left-out', table: null, params: { sheet: 'Số liệu' } }]);
  });

  it('is read as what it is, whatever it is called', async () => {
    const bytes = handMade({ sheet: rowsOf(row(1, text('A1', 'Tên')), row(2, text('A2', 'A'))) });
    expect(xlsxFormat.recognises(bytes, 'hộ.csv')).toBe(true);
    const file = await readWhole(xlsxFormat, bytes, 'hộ.csv');
    expect(file.notes).toMatchObject([{ code: 'other-extension', params: { format: 'xlsx', extension: '.csv' } }]);
  });

  it('columns are called A to XFD', () => {
    for (const index of [0, 25, 26, 51, 701, 702, 16_383]) expect(columnOf(`${columnLetters(index)}7`)).toBe(index);
    expect(columnLetters(16_383)).toBe('XFD');
  });
});
