/** Workbooks of Excel since 2007. */
import type { FileFormat } from '../fileFormat.ts';
import { writeWorkbook } from './writeWorkbook.ts';

export const xlsxFormat: FileFormat = {
  id: 'xlsx',
  extensions: ['.xlsx'],
  hasShapes: false,
  recognises: (head, name) => head[0] === 0x50 && head[1] === 0x4b && /\.xls[xm]$/i.test(name),
  write: (table, rows, facts, gzip) => writeWorkbook([{ table, rows }], facts, { gzip }),
};
