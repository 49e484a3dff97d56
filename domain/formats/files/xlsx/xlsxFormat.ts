/** Workbooks of Excel since 2007. */
import type { FileFormat } from '../fileFormat.ts';
import { isCompound } from './compoundFile.ts';
import { readWorkbook, xlsxExtensions } from './readWorkbook.ts';
import { writeWorkbook } from './writeWorkbook.ts';

/** By the name of the first file packed in it; by its own where that says nothing. */
function isWorkbook(head: Uint8Array, name: string): boolean {
  // Encrypted ones, and those of old Excel: read to say so.
  if (isCompound(head)) return true;
  if (head[0] !== 0x50 || head[1] !== 0x4b || head[2] !== 3 || head[3] !== 4) return false;
  const length = (head[26] ?? 0) + (head[27] ?? 0) * 256;
  const first = String.fromCharCode(...head.subarray(30, 30 + Math.min(length, 200)));
  return (
    /^(?:\[Content_Types\]\.xml$|_rels\/|xl\/|docProps\/|customXml\/)/.test(first) ||
    xlsxExtensions.some((one) => name.toLowerCase().endsWith(one))
  );
}

export const xlsxFormat: FileFormat = {
  id: 'xlsx',
  extensions: xlsxExtensions,
  recognises: isWorkbook,
  read: readWorkbook,
  write: (table, rows, facts, means) => writeWorkbook([{ table, rows }], facts, { gzip: means?.gzip }),
};
