import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostPastedPositions, readPastedShape } from '../../../domain/formats/pastedShape.ts';

const line = [
  [105.788, 19.97],
  [105.789, 19.971],
  [105.79, 19.972],
];
const positionsOf = (text: string, least = 2) => {
  const read = readPastedShape(text, least);
  return 'positions' in read ? read.positions : read.problem.code;
};

describe('what is pasted', () => {
  it('reads GeoJSON: a geometry, a feature, a collection', () => {
    const geometry = { type: 'LineString', coordinates: line };
    const feature = { type: 'Feature', properties: {}, geometry };
    for (const value of [geometry, feature, { type: 'FeatureCollection', features: [feature] }]) {
      expect(positionsOf(JSON.stringify(value))).toEqual(line);
    }
    const ring = [...line, line[0]];
    expect(positionsOf(JSON.stringify({ type: 'Polygon', coordinates: [ring] }), 3)).toEqual(line);
    expect(positionsOf(JSON.stringify({ type: 'MultiPolygon', coordinates: [[ring]] }), 3)).toEqual(line);
  });

  it('reads WKT, with an SRID and heights too', () => {
    const pairs = line.map((pair) => pair.join(' ')).join(', ');
    expect(positionsOf(`LINESTRING (${pairs})`)).toEqual(line);
    expect(positionsOf(`SRID=4326;LineString Z(${line.map((pair) => `${pair.join(' ')} 3`).join(',')})`)).toEqual(line);
    expect(positionsOf(`POLYGON ((${pairs}, 105.788 19.97))`, 3)).toEqual(line);
  });

  it('reads a point a line, latitude first, with a comma or a point in the figures', () => {
    expect(positionsOf('19.97, 105.788\n19.971 105.789\n19.972;105.79'.replace(';', '\t'))).toEqual(line);
    expect(positionsOf('19,97 105,788\n19,971 105,789')).toEqual(line.slice(0, 2));
    expect(positionsOf('105.788, 19.97\n105.789, 19.971')).toEqual(line.slice(0, 2));
  });

  it.each([
    ['', 'not-understood'],
    ['xin chào', 'not-understood'],
    ['{"type":', 'not-understood'],
    ['{"type":"Feature","geometry":null}', 'no-shape'],
    ['{"type":"LineString","coordinates":[["a","b"]]}', 'not-understood'],
    ['LINESTRING (105 19, 106', 'not-understood'],
    ['CIRCULARSTRING (1 1, 2 2, 3 3)', 'no-shape'],
    ['19.97, 105.788', 'too-few'],
    ['{"type":"LineString","coordinates":[[1,2],[1,86]]}', 'out-of-range'],
    ['{"type":"LineString","coordinates":[[1,2],[1e999,2]]}', 'out-of-range'],
  ])('%s is refused as %s', (text, code) => {
    expect(positionsOf(text)).toBe(code);
  });

  it('more positions than a shape may have are refused with their count', () => {
    const coordinates = Array.from({ length: mostPastedPositions + 1 }, (_, i) => [105 + i / 1e6, 19]);
    const read = readPastedShape(JSON.stringify({ type: 'LineString', coordinates }), 2);
    expect(read).toEqual({ problem: { code: 'too-many', params: { count: 5001, most: 5000 } } });
    expect(positionsOf(JSON.stringify({ type: 'LineString', coordinates: coordinates.slice(1) }))).toHaveLength(5000);
    expect(positionsOf('x'.repeat(3_000_000))).toBe('too-many');
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((inside) => `POLYGON((${inside}))`),
        ),
        (text) => {
          const read = readPastedShape(text, 2);
          expect('positions' in read || 'problem' in read).toBe(true);
        },
      ),
    );
  });
});
