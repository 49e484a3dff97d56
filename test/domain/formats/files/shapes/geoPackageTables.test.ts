/** Layers, columns, cells and places of GeoPackages. */
import { describe, expect, it } from 'vitest';
import { cadastralGrid105, toGrid } from '../../../../../domain/geometry/vn2000.ts';
import type { Position } from '../../../../../domain/geometry/shapes.ts';
import { aPoint, squareAt } from './filesOfShapes.ts';
import { blob, faultOfGeoPackage, geoPackageOf, houses, listed, readGeoPackage, shapeBlob } from './geoPackageFiles.ts';
import { geoPackageBinary } from './wkbWriter.ts';

const here: Position = [105.79, 20.01];
const inGrid = (place: Position) => {
  const { eastMeters, northMeters } = toGrid(cadastralGrid105, place);
  return [eastMeters, northMeters] as const;
};
const point = (coordinates: Position) => ({ type: 'Point' as const, coordinates });

describe('layers', () => {
  it('are the tables of features and of attributes, by the names people gave them, in the order of the contents', async () => {
    const bytes = await geoPackageOf(
      `${houses('nha_o', [aPoint(...here), null])}
       UPDATE gpkg_contents SET identifier = ' Nhà ở ' WHERE table_name = 'nha_o';
       CREATE TABLE ho (id INTEGER PRIMARY KEY, "Chủ hộ" TEXT, fid TEXT);
       INSERT INTO ho VALUES (7, 'Lê Văn Thắng', 'P7');
       ${listed('ho', null, null)}
       CREATE TABLE anh_nen (id INTEGER PRIMARY KEY, tile_data BLOB);
       INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('anh_nen', 'tiles', 'Ảnh nền');
       CREATE TABLE khac (x TEXT);`,
    );
    const { tables, notes, readBytes } = await readGeoPackage(bytes);
    expect(tables.map(({ name, columns }) => [name, columns])).toEqual([
      ['Nhà ở', ['Số nhà']],
      ['ho', ['Chủ hộ', 'fid']],
    ]);
    expect(tables[0]!.rows).toEqual([
      { row: 1, cells: { 'Số nhà': '1A' }, geometry: aPoint(...here) },
      { row: 2, cells: { 'Số nhà': '2A' }, geometry: null },
    ]);
    expect(tables[1]!.rows).toEqual([{ row: 1, cells: { 'Chủ hộ': 'Lê Văn Thắng', fid: 'P7' }, geometry: null }]);
    expect(notes.map(({ code, table, row }) => [code, table, row])).toEqual([['feature-without-shape', 'Nhà ở', 2]]);
    expect(readBytes).toBe(bytes.length);
  });

  it('without rows, of one name, or without the mark of a GeoPackage are read', async () => {
    const bytes = await geoPackageOf(
      `${houses('a', [])} ${houses('b', [aPoint(...here)])}
       UPDATE gpkg_contents SET identifier = 'B' WHERE table_name = 'a';
       UPDATE gpkg_contents SET identifier = ' B' WHERE table_name = 'b';
       PRAGMA application_id = 0;`,
    );
    const { tables } = await readGeoPackage(bytes);
    expect(tables.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['B', 0],
      ['B (2)', 1],
    ]);
  });

  it.each([0x47503130, 0x47503131])('of the older mark %i are read', async (mark) => {
    const bytes = await geoPackageOf(`${houses('a', [aPoint(...here)])} PRAGMA application_id = ${mark};`);
    expect((await readGeoPackage(bytes)).tables[0]!.rows).toHaveLength(1);
  });

  it('are not those in which QGIS keeps how it draws the others', async () => {
    const bytes = await geoPackageOf(
      `${houses('nha', [aPoint(...here)])}
       CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, styleQML TEXT);
       INSERT INTO layer_styles VALUES (1, printf('%.*c', 100000, '<')); ${listed('layer_styles', null, null)}`,
    );
    expect((await readGeoPackage(bytes)).tables.map(({ name }) => name)).toEqual(['nha']);
  });

  it('keep their rows in the order of the table, whatever indexes there are, and the keys that are a person’s own', async () => {
    const bytes = await geoPackageOf(
      `CREATE TABLE t (ma TEXT PRIMARY KEY, so INTEGER) WITHOUT ROWID;
       INSERT INTO t VALUES ('b', 1), ('a', 2);
       CREATE TABLE u (so INTEGER);
       CREATE INDEX by_so ON u (so);
       INSERT INTO u VALUES (3), (1), (2);
       ${listed('t', 't', null)} ${listed('u', 'u', null)}`,
    );
    const { tables } = await readGeoPackage(bytes);
    expect(tables[0]!.rows.map(({ cells }) => cells)).toEqual([
      { ma: 'a', so: '2' },
      { ma: 'b', so: '1' },
    ]);
    expect(tables[1]!.rows.map(({ cells }) => cells['so'])).toEqual(['3', '1', '2']);
  });

  it('are called and headed by whatever stands there, which is never a part of a statement', async () => {
    const table = `nhà"; DROP TABLE gpkg_contents; --'`;
    const heading = `Số "nhà"; --`;
    const bytes = await geoPackageOf(
      `CREATE TABLE "${table.replaceAll('"', '""')}" (fid INTEGER PRIMARY KEY, geom BLOB, "${heading.replaceAll('"', '""')}" TEXT);
       INSERT INTO "${table.replaceAll('"', '""')}" VALUES (1, ${shapeBlob(aPoint(...here))}, '5/4');
       ${listed(table)}`,
    );
    const { tables } = await readGeoPackage(bytes);
    expect(tables).toMatchObject([{ name: table, rows: [{ cells: { [heading]: '5/4' }, geometry: aPoint(...here) }] }]);
  });
});

