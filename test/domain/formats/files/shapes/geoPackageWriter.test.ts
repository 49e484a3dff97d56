/** Lists written as GeoPackages: what SQLite finds in them, and what our reader makes of them. */
import { describe, expect, it } from 'vitest';
import type { WrittenRow, WrittenTable } from '../../../../../domain/formats/files/fileFormat.ts';
import type { FileShape } from '../../../../../domain/formats/files/fileShape.ts';
import { numberColumn, textColumn, type Cell } from '../../../../../domain/formats/table.ts';
import { writtenFormats } from '../../../../../domain/formats/files/writtenFormats.ts';
import { makeSqliteFile } from '../../../../../server/db/sqlite/sqliteMaker.ts';
import { aPoint, formatOf, hardNames, squareAt, writtenFile } from './filesOfShapes.ts';
import { found, readGeoPackage } from './geoPackageFiles.ts';

const table: WrittenTable = {
  name: 'Địa chỉ',
  columns: [textColumn('number', 'Số nhà', 10), numberColumn('area', 'Diện tích (m²)', 10)],
};
const row = (geometry: FileShape | null, ...cells: readonly Cell[]): WrittenRow => ({ cells, geometry });
const written = (rows: readonly WrittenRow[], of = table, rowsAtOnce = 2) =>
  writtenFile('geopackage', of, rows, rowsAtOnce);

const here = aPoint(105.79, 20.01);
const line: FileShape = {
  type: 'LineString',
  coordinates: [
    [105.7, 20.3],
    [105.8, 20.2],
  ],
};

const layerOf = (bytes: Uint8Array) =>
  found(
    bytes,
    'SELECT data_type, geometry_type_name FROM gpkg_contents LEFT JOIN gpkg_geometry_columns USING (table_name)',
  );

