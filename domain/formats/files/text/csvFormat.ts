/** CSV, and text pasted from a spreadsheet. */
import type { FileFormat } from '../fileFormat.ts';
import { wideEncoding } from './encoding.ts';
import { csvExtensions, readCsv } from './readCsv.ts';
import { writeCsv } from './writeCsv.ts';

/** Packed files, documents of old Office, databases, papers, pictures. */
const otherBeginnings = ['PK\u0003\u0004', '\u00D0\u00CF\u0011\u00E0', 'SQLite format 3', '%PDF', '\u0089PNG', 'GIF8'];

/** Any text that is no XML and no JSON; with zeros in it only where it is called a text. */
function isTable(head: Uint8Array, name: string): boolean {
  if (wideEncoding(head)) return true;
  const beginning = String.fromCharCode(...head.subarray(0, 64));
  if (otherBeginnings.some((other) => beginning.startsWith(other))) return false;
  if (/^(?:\u00EF\u00BB\u00BF)?\s*[<{[]/.test(beginning)) return false;
  return !head.subarray(0, 4096).includes(0) || csvExtensions.some((one) => name.toLowerCase().endsWith(one));
}

export const csvFormat: FileFormat = {
  id: 'csv',
  extensions: csvExtensions,
  recognises: isTable,
  read: readCsv,
  write: writeCsv,
};
