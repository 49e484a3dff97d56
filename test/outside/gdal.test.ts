/** Round trips with GDAL (ogr2ogr), by which QGIS and most other programs of maps read and write. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WrittenRow } from '../../domain/formats/files/fileFormat.ts';
import type { FileShape } from '../../domain/formats/files/fileShape.ts';
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import { hardNames, readFile, writtenFile } from '../domain/formats/files/shapes/filesOfShapes.ts';
import { readGeoPackage } from '../domain/formats/files/shapes/geoPackageFiles.ts';
import { areas, lines, placesOf, points, rowsOf, table } from './hardRows.ts';
import { aBench, isHere, type Bench } from './programs.ts';

const columns = table.columns.map(({ heading }) => heading);

/** Cells as text, whichever type the other program gave them. */
const cellsOf = (properties: Record<string, unknown>) =>
  Object.fromEntries(columns.map((column) => [column, String(properties[column])]));
const expected = (rows: readonly WrittenRow[]) =>
  rows.map(({ cells }) =>
    Object.fromEntries(columns.map((column, at) => [column, String(cells[at]).normalize('NFC')])),
  );

/** All the same places, to `meters`; rings may begin elsewhere and go the other way round. */
function expectShapes(given: readonly (FileShape | null)[], wanted: readonly WrittenRow[], meters: number): void {
  expect(given.map((shape) => shape?.type)).toEqual(wanted.map(({ geometry }) => geometry!.type));
  for (const [index, shape] of given.entries()) {
    const places = placesOf(shape);
    const others = placesOf(wanted[index]!.geometry);
    expect(places).toHaveLength(others.length);
    for (const place of places) {
      expect(Math.min(...others.map((other) => distanceMeters(place, other)))).toBeLessThan(meters);
    }
  }
}

