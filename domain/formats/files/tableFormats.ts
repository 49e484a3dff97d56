/** Files of tables without shapes. */
import type { FileFormat } from './fileFormat.ts';
import { csvFormat } from './text/csvFormat.ts';
import { xlsxFormat } from './xlsx/xlsxFormat.ts';

export const tableFormats: readonly FileFormat[] = [xlsxFormat, csvFormat];