describe('a GeoPackage that is written', () => {
  it('says what it is: mark, version, systems, the layer with its box and the time it was given', async () => {
    const bytes = await written([row(here, '1A', 5), row(aPoint(105.7, 20.2), '2', 6.5), row(null, '3', null)]);
    expect(Buffer.from(bytes.subarray(0, 16)).toString()).toBe('SQLite format 3\0');
    expect(Buffer.from(bytes.subarray(68, 72)).toString()).toBe('GPKG');
    expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(60)).toBe(10300);
    expect(await found(bytes, 'PRAGMA integrity_check')).toEqual([['ok']]);
    expect(await found(bytes, 'PRAGMA foreign_key_check')).toEqual([]);
    expect(
      await found(bytes, 'SELECT srs_id, organization, organization_coordsys_id FROM gpkg_spatial_ref_sys ORDER BY 1'),
    ).toEqual([
      [-1, 'NONE', -1],
      [0, 'NONE', 0],
      [4326, 'EPSG', 4326],
    ]);
    expect(await found(bytes, 'SELECT * FROM gpkg_contents')).toEqual([
      ['Địa chỉ', 'features', 'Địa chỉ', '', '2026-11-29T08:00:00.000Z', 105.7, 20.01, 105.79, 20.2, 4326],
    ]);
    expect(await found(bytes, 'SELECT * FROM gpkg_geometry_columns')).toEqual([
      ['Địa chỉ', 'geom', 'POINT', 4326, 0, 0],
    ]);
    expect(await found(bytes, `SELECT name, type, pk FROM pragma_table_info('Địa chỉ')`)).toEqual([
      ['fid', 'INTEGER', 1],
      ['Số nhà', 'TEXT', 0],
      ['Diện tích (m²)', 'DOUBLE', 0],
      ['geom', 'POINT', 0],
    ]);
    expect(
      await found(
        bytes,
        `SELECT fid, "Số nhà", "Diện tích (m²)", typeof("Diện tích (m²)"), typeof(geom) FROM "Địa chỉ"`,
      ),
    ).toEqual([
      [1, '1A', 5, 'real', 'blob'],
      [2, '2', 6.5, 'real', 'blob'],
      [3, '3', null, 'null', 'null'],
    ]);
  });

  it('finds its shapes by an index that others can keep up', async () => {
    const bytes = await written([row(null, 'a', 1), row(here, 'b', 2), row(line, 'c', 3)]);
    const within = (west: number, east: number) =>
      found(bytes, `SELECT id FROM "rtree_Địa chỉ_geom" WHERE maxx >= ${west} AND minx <= ${east} ORDER BY 1`);
    expect(await within(105.75, 105.81)).toEqual([[2], [3]]);
    expect(await within(105.6, 105.71)).toEqual([[3]]);
    expect(await found(bytes, `SELECT rtreecheck('rtree_Địa chỉ_geom')`)).toEqual([['ok']]);
    expect(await found(bytes, 'SELECT * FROM gpkg_extensions')).toEqual([
      [...['Địa chỉ', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec130/#extension_rtree', 'write-only']],
    ]);
    const triggers = await found(bytes, `SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY 1`);
    expect(triggers.map(([name]) => String(name).replace('rtree_Địa chỉ_geom_', ''))).toEqual([
      ...['delete', 'insert', 'update1', 'update2', 'update3', 'update4'],
    ]);
  });

  it('is a layer of the kind of its shapes, or of any once they mix', async () => {
    const square = squareAt(105.79, 20.01);
    expect(await layerOf(await written([row(null, '1', 1), row(null, '2', 2), row(line, '3', 3)]))).toEqual([
      ['features', 'LINESTRING'],
    ]);
    const mixed = await written([row(null, '1', 1), row(here, '2', 2), row(here, '3', 3), row(square, '4', 4)]);
    expect(await layerOf(mixed)).toEqual([['features', 'GEOMETRY']]);
    expect(await found(mixed, `SELECT type FROM pragma_table_info('Địa chỉ') WHERE name = 'geom'`)).toEqual([
      ['GEOMETRY'],
    ]);
    expect(await found(mixed, 'PRAGMA integrity_check')).toEqual([['ok']]);
    const { tables } = await readGeoPackage(mixed);
    expect(tables[0]!.rows.map(({ cells, geometry }) => [cells['Số nhà'], geometry])).toEqual([
      ['1', null],
      ['2', here],
      ['3', here],
      ['4', square],
    ]);
  });

  it('of shapes without a position has no box, and nothing in its index', async () => {
    const bytes = await written([row({ type: 'MultiPoint', coordinates: [] }, '1', 1)]);
    expect(await found(bytes, 'SELECT data_type, min_x, max_y FROM gpkg_contents')).toEqual([['features', null, null]]);
    expect(await found(bytes, 'SELECT count(*) FROM "rtree_Địa chỉ_geom"')).toEqual([[0]]);
    expect((await readGeoPackage(bytes)).tables[0]!.rows[0]!.geometry).toBeNull();
  });

  it('without a shape, or without a row, is a table of attributes', async () => {
    for (const rows of [[], [row(null, '1', 1), row(null, null, null)]]) {
      const bytes = await written(rows);
      expect(await found(bytes, 'SELECT data_type, min_x, srs_id FROM gpkg_contents')).toEqual([
        ['attributes', null, null],
      ]);
      expect(await found(bytes, 'SELECT count(*) FROM gpkg_geometry_columns')).toEqual([[0]]);
      expect(await found(bytes, `SELECT name FROM pragma_table_info('Địa chỉ')`)).not.toContainEqual(['geom']);
      expect((await readGeoPackage(bytes)).tables).toMatchObject([{ name: 'Địa chỉ' }]);
    }
  });

  it('keeps any heading and any text, and finds other names for its own columns', async () => {
    const headings = [
      ...['fid', 'Geom', `Số "nhà"; DROP TABLE x; --'`, 'Ten', 'TEN', 'ten', 'Tên'.normalize('NFD'), 'rowid', 'select'],
    ];
    const odd: WrittenTable = { name: `gpkg_"nhà"'`, columns: headings.map((one) => textColumn(one, one, 10)) };
    const cells = headings.map((_, index) => hardNames[index]!);
    const { tables } = await readGeoPackage(await written([row(here, ...cells)], odd));
    expect(tables[0]!.name).toBe(`_gpkg_"nhà"'`);
    expect(tables[0]!.columns).toEqual([
      ...['fid', 'Geom', `Số "nhà"; DROP TABLE x; --'`, 'Ten', 'TEN (2)', 'ten (3)', 'Tên', 'rowid', 'select'],
    ]);
    expect(Object.values(tables[0]!.rows[0]!.cells)).toEqual(cells);
    expect(tables[0]!.rows[0]!.geometry).toEqual(here);
  });

  it('tells numbers from texts by their columns, guards nothing against formulas, and leaves empty what is', async () => {
    const apart = 'Thủy lợi'.normalize('NFD');
    const bytes = await written([
      row(here, '=1+1', -0.1),
      row(here, 12, 1e21),
      row(here, '', Infinity),
      row(here, apart, 2 ** 53),
      row(here, '🏠'.repeat(9000), 0),
    ]);
    const values = await found(bytes, `SELECT "Số nhà", "Diện tích (m²)" FROM "Địa chỉ"`);
    expect(values).toEqual([
      ['=1+1', -0.1],
      ['12', 1e21],
      [null, null],
      ['Thủy lợi'.normalize('NFC'), 2 ** 53],
      ['🏠'.repeat(9000), 0],
    ]);
  });

  it('is the same to the byte when the rows are, however they come', async () => {
    const rows = Array.from({ length: 900 }, (_, index) => row(index % 7 ? here : line, hardNames[index % 10]!, index));
    const [first, second, third] = [
      await written(rows, table, 100),
      await written(rows, table, 100),
      await written(rows, table, 900),
    ];
    expect(Buffer.compare(first, second)).toBe(0);
    expect(await found(third, 'SELECT count(*), sum("Diện tích (m²)") FROM "Địa chỉ"')).toEqual([[900, 404550]]);
  });
});

describe('where there is no program of SQLite', () => {
  it('it is not offered, and not written', async () => {
    const ids = (means: Parameters<typeof writtenFormats>[0]) => writtenFormats(means).map(({ id }) => id);
    expect(ids({})).not.toContain('geopackage');
    expect(ids({ makeSqlite: makeSqliteFile })).toEqual([
      ...['xlsx', 'geojson', 'kml', 'kmz', 'gpx', 'shapefile', 'geopackage', 'csv'],
    ]);
    const facts = { title: 'x', createdAt: new Date(0) };
    await expect(formatOf('geopackage').write!(table, [], facts).next()).rejects.toThrow(/SQLite/);
  });
});