describe.skipIf(!isHere('ogr2ogr'))('GDAL', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await aBench();
  });
  afterAll(() => bench.remove());

  const kinds = [
    ['points', points],
    ['lines', lines],
    ['areas', areas],
  ] as const;

  describe.each(kinds)('%s', (kind, rows) => {
    it.each([
      ['geojson', 'geojson', ''],
      ['kml', 'kml', ''],
      ['kmz', 'kmz', ''],
      ['gpx', 'gpx', ''],
      ['shapefile', 'zip', '/vsizip/'],
      ['geopackage', 'gpkg', ''],
    ] as const)('reads what we write as %s', async (id, extension, prefix) => {
      const path = await bench.put(`ours-${kind}-${id}.${extension}`, await writtenFile(id, table, rows));
      const layer = id === 'gpx' ? [kind === 'points' ? 'waypoints' : 'tracks'] : [];
      const out = `ours-${kind}-${id}.out.geojson`;
      await bench.run('ogr2ogr', '-f', 'GeoJSON', out, `${prefix}${path}`, ...layer);
      const read = JSON.parse(new TextDecoder().decode(await bench.take(out))) as {
        readonly features: readonly { readonly properties: Record<string, unknown>; readonly geometry: FileShape }[];
      };
      if (id === 'gpx') {
        expect(read.features.map(({ properties }) => properties['name'])).toEqual(
          hardNames.map((name) => name.normalize('NFC')),
        );
      } else if (id === 'shapefile') {
        const byCase = read.features.map(({ properties }) =>
          Object.fromEntries(Object.entries(properties).map(([key, value]) => [key.toLowerCase(), value])),
        );
        expect(byCase.map(cellsOf)).toEqual(expected(rows));
      } else expect(read.features.map(({ properties }) => cellsOf(withName(properties)))).toEqual(expected(rows));
      if (id !== 'gpx' || kind === 'points')
        expectShapes(
          read.features.map(({ geometry }) => geometry),
          rows,
          0.02,
        );
    });

    it.each([
      ['geojson', 'GeoJSON', 'geojson', []],
      ['geojson', 'GeoJSONSeq', 'geojsonl', []],
      ['kml', 'LIBKML', 'kml', []],
      ['kmz', 'LIBKML', 'kmz', []],
      ['shapefile', 'ESRI Shapefile', 'shz', ['-lco', 'ENCODING=UTF-8']],
    ] as const)('what it writes is read by us: %s of %s', async (id, driver, extension, options) => {
      const path = await bench.put(`in-${kind}.geojson`, await writtenFile('geojson', table, rows));
      const name = `theirs-${kind}-${driver.replace(' ', '')}.${extension}`;
      await bench.run('ogr2ogr', '-f', driver, name, path, ...options);
      const { tables } = await readFile(id, await bench.take(name), name);
      expect(tables).toHaveLength(1);
      expect(tables[0]!.rows.map(({ cells }) => cellsOf(withName(cells)))).toEqual(expected(rows));
      expectShapes(
        tables[0]!.rows.map(({ geometry }) => geometry),
        rows,
        0.02,
      );
    });
  });

  it.each([
    ['a .prj', 'shapefile', 'ESRI Shapefile', 'shz', 'EPSG:5897', ['-lco', 'ENCODING=UTF-8']],
    ['a .prj of UTM', 'shapefile', 'ESRI Shapefile', 'shz', 'EPSG:3405', ['-lco', 'ENCODING=UTF-8']],
    ['a .prj of another meridian', 'shapefile', 'ESRI Shapefile', 'shz', 'EPSG:9210', ['-lco', 'ENCODING=UTF-8']],
    ['a .prj of degrees', 'shapefile', 'ESRI Shapefile', 'shz', 'EPSG:4756', ['-lco', 'ENCODING=UTF-8']],
    ['an old crs member', 'geojson', 'GeoJSON', 'geojson', 'EPSG:5897', ['-lco', 'COORDINATE_PRECISION=4']],
  ] as const)(
    'VN-2000 that %s names is brought to the places it came from',
    async (_, id, driver, extension, system, options) => {
      const path = await bench.put('in-vn2000.geojson', await writtenFile('geojson', table, areas));
      const name = `vn2000-${system.slice(5)}.${extension}`;
      await bench.run('ogr2ogr', '-f', driver, name, path, '-t_srs', system, ...options);
      const { tables, notes } = await readFile(id, await bench.take(name), name);
      expect(notes.map(({ code }) => code)).toContain('from-vn2000');
      expectShapes(
        tables[0]!.rows.map(({ geometry }) => geometry),
        areas,
        0.02,
      );
    },
  );

  describe('GeoPackage that it writes is read by us', () => {
    const [ring, another] = [0, 1].map((index) => placesOf(areas[index]!.geometry));
    const square = areas[0]!.geometry!;
    const cases: readonly (readonly [string, FileShape, readonly string[]])[] = [
      ['points', points[0]!.geometry!, []],
      ['points with heights', points[0]!.geometry!, ['-dim', 'XYZ']],
      ['points with heights and measures', points[0]!.geometry!, ['-dim', 'XYZM']],
      ['many points', { type: 'MultiPoint', coordinates: ring! }, []],
      ['lines', lines[0]!.geometry!, []],
      ['lines with measures', lines[0]!.geometry!, ['-dim', 'XYM']],
      ['many lines', { type: 'MultiLineString', coordinates: [ring!, another!] }, []],
      ['areas', square, []],
      ['areas within curves that are straight', square, ['-nlt', 'MULTISURFACE']],
      ['many areas', { type: 'MultiPolygon', coordinates: [[ring!], [another!]] }, []],
    ];

    it.each(cases.flatMap((one) => ['EPSG:4326', 'EPSG:5897'].map((system) => [...one, system] as const)))(
      '%s',
      async (kind, shape, options, system) => {
        const name = `${kind.replaceAll(' ', '-')}-${system.slice(5)}`;
        const given = rowsOf(() => shape);
        const path = await bench.put(`${name}.in.geojson`, await writtenFile('geojson', table, given));
        await bench.run('ogr2ogr', '-f', 'GPKG', `${name}.gpkg`, path, '-nln', 'nha', '-t_srs', system, ...options);
        await bench.run('ogr2ogr', '-f', 'GeoJSON', `${name}.out.geojson`, `${name}.gpkg`, '-t_srs', 'EPSG:4326');
        const { tables, notes } = await readGeoPackage(await bench.take(`${name}.gpkg`));
        const theirs = await readFile('geojson', await bench.take(`${name}.out.geojson`));
        expect(tables.map((one) => [one.name, one.columns])).toEqual([['nha', columns]]);
        expect(notes.map(({ code }) => code)).toEqual(system === 'EPSG:5897' ? ['from-vn2000'] : []);
        expect(tables[0]!.rows.map(({ cells }) => cells)).toEqual(theirs.tables[0]!.rows.map(({ cells }) => cells));
        expect(tables[0]!.rows.map(({ cells }) => cellsOf(cells))).toEqual(expected(given));
        const shapes = tables[0]!.rows.map(({ geometry }) => geometry);
        expectShapes(
          shapes,
          theirs.tables[0]!.rows.map(({ geometry }) => ({ cells: [], geometry })),
          0.02,
        );
        expectShapes(shapes, given, 0.02);
      },
    );

    it('with several layers, one without shapes, cells of every type, and a key of another name', async () => {
      const feature = (properties: object) =>
        `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":{"type":"Point","coordinates":[105.79,20.01]}}`;
      const houses = { den: true, ngay: '2026-11-30', luc: '2026-11-30T07:05:00Z', so: 12, dai: 1.5 };
      const path = await bench.put(
        'types.geojson',
        `{"type":"FeatureCollection","features":[${feature(houses)},${feature({ den: false })}]}`,
      );
      await bench.run(
        'ogr2ogr',
        '-f',
        'GPKG',
        'types.gpkg',
        path,
        '-nln',
        'nha',
        '-lco',
        'FID=ma',
        '-lco',
        'IDENTIFIER=Nhà ở',
      );
      await bench.put('ho.csv', 'fid_cua_toi,chu_ho\n7,Lê Văn Thắng\n');
      await bench.run('ogr2ogr', '-f', 'GPKG', '-update', 'types.gpkg', 'ho.csv', '-nln', 'ho');
      const { tables, notes } = await readGeoPackage(await bench.take('types.gpkg'));
      expect(notes).toEqual([]);
      expect(tables.map(({ name, rows }) => [name, rows.map(({ cells }) => cells)])).toEqual([
        [
          'Nhà ở',
          [
            {
              den: 'TRUE',
              ngay: '2026-11-30',
              luc: '2026-11-30T07:05:00.000Z',
              so: '12',
              dai: '1.5',
            },
            { den: 'FALSE' },
          ],
        ],
        ['ho', [{ fid_cua_toi: '7', chu_ho: 'Lê Văn Thắng' }]],
      ]);
    });
  });

  it('GPX that it writes is read by us', async () => {
    const path = await bench.put('in-gpx.geojson', await writtenFile('geojson', table, points));
    await bench.run('ogr2ogr', '-f', 'GPX', 'theirs.gpx', path, '-dsco', 'GPX_USE_EXTENSIONS=YES');
    const { tables } = await readFile('gpx', await bench.take('theirs.gpx'));
    expect(tables[0]!.rows.map(({ cells }) => cellsOf(cells))).toEqual(expected(points));
    expectShapes(
      tables[0]!.rows.map(({ geometry }) => geometry),
      points,
      0.02,
    );
  });
});

/** LIBKML keeps the placemark's name in a column of this heading. */
const withName = (properties: Record<string, unknown>) => ({
  ...properties,
  name: properties['name'] ?? properties['Name'],
});
