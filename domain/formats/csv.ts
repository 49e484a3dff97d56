/** A table as CSV: UTF-8 with BOM so that Excel shows Vietnamese, CRLF and quotes as RFC 4180 has them. */
import { guardFormula } from './formulaGuard.ts';
import type { Cell, Column, Row } from './table.ts';

export function toCsv(columns: readonly Column[], rows: readonly Row[]): string {
  const lines = [columns.map((column) => column.heading), ...rows].map((row) => row.map(field).join(','));
  return '\uFEFF' + lines.map((line) => line + '\r\n').join('');
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';

  const safe = guardFormula(cell).replace(/\0/g, '');
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
