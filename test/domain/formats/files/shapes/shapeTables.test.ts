import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { numberColumn, textColumn } from '../../../../../domain/formats/table.ts';
import { aPoint, houseRows, houseTable, readFile, squareAt, writtenFile } from './filesOfShapes.ts';

const feature = (properties: unknown, place: readonly number[] = [105.79, 20.01], more = {}) =>
  JSON.stringify({ type: 'Feature', ...more, properties, geometry: { type: 'Point', coordinates: place } });

describe('GeoJSON', () => {
  it('has the columns of all its features, values of other kinds as text', async () => {
    const text = `{"type":"FeatureCollection","name":"Nhà thôn","features":[${[
      feature({ ten: ' Chí Phúc ', so: 5 }, undefined, { id: 7 }),
      feature({ so: 1.5, moi: true, the: { a: [1] }, trong: null, rong: ' ' }),
    ].join()}]}`;
    const { tables } = await readFile('geojson', text);
    expect(tables).toMatchObject([{ name: 'Nhà thôn', columns: ['ten', 'so', 'id', 'moi', 'the'] }]);
    expect(tables[0]!.rows.map(({ cells }) => cells)).toEqual([
      { ten: 'Chí Phúc', so: '5', id: '7' },
      { so: '1.5', moi: 'TRUE', the: '{"a":[1]}' },
    ]);
  });

  it.each([
    ['a feature a line', '\n', ''],
    ['with record separators', '\n\x1e', '\x1e'],
    ['with a byte order mark', '\n', '\uFEFF'],
  ])('is read as %s', async (_, between, before) => {
    const lines = Array.from({ length: 3 }, (_one, index) => feature({ so: index }));
    const { tables } = await readFile('geojson', before + lines.join(between));
    expect(tables[0]!.rows.map(({ cells }) => cells['so'])).toEqual(['0', '1', '2']);
  });

  it('finds its features wherever they stand, and an old reference system behind them', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::5897' } };
    const bare = {
      note: '"features":[',
      features: [JSON.parse(feature({ so: '}]"' }, [582_463.51, 2_213_555.572]))],
      crs,
      type: 'FeatureCollection',
    };
    const { tables, notes } = await readFile('geojson', JSON.stringify(bare, null, 2));
    expect(tables[0]!.rows[0]).toMatchObject({ cells: { so: '}]"' } });
    const [lng, lat] = tables[0]!.rows[0]!.geometry!.coordinates as [number, number];
    expect([lng.toFixed(8), lat.toFixed(8)]).toEqual(['105.79000000', '20.01000000']);
    expect(notes).toMatchObject([{ code: 'from-vn2000', params: { grid: 'VN-2000 105°00′' } }]);
  });

  it('is cut the same wherever its pieces end', async () => {
    const rows = houseRows((index) => squareAt(105.79 + index / 1e3, 20.01), 3000);
    const bytes = await writtenFile('geojson', houseTable, rows);
    expect(bytes.length).toBeGreaterThan(3 * 256 * 1024);
    const { tables } = await readFile('geojson', bytes);
    expect(tables[0]!.rows.map(({ geometry }) => geometry)).toEqual(rows.map(({ geometry }) => geometry));
  });

  it('of a collection of shapes keeps the areas, and says that something was left out', async () => {
    const area = squareAt(105.79, 20.01);
    const geometry = { type: 'GeometryCollection', geometries: [aPoint(105.79, 20.01), area, area] };
    const { tables, notes } = await readFile('geojson', JSON.stringify({ type: 'Feature', properties: {}, geometry }));
    expect(tables[0]!.rows[0]!.geometry).toEqual({
      type: 'MultiPolygon',
      coordinates: [area.coordinates, area.coordinates],
    });
    expect(notes).toMatchObject([{ code: 'shape-left-out', row: 1, params: { count: 1 } }]);
  });
});

