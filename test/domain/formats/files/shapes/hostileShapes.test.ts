import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cadastralGrid105, toGrid } from '../../../../../domain/geometry/vn2000.ts';
import { aPoint, faultOf, formatOf, houseRows, houseTable, readFile, writtenFile } from './filesOfShapes.ts';

const collection = (...features: string[]) => `{"type":"FeatureCollection","features":[${features.join()}]}`;
const feature = (coordinates: string, type = 'Point') =>
  `{"type":"Feature","properties":{"Số nhà":"5/4"},"geometry":{"type":"${type}","coordinates":${coordinates}}}`;
const good = feature('[105.79,20.01]');

const kml = (inside: string) => `<?xml version="1.0"?><kml><Document>${inside}</Document></kml>`;

/** A shapefile of ours taken apart, with some of its parts changed or left out (null). */
async function changed(parts: Record<string, ((bytes: Uint8Array) => Uint8Array) | null>): Promise<Uint8Array> {
  const rows = houseRows((index) => aPoint(105.79 + index / 1e4, 20.01));
  const entries = unzipSync(await writtenFile('shapefile', houseTable, rows));
  const all: Zippable = {};
  for (const [name, bytes] of Object.entries(entries)) {
    const change = parts[name.slice(name.lastIndexOf('.') + 1)];
    if (change !== null) all[name] = change ? change(bytes) : bytes;
  }
  return zipSync(all);
}

const setInt32 = (at: number, value: number, isLittle: boolean) => (bytes: Uint8Array) => {
  const copy = bytes.slice();
  new DataView(copy.buffer).setInt32(at, value, isLittle);
  return copy;
};
const cutBy = (count: number) => (bytes: Uint8Array) => bytes.slice(0, -count);

describe('coordinates', () => {
  it.each(['[1e400,20.01]', '[NaN,20.01]', '[105.79,-Infinity]', '[null,20.01]'])(
    '%s are refused with their row',
    async (given) => {
      expect(await faultOf('geojson', collection(good, feature(given)))).toMatchObject({
        code: 'coordinates-not-finite',
        row: 2,
      });
    },
  );

  it('of KML that are no numbers are refused with their table and row', async () => {
    const text = kml(
      '<Folder><name>Nhà</name><Placemark><Point><coordinates>1e400,20</coordinates></Point></Placemark></Folder>',
    );
    expect(await faultOf('kml', text)).toMatchObject({ code: 'coordinates-not-finite', table: 'Nhà', row: 1 });
  });

  it('in degrees and in metres of one file are refused with the row that is another', async () => {
    const metres = feature('[582463.51,2213555.572]');
    expect(await faultOf('geojson', collection(good, good, metres))).toMatchObject({
      code: 'coordinates-mixed',
      row: 3,
    });
  });

  it('of no system that is known are refused', async () => {
    expect(await faultOf('geojson', collection(feature('[11776000,2273000]')))).toMatchObject({
      code: 'reference-system-unknown',
      row: 1,
    });
    const named = `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4147"}},"features":[${good}]}`;
    expect(await faultOf('geojson', named)).toMatchObject({
      code: 'reference-system-unknown',
      params: { name: 'EPSG:4147' },
    });
  });

  it('swapped as a whole are turned, and it is said; one swapped or in the sea among others stays for a person to see', async () => {
    const swapped = await readFile('geojson', collection(feature('[20.01,105.79]'), feature('[20.02,105.78]')));
    expect(swapped.tables[0]!.rows[0]!.geometry).toEqual(aPoint(105.79, 20.01));
    expect(swapped.notes).toMatchObject([{ code: 'axes-swapped' }]);
    const one = await readFile('geojson', collection(good, feature('[107.5,18]'), good, feature('[20.02,105.78]')));
    expect(one.tables[0]!.rows.map(({ geometry }) => geometry!.coordinates[0])).toEqual([105.79, 107.5, 105.79, 20.02]);
    expect(one.notes).toEqual([]);
  });

  it('in metres of VN-2000 without a name need a place to be expected at, in either order', async () => {
    const { northMeters, eastMeters } = toGrid(cadastralGrid105, [105.79, 20.01]);
    const expected = { box: { west: 105.74, south: 19.95, east: 105.84, north: 20.08 }, grid: cadastralGrid105 };
    for (const [pair, codes] of [
      [
        [eastMeters, northMeters],
        ['from-vn2000', 'reference-system-assumed'],
      ],
      [
        [northMeters, eastMeters],
        ['from-vn2000', 'reference-system-assumed', 'axes-swapped'],
      ],
    ] as const) {
      const text = collection(feature(JSON.stringify(pair)));
      const { tables, notes } = await readFile('geojson', text, undefined, { expected });
      const [lng, lat] = tables[0]!.rows[0]!.geometry!.coordinates as [number, number];
      expect([lng.toFixed(8), lat.toFixed(8)]).toEqual(['105.79000000', '20.01000000']);
      expect(notes.map(({ code }) => code)).toEqual(codes);
      expect(await faultOf('geojson', text)).toMatchObject({ code: 'reference-system-unknown' });
    }
  });
});

