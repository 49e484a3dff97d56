import { describe, expect, it } from 'vitest';
import { isFileProblem } from '../../../domain/formats/features.ts';
import { readOutlines } from '../../../domain/formats/outlineFiles.ts';

/** A square, in the decimals that are stored. */
const ring = (lng: number, lat: number, side = 0.0001) =>
  [
    [lng, lat],
    [lng + side, lat],
    [lng + side, lat + side],
    [lng, lat + side],
    [lng, lat],
  ].map((corner) => corner.map((degrees) => Math.round(degrees * 1e7) / 1e7));
const wkt = (corners: number[][]) => `POLYGON((${corners.map((corner) => corner.join(' ')).join(', ')}))`;

function outlinesIn(text: string) {
  const read = readOutlines(text);
  if (isFileProblem(read)) throw new Error(read.code);
  return read;
}

function problemOf(text: string): string {
  const read = readOutlines(text);
  return isFileProblem(read) ? read.code : 'none';
}

describe('Google Open Buildings', () => {
  const header = 'latitude,longitude,area_in_meters,confidence,geometry,full_plus_code';
  const row = (lng: number, confidence: string, shape = `"${wkt(ring(lng, 19.97))}"`) =>
    `19.97005,${lng},120.5,${confidence},${shape},7PGMXQCQ+XX`;

  it('rows of well-known text, with their confidence', () => {
    const { outlines } = outlinesIn([header, row(105.787, '0.7312'), row(105.788, '0.9')].join('\r\n'));
    expect(outlines.map(({ confidence }) => confidence).sort()).toEqual([0.7312, 0.9]);
    expect(outlines[0]?.footprint.coordinates[0]).toHaveLength(5);
  });

  it('separated by semicolons or tabs, with a byte order mark, under another name, with its reference system', () => {
    for (const separator of [';', '\t']) {
      const text =
        ['\uFEFFid', 'wkt'].join(separator) + `\n` + ['1', `"SRID=4326;${wkt(ring(105.787, 19.97))}"`].join(separator);
      expect(outlinesIn(text).outlines).toHaveLength(1);
    }
  });

  it('of several parts each, and broken rows counted by reason', () => {
    const two = `"MULTIPOLYGON(${wkt(ring(105.787, 19.97)).slice(7)},${wkt(ring(105.788, 19.97)).slice(7)})"`;
    const bowTie = '"POLYGON((105.787 19.97, 105.788 19.971, 105.788 19.97, 105.787 19.971, 105.787 19.97))"';
    const text = [
      header,
      row(1, '0.5', two),
      row(1, '0.5', bowTie),
      row(1, '0.5', '"POLYGON((1 2"'),
      row(1, '0.5', ''),
    ];
    const { outlines, refused } = outlinesIn(text.join('\n'));
    expect(outlines).toHaveLength(2);
    expect([...refused]).toEqual([
      ['polygon-crosses-itself', 1],
      ['feature-malformed', 2],
    ]);
  });

  it('a confidence that is none is not made up', () => {
    expect(
      outlinesIn([header, row(105.787, ''), row(105.788, '7')].join('\n')).outlines.map((one) => one.confidence),
    ).toEqual([null, null]);
  });
});

