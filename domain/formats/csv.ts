/** A table as CSV: UTF-8 with BOM so that Excel shows Vietnamese, CRLF and quotes as RFC 4180 has them. */
import { guardFormula } from './formulaGuard.ts';
import type { Cell, Column, Row } from './table.ts';

export const bom = '\uFEFF';

export const toCsv = (columns: readonly Column[], rows: readonly Row[]): string =>
  bom + csvLine(columns.map((column) => column.heading)) + rows.map(csvLine).join('');

/** With its CRLF. */
const csvLine = (row: Row): string => row.map(csvField).join(',') + '\r\n';

/** Other separators too: else a list of one column could be taken for one of several. */
const quoted = /[",;|\t\r\n]/;
const special = /[",;|\t\r\n\0]/;

export function csvField(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';

  const safe = guardFormula(cell);
  if (!special.test(safe)) return safe;
  const written = safe.includes('\0') ? safe.replaceAll('\0', '') : safe;
  if (written !== safe && !quoted.test(written)) return written;
  return `"${written.includes('"') ? written.replaceAll('"', '""') : written}"`;
}