describe('cells', () => {
  it('are text, numbers as they are written here, TRUE and FALSE, days', async () => {
    const apart = 'Đường Đền Hàn'.normalize('NFD');
    const bytes = await geoPackageOf(
      `CREATE TABLE t (fid INTEGER PRIMARY KEY, "${'Tên'.normalize('NFD')}" TEXT, so INTEGER, dai REAL, den BOOLEAN, ngay DATE, luc DATETIME, lon INTEGER);
       INSERT INTO t VALUES (1, '  ${apart}' || char(13, 10) || 'x ', 12, 1234.5, 1, '2026-11-30', '2026-11-30T00:00:00.000Z', 9007199254740993),
         (2, '', -3, 5.0, 0, NULL, '2026-11-30T07:05:00.000Z', -9223372036854775808), (3, NULL, 1e21, 9e999, 2, 'nay', 20261130, 0.1);
       ${listed('t', 't', null)}`,
    );
    const { tables } = await readGeoPackage(bytes);
    expect(tables[0]!.columns).toEqual(['Tên', 'so', 'dai', 'den', 'ngay', 'luc', 'lon']);
    expect(tables[0]!.rows.map(({ cells }) => cells)).toEqual([
      {
        Tên: 'Đường Đền Hàn\nx',
        so: '12',
        dai: '1234.5',
        den: 'TRUE',
        ngay: '2026-11-30',
        luc: '2026-11-30',
        lon: '9007199254740993',
      },
      { so: '-3', dai: '5', den: 'FALSE', luc: '2026-11-30T07:05:00.000Z', lon: '-9223372036854775808' },
      { so: '1000000000000000000000', den: '2', ngay: 'nay', luc: '20261130', lon: '0.1' },
    ]);
  });

  it('with pictures are left empty, and each such column is named', async () => {
    const bytes = await geoPackageOf(
      `CREATE TABLE t (fid INTEGER PRIMARY KEY, ten TEXT, anh BLOB);
       INSERT INTO t VALUES (1, 'a', NULL), (2, 'b', x'ffd8'), (3, 'c', x'ffd8'), (4, x'00', 'có'); ${listed('t', 'Ảnh', null)}`,
    );
    const { tables, notes } = await readGeoPackage(bytes);
    expect(tables[0]!.rows.map(({ cells }) => cells)).toEqual([
      { ten: 'a' },
      { ten: 'b' },
      { ten: 'c' },
      { anh: 'có' },
    ]);
    expect(notes).toMatchObject([
      { code: 'bytes-left-out', table: 'Ảnh', row: 2, column: 'anh', params: { count: 2 } },
      { code: 'bytes-left-out', table: 'Ảnh', row: 4, column: 'ten', params: { count: 1 } },
    ]);
  });

  it('that are no UTF-8, or too long, are refused with their place', async () => {
    const of = (value: string) =>
      geoPackageOf(
        `CREATE TABLE t (fid INTEGER PRIMARY KEY, ten TEXT); INSERT INTO t VALUES (1, 'a'), (2, ${value}); ${listed('t', 't', null)}`,
      );
    const place = { table: 't', row: 2, column: 'ten' };
    expect(await faultOfGeoPackage(await of(`CAST(x'd0c2' AS TEXT)`))).toMatchObject({
      code: 'not-one-encoding',
      ...place,
    });
    const long = await of(`printf('%.*c', 40, 'ẵ')`);
    const limits = { cellCharacters: 39 };
    expect(await faultOfGeoPackage(long, { limits })).toMatchObject({ code: 'cell-too-long', ...place });
    const longer = await of(`printf('%.*c', 40000, 'x')`);
    expect(await faultOfGeoPackage(longer, { limits })).toMatchObject({ code: 'cell-too-long', ...place });
    expect((await readGeoPackage(long, { limits: { cellCharacters: 40 } })).tables[0]!.rows).toHaveLength(2);
  });
});

