/** Workbooks by the streams of exceljs. */
import ExcelJS from 'exceljs';
import { madeRows, madeTable } from './madeRows.ts';
import { ended, Sink, type Read, type Write } from './sink.ts';

export const writeExceljs: Write = async (rows) => {
  const sink = new Sink();
  const end = ended(sink);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink });
  const sheet = workbook.addWorksheet(madeTable.name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = madeTable.columns.map(({ heading, widthCharacters }) => ({
    header: heading,
    width: widthCharacters,
  }));
  for (const piece of madeRows(rows)) {
    for (const { cells } of piece) sheet.addRow(cells).commit();
    // exceljs does not wait for its sink: without this nothing would be written before the end.
    await new Promise((resolve) => setImmediate(resolve));
  }
  sheet.commit();
  await workbook.commit();
  await end;
  return sink.bytes;
};

export const readExceljs: Read = async (path) => {
  let rows = -1;
  const options = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache' } as const;
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, options)) {
    for await (const row of sheet) rows += row.number > 0 ? 1 : 0;
  }
  return rows;
};