describe('OpenStreetMap', () => {
  const nodes = ring(105.787, 19.97)
    .slice(0, 4)
    .map(([lon, lat], index) => `<node id="${index + 1}" lon="${lon}" lat="${lat}"/>`)
    .join('');
  const closed = [1, 2, 3, 4, 1].map((ref) => `<nd ref="${ref}"/>`).join('');

  it('closed ways with a building, no others', () => {
    const xml = `<?xml version="1.0"?><osm version="0.6">${nodes}
      <way id="10">${closed}<tag k="building" v="yes"/></way>
      <way id="11">${closed}<tag k="landuse" v="residential"/></way>
      <way id="12">${closed}<tag k="building" v="no"/></way></osm>`;
    expect(outlinesIn(xml).outlines.map(({ footprint }) => footprint.coordinates[0])).toEqual([ring(105.787, 19.97)]);
  });

  it('a relation whose outer ring comes in pieces, one of them backwards', () => {
    const xml = `<osm>${nodes}
      <way id="20"><nd ref="1"/><nd ref="2"/><nd ref="3"/></way>
      <way id="21"><nd ref="1"/><nd ref="4"/><nd ref="3"/></way>
      <relation id="30"><member type="way" ref="20" role="outer"/><member type="way" ref="21" role="outer"/>
      <tag k="type" v="multipolygon"/><tag k="building" v="house"/></relation></osm>`;
    expect(outlinesIn(xml).outlines[0]?.footprint.coordinates[0]).toEqual(ring(105.787, 19.97));
  });

  it('the JSON of Overpass, with geometry and without', () => {
    const tags = { building: 'yes' };
    const geometry = ring(105.787, 19.97).map(([lon, lat]) => ({ lat, lon }));
    const points = ring(105.787, 19.97).slice(0, 4);
    const bare = points.map(([lon, lat], index) => ({ type: 'node', id: index + 1, lat, lon }));
    const withGeometry = JSON.stringify({ version: 0.6, elements: [{ type: 'way', id: 1, geometry, tags }] });
    const way = { type: 'way', id: 9, nodes: [1, 2, 3, 4, 1], tags };
    const without = JSON.stringify({ version: 0.6, elements: [...bare, way] });
    for (const text of [withGeometry, without]) {
      expect(outlinesIn(text).outlines[0]?.footprint.coordinates[0]).toEqual(ring(105.787, 19.97));
    }
  });

  it('of Overpass, nodes outside the box asked for, which are null', () => {
    const tags = { building: 'yes' };
    const geometry = ring(105.787, 19.97).map(([lon, lat]) => ({ lat, lon }));
    const clipped = [...geometry.slice(0, 2), null, ...geometry.slice(2)];
    const relation = {
      type: 'relation',
      id: 2,
      members: [null, { type: 'way', ref: 3, role: 'outer', geometry: clipped }],
    };
    const elements = [null, { type: 'way', id: 1, geometry: clipped, tags }, { ...relation, tags }];
    const { outlines } = outlinesIn(JSON.stringify({ version: 0.6, elements }));
    expect(outlines[0]?.footprint.coordinates[0]).toEqual(ring(105.787, 19.97));
  });

  it('no document type, so no entity that grows', () => {
    const bomb = `<!DOCTYPE osm [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><osm><node id="&b;"/></osm>`;
    expect(problemOf(bomb)).toBe('file-not-xml');
    expect(problemOf('<osm><node')).toBe('file-not-xml');
    expect(problemOf('<gpx></gpx>')).toBe('file-not-osm');
  });
});

describe('GeoJSON', () => {
  const feature = (geometry: unknown, properties = {}) => ({ type: 'Feature', properties, geometry });
  const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

  it('polygons of all kinds, the largest first; lines are left out', () => {
    const text = collection(
      feature({ type: 'Polygon', coordinates: [ring(105.787, 19.97)] }, { confidence: 0.5 }),
      feature({ type: 'MultiPolygon', coordinates: [[ring(105.788, 19.97, 0.0002)], [ring(105.789, 19.97)]] }),
      feature({ type: 'LineString', coordinates: ring(105.79, 19.97) }),
    );
    const { outlines, refused } = outlinesIn(text);
    expect(outlines[0]?.footprint.coordinates[0]).toEqual(ring(105.788, 19.97, 0.0002));
    expect(outlines.map(({ confidence }) => confidence).sort()).toEqual([0.5, null, null]);
    expect([...refused]).toEqual([['geometry-of-other-type', 1]]);
  });

  it('what is no such file is named', () => {
    expect(problemOf('{"type":"FeatureCollection","features":[')).toBe('file-not-json');
    expect(problemOf('{"type":"Topology"}')).toBe('file-not-geojson');
    expect(problemOf(collection())).toBe('nothing-to-take');
    expect(problemOf('tên,điện thoại\nÔng A,0912')).toBe('file-without-outlines');
    expect(problemOf('')).toBe('file-without-outlines');
    expect(problemOf('['.repeat(100_000))).toBe('file-too-deep');
  });
});
