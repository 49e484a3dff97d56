/** GeoPackages in tests: made in memory by SQLite itself, and read from memory as the server reads them from a file. */
import initialise, { type Database, type SqlValue } from '@sqlite.org/sqlite-wasm';
import type { FileShape } from '../../../../../domain/formats/files/fileShape.ts';
import { faultOf, readFile, type ReadOptions } from './filesOfShapes.ts';
import { sqliteSource } from './sqliteSource.ts';
import { geoPackageBinary, wkbOf } from './wkbWriter.ts';

/** As a value of SQL. */
export const blob = (bytes: Uint8Array): string => `x'${Buffer.from(bytes).toString('hex')}'`;
export const shapeBlob = (shape: FileShape): string => blob(geoPackageBinary(wkbOf(shape)));
export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const tablesOfContents = `
  PRAGMA application_id = 0x47504B47;
  PRAGMA user_version = 10300;
  CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
  CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
    description TEXT DEFAULT '', last_change DATETIME, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
  CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
  INSERT INTO gpkg_spatial_ref_sys VALUES ('undefined', -1, 'NONE', -1, 'undefined', NULL),
    ('undefined', 0, 'NONE', 0, 'undefined', NULL), ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]', NULL);`;

/** What lists a table; the table itself is the caller's to make. */
export const listed = (table: string, identifier: string | null = table, system: number | null = 4326): string => {
  const kind = system === null ? 'attributes' : 'features';
  const contents = `INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES
    (${text(table)}, '${kind}', ${identifier === null ? 'NULL' : text(identifier)});`;
  if (system === null) return contents;
  return `${contents} INSERT INTO gpkg_geometry_columns VALUES (${text(table)}, 'geom', 'GEOMETRY', ${system}, 2, 2);`;
};

/** A layer of houses with a number each, at these shapes. */
export const houses = (table: string, shapes: readonly (FileShape | null)[], system = 4326): string =>
  `CREATE TABLE ${quoted(table)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom GEOMETRY, "Số nhà" TEXT);
   ${listed(table, table, system)}
   ${shapes.map((shape, index) => `INSERT INTO ${quoted(table)} (geom, "Số nhà") VALUES (${shape ? shapeBlob(shape) : 'NULL'}, '${index + 1}A');`).join('\n')}`;

/** Whatever these statements make, as the bytes of a file. */
export async function databaseOf(statements: string): Promise<Uint8Array<ArrayBuffer>> {
  const { oo1, capi } = await initialise();
  const database: Database = new oo1.DB(':memory:');
  try {
    database.exec('PRAGMA page_size = 1024;');
    // What a file may hold that nobody should write: schemas of its own making.
    capi.sqlite3_db_config(database, capi.SQLITE_DBCONFIG_DEFENSIVE, 0);
    database.exec(statements);
    return Uint8Array.from(capi.sqlite3_js_db_export(database));
  } finally {
    database.close();
  }
}

export const geoPackageOf = (statements: string): Promise<Uint8Array<ArrayBuffer>> =>
  databaseOf(`${tablesOfContents}\n${statements}`);

export const readGeoPackage = (bytes: Uint8Array, options?: ReadOptions) =>
  readFile('geopackage', sqliteSource(bytes), undefined, options);
export const faultOfGeoPackage = (bytes: Uint8Array, options?: ReadOptions) =>
  faultOf('geopackage', sqliteSource(bytes), undefined, options);

/** What a statement finds in a file, as SQLite itself answers it. */
export async function found(bytes: Uint8Array, statement: string): Promise<readonly (readonly SqlValue[])[]> {
  const { oo1, capi, wasm } = await initialise();
  const database: Database = new oo1.DB(':memory:');
  try {
    const start = wasm.alloc(bytes.length);
    wasm.heap8u().set(bytes, start);
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_READONLY;
    const result = capi.sqlite3_deserialize(database, 'main', start, bytes.length, bytes.length, flags);
    database.checkRc(result);
    return database.exec(statement, { rowMode: 'array', returnValue: 'resultRows' });
  } finally {
    database.close();
  }
}
