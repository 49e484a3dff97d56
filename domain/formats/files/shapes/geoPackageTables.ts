/** The tables by which a GeoPackage 1.3 says what is in it, as OGC 12-128r17 words them. */
import type { Box } from '../../../geometry/box.ts';
import type { NewColumn, NewTable, SqliteMaker } from '../sqliteMaker.ts';

/** "GPKG" in the header, and version 1.3.0 of the standard. */
const application = 0x47504b47;
const version = 10_300;

/** WGS 84, whose numbers are longitude and latitude in that order in a shape, whatever its text says of its axes. */
export const wgs84Id = 4326;
const wgs84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],' +
  'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,' +
  'AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]';

const optional = (type: string, ...names: readonly string[]): readonly NewColumn[] =>
  names.map((name) => ({ name, type }));
const required = (type: string, ...names: readonly string[]): readonly NewColumn[] =>
  names.map((name) => ({ name, type, isRequired: true }));

const systems: NewTable = {
  name: 'gpkg_spatial_ref_sys',
  columns: [
    ...required('TEXT', 'srs_name'),
    ...required('INTEGER', 'srs_id'),
    ...required('TEXT', 'organization'),
    ...required('INTEGER', 'organization_coordsys_id'),
    ...required('TEXT', 'definition'),
    ...optional('TEXT', 'description'),
  ],
  key: ['srs_id'],
};

const contents: NewTable = {
  name: 'gpkg_contents',
  columns: [
    ...required('TEXT', 'table_name', 'data_type'),
    ...optional('TEXT', 'identifier'),
    { name: 'description', type: 'TEXT', byDefault: '' },
    { name: 'last_change', type: 'DATETIME', isRequired: true, byDefault: 'now' },
    ...optional('DOUBLE', 'min_x', 'min_y', 'max_x', 'max_y'),
    ...optional('INTEGER', 'srs_id'),
  ],
  key: ['table_name'],
  unique: [['identifier']],
  references: [{ column: 'srs_id', table: 'gpkg_spatial_ref_sys', key: 'srs_id' }],
};

const geometryColumns: NewTable = {
  name: 'gpkg_geometry_columns',
  columns: [
    ...required('TEXT', 'table_name', 'column_name', 'geometry_type_name'),
    ...required('INTEGER', 'srs_id'),
    ...required('TINYINT', 'z', 'm'),
  ],
  key: ['table_name', 'column_name'],
  unique: [['table_name']],
  references: [
    { column: 'table_name', table: 'gpkg_contents', key: 'table_name' },
    { column: 'srs_id', table: 'gpkg_spatial_ref_sys', key: 'srs_id' },
  ],
};

const extensions: NewTable = {
  name: 'gpkg_extensions',
  columns: [
    ...optional('TEXT', 'table_name', 'column_name'),
    ...required('TEXT', 'extension_name', 'definition', 'scope'),
  ],
  key: [],
  unique: [['table_name', 'column_name', 'extension_name']],
};

/** Before any layer. The three systems are those every GeoPackage has (§1.1.2.1.2). */
export function startGeoPackage(sqlite: SqliteMaker): void {
  sqlite.mark(application, version);
  for (const table of [systems, contents, geometryColumns, extensions]) sqlite.createTable(table);
  sqlite.add(systems.name, [
    ['Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'],
    ['Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'],
    [
      ...['WGS 84 geodetic', wgs84Id, 'EPSG', wgs84Id, wgs84],
      'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid',
    ],
  ]);
}

export interface ListedLayer {
  readonly table: string;
  readonly changedAt: Date;
  /** Null where no row has a shape: then it is a table of attributes. */
  readonly shapes: { readonly column: string; readonly kind: string; readonly box: Box } | null;
}

/** Once its rows are all there. */
export function listLayer(sqlite: SqliteMaker, { table, changedAt, shapes }: ListedLayer): void {
  // Around shapes without a position there is none.
  const box = shapes && shapes.box.west <= shapes.box.east ? shapes.box : null;
  const { west, south, east, north } = box ?? { west: null, south: null, east: null, north: null };
  const changed = changedAt.toISOString();
  const kind = shapes ? 'features' : 'attributes';
  const system = shapes ? wgs84Id : null;
  sqlite.add(contents.name, [[table, kind, table, '', changed, west, south, east, north, system]]);
  if (!shapes) return;
  const { column } = shapes;
  // No heights, no measures.
  sqlite.add(geometryColumns.name, [[table, column, shapes.kind, wgs84Id, 0, 0]]);
  const definition = 'http://www.geopackage.org/spec130/#extension_rtree';
  sqlite.add(extensions.name, [[table, column, 'gpkg_rtree_index', definition, 'write-only']]);
}

/** As the extension of R-trees calls it (annex F.3). */
export const boxIndexName = (table: string, column: string): string => `rtree_${table}_${column}`;
