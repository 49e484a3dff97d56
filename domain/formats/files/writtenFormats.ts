/** Every kind of file a list can leave as, in the order in which they are offered. */
import type { FileFormat } from './fileFormat.ts';
import { fileFormats } from './formats.ts';
import { writeCsv } from './text/writeCsv.ts';
import { writeWorkbook } from './xlsx/writeWorkbook.ts';

export type WrittenFormat = Pick<FileFormat, 'id' | 'extensions' | 'hasShapes'> & Required<Pick<FileFormat, 'write'>>;

const workbook: WrittenFormat = {
  id: 'xlsx',
  extensions: ['.xlsx'],
  hasShapes: false,
  write: (table, rows, facts) => writeWorkbook([{ table, rows }], facts),
};

const csv: WrittenFormat = { id: 'csv', extensions: ['.csv'], hasShapes: false, write: writeCsv };

const tables = [workbook, csv];

const isWritten = (format: FileFormat): format is FileFormat & WrittenFormat =>
  format.write !== undefined && !tables.some(({ id }) => id === format.id);

export const writtenFormats: readonly WrittenFormat[] = [...tables, ...fileFormats.filter(isWritten)];