describe('GeoJSON', () => {
  it('of 400 collections in each other is refused before it is built', async () => {
    const geometry = '{"type":"GeometryCollection","geometries":['.repeat(400) + ']}'.repeat(400);
    const text = collection(good, `{"type":"Feature","properties":{},"geometry":${geometry}}`);
    expect(await faultOf('geojson', text)).toMatchObject({ code: 'too-deep', row: 2 });
  });

  it.each([
    ['cut in a feature', collection(good, good).slice(0, -20)],
    ['cut between features', collection(good).slice(0, -2)],
    ['with anything between features', `{"type":"FeatureCollection","features":[${good} 5 ${good}]}`],
    ['with brackets that close nothing', `${good}}`],
    ['with a feature that is none', collection('{"type":"Feature","geometry":{"type":"Point","coordinates":"here"}}')],
    ['that is a list', `[${good}]`],
  ])('%s is broken', async (_, text) => {
    expect(await faultOf('geojson', text)).toMatchObject({ code: 'broken' });
  });

  it('of half a character is of no encoding', async () => {
    const bytes = strToU8(collection(good));
    bytes[bytes.indexOf(0xe1)] = 0x20;
    expect(await faultOf('geojson', bytes)).toMatchObject({ code: 'not-one-encoding', row: 1 });
  });

  it('with too many vertices, rows, columns or characters is refused at the first too many', async () => {
    const line = feature('[[105,20],[105.1,20],[105.2,20]]', 'LineString');
    const limits = { vertices: 2, rows: 2, columns: 1, cellCharacters: 2 };
    expect(await faultOf('geojson', line, undefined, { limits: { vertices: 2 } })).toMatchObject({
      code: 'too-many-vertices',
      row: 1,
    });
    expect(await faultOf('geojson', collection(good, good, good), undefined, { limits: { rows: 2 } })).toMatchObject({
      code: 'too-many-rows',
      row: 3,
    });
    const wide = '{"type":"Feature","properties":{"a":"1","b":"2"},"geometry":null}';
    expect(await faultOf('geojson', wide, undefined, { limits: { columns: 1 } })).toMatchObject({
      code: 'too-many-columns',
      column: 'b',
    });
    expect(await faultOf('geojson', good, undefined, { limits })).toMatchObject({
      code: 'cell-too-long',
      column: 'Số nhà',
      row: 1,
    });
  });
});

describe('XML', () => {
  const bomb = '<!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';

  it.each(['kml', 'gpx', 'osm-xml'] as const)('%s that declares entities is refused', async (id) => {
    const root = id === 'osm-xml' ? 'osm' : id;
    const text = `<?xml version="1.0"?>${bomb}<${root}><name>&b;</name></${root}>`;
    expect(formatOf(id).recognises(strToU8(text), 'x')).toBe(true);
    expect(await faultOf(id, text)).toMatchObject({ code: 'declares-entities' });
  });

  it('that is cut, or has another root, or too many elements in each other, is refused', async () => {
    expect(await faultOf('kml', kml('').slice(0, -5))).toMatchObject({ code: 'broken' });
    expect(await faultOf('kml', '<html></html>')).toMatchObject({ code: 'unknown-format' });
    expect(await faultOf('kml', kml('<Folder>'.repeat(400) + '</Folder>'.repeat(400)))).toMatchObject({
      code: 'too-deep',
    });
  });
});

describe('packed files', () => {
  it('that unpack to a hundred times their size are refused while they unpack', async () => {
    const huge = zipSync({ 'doc.kml': strToU8(kml(' '.repeat(20_000_000))) });
    expect(await faultOf('kmz', huge)).toMatchObject({ code: 'unpacks-too-large', column: 'doc.kml' });
  });

  it('with names that lead outside are refused', async () => {
    expect(await faultOf('kmz', zipSync({ '../doc.kml': strToU8(kml('')) }))).toMatchObject({ code: 'entry-outside' });
  });

  it('KMZ in KMZ is not opened', async () => {
    const inner = zipSync({ 'doc.kml': strToU8(kml('')) });
    expect(await faultOf('kmz', zipSync({ 'inner.kmz': inner }))).toMatchObject({ code: 'entry-missing' });
  });
});

