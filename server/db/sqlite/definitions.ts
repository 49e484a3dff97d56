/** What tables and indexes of a new database are made with. */
import type { BoxIndex, NewColumn, NewTable } from '../../../domain/formats/files/sqliteMaker.ts';
import { quoted } from './connection.ts';

/** A text, whatever stands in it. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const listed = (names: readonly string[]): string => names.map(quoted).join(', ');

const defaults = { '': `DEFAULT ''`, now: `DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))` };

/** SQLite keeps the statement as it is: it is what other programs see of the table. */
export function tableStatement({ name, columns, key, unique = [], references = [] }: NewTable): string {
  // Beside the column: so SQLite knows it for the number of the row.
  const single = key.length === 1 ? key[0] : undefined;
  const parts = [
    ...columns.map((column) => columnDefinition(column, column.name === single)),
    ...(key.length > 1 ? [`PRIMARY KEY (${listed(key)})`] : []),
    ...unique.map((names) => `UNIQUE (${listed(names)})`),
    ...references.map(
      ({ column, table, key: other }) =>
        `FOREIGN KEY (${quoted(column)}) REFERENCES ${quoted(table)} (${quoted(other)})`,
    ),
  ];
  return `CREATE TABLE ${quoted(name)} (${parts.join(', ')})`;
}

const columnDefinition = ({ name, type, isRequired, byDefault }: NewColumn, isKey: boolean): string =>
  [
    ...[quoted(name), type],
    ...(isKey ? ['PRIMARY KEY'] : []),
    ...(isRequired ? ['NOT NULL'] : []),
    ...(byDefault === undefined ? [] : [defaults[byDefault]]),
  ].join(' ');

/**
 * An R*Tree of SQLite and the triggers that keep it right in programs that have the functions of shapes they name, word
 * for word those of GeoPackage 1.3 (OGC 12-128r17, annex F.3): others look for them by their names.
 */
export function boxIndexStatements({ name, table, key, column }: BoxIndex): readonly string[] {
  const [index, on, id, shape] = [name, table, key, column].map(quoted) as [string, string, string, string];
  const isThere = `(NEW.${shape} NOTNULL AND NOT ST_IsEmpty(NEW.${shape}))`;
  const isGone = `(NEW.${shape} ISNULL OR ST_IsEmpty(NEW.${shape}))`;
  const sides = ['ST_MinX', 'ST_MaxX', 'ST_MinY', 'ST_MaxY'].map((side) => `${side}(NEW.${shape})`).join(', ');
  const put = `INSERT OR REPLACE INTO ${index} VALUES (NEW.${id}, ${sides});`;
  const drop = `DELETE FROM ${index} WHERE id = OLD.${id};`;
  const trigger = (ending: string, when: string, act: string): string =>
    `CREATE TRIGGER ${quoted(`${name}_${ending}`)} AFTER ${when} BEGIN ${act} END`;
  const same = `OLD.${id} = NEW.${id}`;
  const other = `OLD.${id} != NEW.${id}`;
  return [
    `CREATE VIRTUAL TABLE ${index} USING rtree(id, minx, maxx, miny, maxy)`,
    trigger('insert', `INSERT ON ${on} WHEN ${isThere}`, put),
    trigger('update1', `UPDATE OF ${shape} ON ${on} WHEN ${same} AND ${isThere}`, put),
    trigger('update2', `UPDATE OF ${shape} ON ${on} WHEN ${same} AND ${isGone}`, drop),
    trigger('update3', `UPDATE ON ${on} WHEN ${other} AND ${isThere}`, `${drop} ${put}`),
    trigger(
      'update4',
      `UPDATE ON ${on} WHEN ${other} AND ${isGone}`,
      `DELETE FROM ${index} WHERE id IN (OLD.${id}, NEW.${id});`,
    ),
    trigger('delete', `DELETE ON ${on} WHEN OLD.${shape} NOT NULL`, drop),
  ];
}
