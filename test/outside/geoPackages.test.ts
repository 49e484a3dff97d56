/** GeoPackages that we write, in GDAL: QGIS and most other programs of maps read them by it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WrittenTable } from '../../domain/formats/files/fileFormat.ts';
import type { FileShape } from '../../domain/formats/files/fileShape.ts';
import { numberColumn, textColumn } from '../../domain/formats/table.ts';
import { writtenFile } from '../domain/formats/files/shapes/filesOfShapes.ts';
import { areas, lines, placesOf, points, rowsOf, table } from './hardRows.ts';
import { aBench, isHere, pythonWith, type Bench } from './programs.ts';

/** GDAL's own check of what the standard asks for. */
const validator = 'osgeo_utils.samples.validate_gpkg';
const python = pythonWith(validator);

describe.skipIf(!isHere('ogr2ogr'))('in GDAL', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await aBench();
  });
  afterAll(() => bench.remove());

  describe('a GeoPackage that we write', () => {
    const [ring, another] = [0, 1].map((index) => placesOf(areas[index]!.geometry));
    const cases: readonly (readonly [string, (index: number) => FileShape | null, string])[] = [
      ['points', (index) => points[index]!.geometry, 'Point'],
      ['many points', () => ({ type: 'MultiPoint', coordinates: ring! }), 'Multi Point'],
      ['lines', (index) => lines[index]!.geometry, 'Line String'],
      ['many lines', () => ({ type: 'MultiLineString', coordinates: [ring!, another!] }), 'Multi Line String'],
      ['areas', (index) => areas[index]!.geometry, 'Polygon'],
      ['many areas', () => ({ type: 'MultiPolygon', coordinates: [[ring!], [another!]] }), 'Multi Polygon'],
      ['shapes of all kinds', (index) => [points, lines, areas][index % 3]![index]!.geometry, 'Unknown (any)'],
      ['rows of which some have none', (index) => (index < 2 ? null : points[index]!.geometry), 'Point'],
      ['rows without shapes', () => null, 'None'],
    ];
    /** A name and headings as lists have them, which need not be those of a program. */
    const ours: WrittenTable = {
      name: 'Địa chỉ',
      columns: [
        textColumn('name', 'Tên "đường"', 30),
        textColumn('code', 'geom', 10),
        numberColumn('area', 'Diện tích (m²)', 10),
      ],
    };

    it.each(cases)(
      'of %s opens without a warning, each row with its names, number and place',
      async (kind, shape, type) => {
        const name = `ours-${kind.replaceAll(' ', '-')}`;
        const rows = rowsOf(shape);
        await bench.put(`${name}.gpkg`, await writtenFile('geopackage', ours, rows, 3));
        const { stdout, stderr } = await bench.saying('ogrinfo', '-al', '-so', `${name}.gpkg`);
        expect(stderr).toBe('');
        expect(stdout).toContain('Layer name: Địa chỉ');
        expect(stdout).toContain(`Geometry: ${type}`);
        expect(stdout).toContain('Feature Count: 10');
        expect(stdout).toContain('FID Column = fid');
        expect(stdout).toContain('Tên "đường": String (0.0)');
        expect(stdout).toContain('Diện tích (m²): Real (0.0)');
        if (type !== 'None') {
          expect(stdout).toContain('Geometry Column = geom (2)');
          expect(stdout).toContain('ID["EPSG",4326]]');
        }
        await bench.run('ogr2ogr', '-f', 'GeoJSON', `${name}.geojson`, `${name}.gpkg`);
        const read = JSON.parse(new TextDecoder().decode(await bench.take(`${name}.geojson`))) as {
          readonly features: readonly { readonly properties: object; readonly geometry: FileShape | null }[];
        };
        expect(read.features.map(({ properties }) => Object.values(properties))).toEqual(
          rows.map(({ cells }) => [String(cells[0]).normalize('NFC'), ...cells.slice(1)]),
        );
        expect(read.features.map(({ geometry }) => geometry?.type)).toEqual(rows.map(({ geometry }) => geometry?.type));
        for (const [index, { geometry }] of read.features.entries()) {
          expect(placesOf(geometry)).toEqual(placesOf(rows[index]!.geometry));
        }
      },
    );

    it.skipIf(!python).each(cases)('of %s has all that the standard asks for', async (kind, shape) => {
      const name = `standard-${kind.replaceAll(' ', '-')}.gpkg`;
      await bench.put(name, await writtenFile('geopackage', ours, rowsOf(shape), 3));
      await bench.run(python!, '-m', validator, '--extra', '--warning-as-error', name);
    });

    it('is searched by its index, and kept right by whoever changes it', async () => {
      await bench.put('index.gpkg', await writtenFile('geopackage', table, points));
      const within = async (...box: readonly number[]) => {
        const { stdout, stderr } = await bench.saying('ogrinfo', '-al', 'index.gpkg', '-spat', ...box.map(String));
        expect(stderr).toBe('');
        return [...stdout.matchAll(/ code \(String\) = (\d+)/g)].map(([, code]) => code).sort();
      };
      expect(await within(105.78995, 20, 105.79015, 20.02)).toEqual(['000', '001']);
      const sql = `SELECT HasSpatialIndex('nha', 'geom')`;
      expect((await bench.saying('ogrinfo', 'index.gpkg', '-q', '-sql', sql)).stdout).toContain(
        'HasSpatialIndex (Integer) = 1',
      );
      const change = `UPDATE nha SET geom = (SELECT geom FROM nha WHERE code = '009') WHERE code = '000'`;
      expect((await bench.saying('ogrinfo', 'index.gpkg', '-q', '-sql', change)).stderr).toBe('');
      expect(
        (await bench.saying('ogrinfo', 'index.gpkg', '-q', '-sql', `DELETE FROM nha WHERE code = '001'`)).stderr,
      ).toBe('');
      expect(await within(105.78995, 20, 105.79015, 20.02)).toEqual([]);
      expect(await within(105.79085, 20, 105.791, 20.02)).toEqual(['000', '009']);
    });
  });
});