describe('KML', () => {
  const placemark = (name: string) =>
    `<Placemark><name>${name}</name><Point><coordinates>105.79, 20.01, 0</coordinates></Point></Placemark>`;

  it('has a table for each folder, each whole even where folders lie between its placemarks', async () => {
    const text = `<kml><Document><name>Thôn</name>${placemark('a')}<Folder><name>Nhà</name>${placemark('b')}</Folder>
      <kml:Folder xmlns:kml="x"><kml:name>Cột</kml:name>${placemark('c')}</kml:Folder>${placemark('d')}</Document></kml>`;
    const { tables } = await readFile('kml', text);
    expect(tables.map(({ name, rows }) => [name, rows.map(({ row, cells }) => [row, cells['name']])])).toEqual([
      [
        'Thôn',
        [
          [1, 'a'],
          [2, 'd'],
        ],
      ],
      ['Nhà', [[1, 'b']]],
      ['Cột', [[1, 'c']]],
    ]);
  });

  it('has the data of its schema and of its own as columns', async () => {
    const text = `<kml><Placemark><description><![CDATA[<b>mặt đường</b>]]></description><ExtendedData><Data name="Số nhà"><displayName>x</displayName>
      <value>5/4</value></Data><SchemaData schemaUrl="#s"><SimpleData name="Mã">007</SimpleData></SchemaData></ExtendedData></Placemark></kml>`;
    const { tables } = await readFile('kml', text, 'Nhà ở.kml');
    expect(tables).toMatchObject([{ name: 'Nhà ở', rows: [{ geometry: null }] }]);
    expect(tables[0]!.rows[0]!.cells).toEqual({ description: '<b>mặt đường</b>', 'Số nhà': '5/4', Mã: '007' });
  });
});

it('GPX of a device has waypoints, routes and tracks', async () => {
  const text = `<?xml version="1.0"?><gpx><wpt lat="20.01" lon="105.79"><ele>4.5</ele><time>2026-11-29T01:00:00Z</time><name>Cổng làng</name></wpt>
    <rte><name>Đi</name><rtept lat="20" lon="105"/><rtept lat="20.1" lon="105"/></rte>
    <trk><name>Đường Đền Hàn</name><trkseg><trkpt lat="20" lon="105"><time>2026-11-29T02:00:00Z</time></trkpt><trkpt lat="20.1" lon="105"><time>2026-11-29T03:00:00Z</time></trkpt></trkseg></trk></gpx>`;
  const { tables } = await readFile('gpx', text);
  expect(tables.map(({ name, rows }) => [name, rows[0]!.cells, rows[0]!.geometry!.type])).toEqual([
    ['waypoints', { ele: '4.5', time: '2026-11-29T01:00:00Z', name: 'Cổng làng' }, 'Point'],
    ['routes', { name: 'Đi' }, 'LineString'],
    ['tracks', { name: 'Đường Đền Hàn', time: '2026-11-29T02:00:00Z' }, 'LineString'],
  ]);
});

describe('shapefiles', () => {
  it('of several kinds of shapes are one each; rows without a shape go with the first', async () => {
    const rows = houseRows((index) => [null, aPoint(105.79, 20.01), squareAt(105.79, 20.01)][index % 3]!, 6);
    const bytes = await writtenFile('shapefile', houseTable, rows);
    const { tables } = await readFile('shapefile', bytes);
    expect(tables.map(({ name, rows: read }) => [name, read.length])).toEqual([
      ['Nhà_points', 4],
      ['Nhà_polygons', 2],
    ]);
    expect(Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('Nhà_points'))).toHaveLength(5);
  });

  it('have names of ten letters that stay apart, and tell the full ones beside', async () => {
    const columns = ['Diện tích đất', 'Diện tích đất ở', 'DIỆN TÍCH', '5 năm', '', 'Đường'].map((heading, at) =>
      textColumn(`c${at}`, heading, 10),
    );
    const bytes = await writtenFile('shapefile', { name: 'n', columns }, [
      { cells: ['1', '2', '3', '4', '5', '6'], geometry: aPoint(105, 20) },
    ]);
    const told = new TextDecoder().decode(unzipSync(bytes)['columns.txt']);
    expect(told.split('\n').map((line) => line.split('\t')[0])).toEqual([
      'DIEN_TICH_',
      'DIEN_TIC_2',
      'DIEN_TICH',
      'C_5_NAM',
      'C_',
      'DUONG',
      '',
    ]);
    const { tables } = await readFile('shapefile', bytes);
    expect(tables[0]!.columns).toEqual(['Diện tích đất', 'Diện tích đất ở', 'DIỆN TÍCH', '5 năm', 'C_', 'Đường']);
  });

  it('say how many texts were too long for a field, and cut none within a letter', async () => {
    const columns = [textColumn('a', 'A', 10), numberColumn('b', 'B', 10)];
    const bytes = await writtenFile('shapefile', { name: 'n', columns }, [
      { cells: ['ệ'.repeat(100), 1e-7], geometry: aPoint(105, 20) },
      { cells: [null, 123_456_789.25], geometry: aPoint(105, 20) },
    ]);
    expect(new TextDecoder().decode(unzipSync(bytes)['columns.txt'])).toMatch(/# 1 texts/);
    const { tables } = await readFile('shapefile', bytes);
    expect(tables[0]!.rows.map(({ cells }) => cells)).toEqual([
      { A: 'ệ'.repeat(84), B: '0.0000001' },
      { B: '123456789.25' },
    ]);
  });
});
