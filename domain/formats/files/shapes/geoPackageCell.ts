/** A value of a GeoPackage's column as the text of a cell (OGC 12-128r18 §1.1.1.1.3, its data types). */
import type { ReadLimits } from '../readLimits.ts';
import { cellText } from '../rows/tableReader.ts';
import type { SqliteValue } from '../sqliteFile.ts';
import { cellOfValue, refuse } from './rawShapes.ts';

export interface GeoPackageColumn {
  readonly name: string;
  readonly heading: string;
  readonly type: 'boolean' | 'datetime' | 'other';
}

interface CellPlace {
  readonly table: string;
  readonly row: number;
}

/** Null where nothing stands; `bytes` where a picture or the like does. Throws FileRefused for what is no text. */
export function geoPackageCell(
  value: SqliteValue,
  { heading, type }: GeoPackageColumn,
  { table, row }: CellPlace,
  limits: ReadLimits,
): { readonly text: string } | 'bytes' | null {
  if (value === null) return null;
  if (typeof value === 'string') return textOf(cellText(type === 'datetime' ? withoutMidnight(value) : value));
  if (typeof value === 'number')
    return textOf(cellOfValue(type === 'boolean' && (value === 0 || value === 1) ? value === 1 : value));
  if (typeof value === 'bigint') return textOf(String(value));
  if (value instanceof Uint8Array || value.reason === 'bytes') return 'bytes';
  const place = { table, row, column: heading };
  return value.reason === 'too-long'
    ? refuse('cell-too-long', place, { limit: limits.cellCharacters, given: value.length })
    : refuse('not-one-encoding', place, { encoding: 'utf-8' });
}

const textOf = (text: string | null): { readonly text: string } | null => (text === null ? null : { text });

/** A DATETIME on which no time was given is a day. */
const withoutMidnight = (text: string): string =>
  text.replace(/^(\d{4}-\d\d-\d\d)T00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?$/, '$1');