describe('places', () => {
  it('in a grid of VN-2000 by its number, by its text alone, or told by nothing are brought to WGS 84', async () => {
    const wkt = `PROJCS["Thon",GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563]]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",105],PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",500000],PARAMETER["false_northing",0]]`;
    const systems = `INSERT INTO gpkg_spatial_ref_sys VALUES ('a', 5897, 'epsg', 5897, 'undefined', NULL), ('b', 100000, 'NONE', 100000, '${wkt}', NULL);`;
    const expected = { box: { west: 105.7, south: 19.9, east: 105.9, north: 20.1 }, grid: cadastralGrid105 };
    for (const system of [5897, 100000, 0, -1]) {
      const bytes = await geoPackageOf(`${systems} ${houses('a', [point(inGrid(here))], system)}`);
      const { tables, notes } = await readGeoPackage(bytes, { expected });
      expect(notes.map(({ code }) => code)).toContain('from-vn2000');
      const [lng, lat] = tables[0]!.rows[0]!.geometry!.coordinates as unknown as Position;
      expect([lng, lat]).toEqual([expect.closeTo(here[0], 7), expect.closeTo(here[1], 7)]);
    }
  });

  it('by the newer text where the older is left undefined', async () => {
    const bytes = await geoPackageOf(
      `ALTER TABLE gpkg_spatial_ref_sys ADD COLUMN definition_12_063 TEXT;
       INSERT INTO gpkg_spatial_ref_sys VALUES ('x', 9, 'NONE', 9, 'undefined', NULL, 'GEOGCRS["WGS 84",DATUM["World Geodetic System 1984"]]');
       ${houses('a', [aPoint(...here)], 9)}`,
    );
    expect((await readGeoPackage(bytes)).tables[0]!.rows[0]!.geometry).toEqual(aPoint(...here));
  });

  it('swapped as a whole are turned; of two kinds, of no system, or of one that is not listed are refused', async () => {
    const swapped = await geoPackageOf(houses('a', [aPoint(20.01, 105.79), aPoint(20.02, 105.78)]));
    const { tables, notes } = await readGeoPackage(swapped);
    expect(tables[0]!.rows[0]!.geometry).toEqual(aPoint(105.79, 20.01));
    expect(notes).toMatchObject([{ code: 'axes-swapped', table: 'a' }]);
    const mixed = await geoPackageOf(houses('a', [aPoint(...here), point(inGrid(here))]));
    expect(await faultOfGeoPackage(mixed)).toMatchObject({ code: 'coordinates-mixed', table: 'a', row: 2 });
    const unlisted = await geoPackageOf(houses('a', [aPoint(...here)], 4147));
    expect(await faultOfGeoPackage(unlisted)).toMatchObject({
      code: 'reference-system-unknown',
      table: 'a',
      params: { name: 'srs_id 4147' },
    });
    const infinite = await geoPackageOf(houses('a', [squareAt(...here), point([Infinity, 20])]));
    expect(await faultOfGeoPackage(infinite)).toMatchObject({ code: 'coordinates-not-finite', table: 'a', row: 2 });
  });

  it('two layers are each of their own system', async () => {
    const bytes = await geoPackageOf(
      `INSERT INTO gpkg_spatial_ref_sys VALUES ('a', 5897, 'EPSG', 5897, 'undefined', NULL);
       ${houses('a', [aPoint(...here)])} ${houses('b', [point(inGrid(here))], 5897)}`,
    );
    const { tables, notes } = await readGeoPackage(bytes);
    expect(tables.map(({ rows }) => rows[0]!.geometry!.coordinates)).toEqual([
      here,
      [expect.closeTo(here[0], 7), expect.closeTo(here[1], 7)],
    ]);
    expect(notes).toMatchObject([{ code: 'from-vn2000', table: 'b' }]);
    const [lng, lat] = here;
    const turned = await geoPackageOf(`${houses('a', [aPoint(lng, lat)])} ${houses('b', [aPoint(lat, lng)])}`);
    const both = await readGeoPackage(turned);
    expect(both.tables.map(({ rows }) => rows[0]!.geometry)).toEqual([aPoint(lng, lat), aPoint(lng, lat)]);
    expect(both.notes).toMatchObject([{ code: 'axes-swapped', table: 'b' }]);
  });

  it.each([
    ['cut off', blob(geoPackageBinary(new Uint8Array(4))), 'broken'],
    ['without its mark', `x'0101000000000000000000f03f000000000000f03f'`, 'broken'],
    ['text', `'POINT(1 2)'`, 'broken'],
    ['a number', '5', 'broken'],
    ['longer than shapes may be', 'zeroblob(5000000)', 'too-many-vertices'],
  ])('a shape that is %s is named with its layer, row and column', async (_, value, code) => {
    const bytes = await geoPackageOf(
      `${houses('nha', [aPoint(...here)])} INSERT INTO nha (geom) VALUES (${value});
       UPDATE gpkg_contents SET identifier = 'Nhà';`,
    );
    expect(await faultOfGeoPackage(bytes)).toMatchObject({ code, table: 'Nhà', row: 2, column: 'geom' });
  });
});