describe('shapefiles', () => {
  it.each([
    [
      'whose .shp claims a record of 2 GB',
      { shp: setInt32(104, 0x3fffffff, false) },
      { code: 'too-many-vertices', row: 1 },
    ],
    [
      'whose .dbf claims two thousand million rows',
      { dbf: setInt32(4, 0x7fffffff, true) },
      { code: 'broken', row: 11, column: '.dbf' },
    ],
    ['whose .shp is cut in a record', { shp: cutBy(5) }, { code: 'broken', row: 10, column: '.shp' }],
    ['whose .shp is cut between records', { shp: cutBy(28) }, { code: 'broken', row: 10, column: '.shp' }],
    ['whose .dbf is cut', { dbf: cutBy(200) }, { code: 'broken', column: '.dbf' }],
    ['without a .dbf', { dbf: null }, { code: 'entry-missing', column: 'nhà.dbf' }],
    ['without a .shp', { shp: null }, { code: 'entry-missing', column: '.shp' }],
    [
      'of a place that is no number',
      { shp: (bytes: Uint8Array) => new Uint8Array(setInt32(116, 0x7ff80000, true)(bytes)) },
      { code: 'coordinates-not-finite', row: 1 },
    ],
    [
      'of unknown reference system',
      { prj: () => strToU8('PROJCS["Local",GEOGCS["Local"]]') },
      { code: 'reference-system-unknown', params: { name: 'Local' } },
    ],
  ])('%s are refused', async (_, parts, fault) => {
    expect(await faultOf('shapefile', await changed(parts))).toMatchObject(fault);
  });

  it('without .shx, .prj and .cpg are read, and the missing index is told', async () => {
    const { tables, notes } = await readFile('shapefile', await changed({ shx: null, prj: null, cpg: null }));
    expect(tables[0]!.rows[1]!.cells['Tên đường']).toBe('Ngõ 12/5 Đường Nguyễn Thị Minh Khai');
    expect(notes.map(({ code }) => code)).toEqual(['index-missing']);
  });

  it('with half a character at the end of a full field lose only that half; elsewhere it is refused with its cell', async () => {
    // The widest text fills its field: its last byte is taken by a blank no more.
    const broken = (at: number) => (bytes: Uint8Array) => {
      const copy = bytes.slice();
      const start = Buffer.from(copy).indexOf('Đường Đền');
      copy[start + at] = 0xe1;
      return copy;
    };
    expect(await faultOf('shapefile', await changed({ dbf: broken(3) }))).toMatchObject({
      code: 'not-one-encoding',
      row: 1,
      column: 'Tên đường',
    });
    const cut = (bytes: Uint8Array) => {
      const copy = bytes.slice();
      const start = Buffer.from(copy).indexOf('Ngõ 12/5');
      const width = Buffer.byteLength('Ngõ 12/5 Đường Nguyễn Thị Minh Khai');
      copy.set([0xe1, 0xba], start + width - 2);
      return copy;
    };
    const { tables } = await readFile('shapefile', await changed({ dbf: cut }));
    expect(tables[0]!.rows[1]!.cells['Tên đường']).toBe('Ngõ 12/5 Đường Nguyễn Thị Minh Kh');
  });

  it('in the letters of Windows for Vietnamese are read by their .cpg, or by their bytes', async () => {
    // "Đền" in windows-1258: Đ, ê, a grave behind it, n.
    const old = (bytes: Uint8Array) => {
      const copy = Buffer.from(bytes);
      const start = copy.indexOf('Đường Đền Hàn');
      const text = [0xd0, 0xea, 0xcc, 0x6e];
      copy.fill(0x20, 32 + 4 * 32 + 1);
      copy.set(text, start);
      return copy;
    };
    for (const cpg of [() => strToU8('1258'), null]) {
      const { tables, notes } = await readFile('shapefile', await changed({ dbf: old, cpg }));
      expect(tables[0]!.rows[0]!.cells['Tên đường']).toBe('Đền');
      expect(notes).toMatchObject([{ code: 'legacy-encoding', params: { encoding: 'windows-1258' } }]);
    }
  });
});

it('files are known by their bytes, whatever they are called', async () => {
  const rows = houseRows((index) => aPoint(105.79 + index / 1e4, 20.01));
  const known = async (id: 'geojson' | 'kml' | 'kmz' | 'gpx' | 'shapefile') => {
    const bytes = await writtenFile(id, houseTable, rows);
    const head = bytes.subarray(0, 4096);
    return (['geojson', 'kml', 'kmz', 'gpx', 'shapefile', 'osm-xml', 'osm-pbf'] as const).filter((other) =>
      formatOf(other).recognises(head, 'danh sách.dat'),
    );
  };
  for (const id of ['geojson', 'kml', 'kmz', 'gpx', 'shapefile'] as const) expect(await known(id)).toEqual([id]);
});
