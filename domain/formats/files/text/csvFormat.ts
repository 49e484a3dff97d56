/** CSV, and text pasted from a spreadsheet. */
import type { FileFormat } from '../fileFormat.ts';
import { writeCsv } from './writeCsv.ts';

export const csvFormat: FileFormat = {
  id: 'csv',
  extensions: ['.csv', '.txt', '.tsv', '.tab'],
  hasShapes: false,
  recognises: (head, name) => !head.subarray(0, 4096).includes(0) && /\.(csv|txt|tsv|tab)$/i.test(name),
  write: writeCsv,
};
