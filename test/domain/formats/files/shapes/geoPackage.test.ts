/** The bytes in which GeoPackages keep shapes, held against a writer of the tests. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileShape } from '../../../../../domain/formats/files/fileShape.ts';
import { sourceOf } from '../../../../../domain/formats/files/pieces.ts';
import { defaultReadLimits } from '../../../../../domain/formats/files/readLimits.ts';
import { shapeOfGeoPackage } from '../../../../../domain/formats/files/shapes/geoPackageBinary.ts';
import { NoWkb } from '../../../../../domain/formats/files/shapes/wkb.ts';
import { aPoint, faultOf, formatOf, ringAt, squareAt } from './filesOfShapes.ts';
import { geoPackageBinary, headOf, manyOf, plainWay, wkbLine, wkbOf, type WkbWay } from './wkbWriter.ts';

const read = (wkb: Uint8Array, limits = {}) =>
  shapeOfGeoPackage(geoPackageBinary(wkb), { ...defaultReadLimits, ...limits });

/** Why bytes are no shape. */
function codeOf(bytes: Uint8Array, limits = {}): string {
  try {
    shapeOfGeoPackage(bytes, { ...defaultReadLimits, ...limits });
  } catch (error) {
    if (error instanceof NoWkb) return error.code;
    throw error;
  }
  return 'read';
}

const position = fc.tuple(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const list = <T>(item: fc.Arbitrary<T>, least: number) => fc.array(item, { minLength: least, maxLength: 6 });
const line = list(position, 2);
const area = list(list(position, 1), 1);
const shape: fc.Arbitrary<FileShape> = fc.oneof(
  position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
  list(position, 2).map((coordinates) => ({ type: 'MultiPoint' as const, coordinates })),
  line.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
  list(line, 2).map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
  area.map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
  list(area, 2).map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
);
const way: fc.Arbitrary<WkbWay> = fc.record({
  isLittle: fc.boolean(),
  hasHeights: fc.boolean(),
  hasMeasures: fc.boolean(),
  kinds: fc.constantFrom('iso' as const, 'bits' as const, 'bits with system' as const),
});
const header = fc.record({ envelope: fc.integer({ min: 0, max: 4 }), isLittle: fc.boolean() });

describe('shapes of a GeoPackage', () => {
  it('are read in either byte order, with every box, heights and measures left out', () => {
    fc.assert(
      fc.property(shape, way, header, (given, written, box) => {
        const bytes = geoPackageBinary(wkbOf(given, written), box);
        expect(shapeOfGeoPackage(bytes, defaultReadLimits)).toEqual({ geometry: given, isPartial: false });
      }),
    );
  });

  it('cut off anywhere are broken', () => {
    fc.assert(
      fc.property(
        shape,
        way,
        header,
        fc.double({ min: 0, max: 1, maxExcluded: true }),
        (given, written, box, share) => {
          const bytes = geoPackageBinary(wkbOf(given, written), box);
          expect(codeOf(bytes.subarray(0, Math.floor(share * bytes.length)))).toBe('broken');
        },
      ),
    );
  });

  it('of whatever bytes are read or refused, and nothing else happens', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (wkb) => {
        expect(['read', 'broken', 'too-deep', 'too-many-vertices']).toContain(codeOf(geoPackageBinary(wkb)));
      }),
    );
    fc.assert(
      fc.property(shape, way, fc.nat(), fc.nat(255), (given, written, at, byte) => {
        const bytes = geoPackageBinary(wkbOf(given, written));
        bytes[at % bytes.length] = byte;
        expect(['read', 'broken', 'too-deep', 'too-many-vertices']).toContain(codeOf(bytes));
      }),
    );
  });

  it('have a header that is believed in no count', () => {
    const point = wkbOf(aPoint(105.79, 20.01));
    expect(codeOf(geoPackageBinary(point, { envelope: 5 }))).toBe('broken');
    expect(codeOf(new Uint8Array(40))).toBe('broken');
    const later = geoPackageBinary(point);
    later[2] = 1;
    expect(codeOf(later)).toBe('broken');
    expect(codeOf(geoPackageBinary(point))).toBe('read');
    for (const kind of [2, 3, 4, 5, 6, 7]) {
      expect(codeOf(geoPackageBinary(headOf(kind, plainWay).whole(0xffffffff).bytes))).toBe('broken');
    }
    for (const kind of [0, 13, 14, 18, 4001]) {
      expect(codeOf(geoPackageBinary(headOf(kind, plainWay).whole(0).bytes))).toBe('broken');
    }
  });

  it('that are empty are none: by the mark, by numbers that are none, by nothing in them', () => {
    const none = { geometry: null, isPartial: false };
    const nowhere = wkbOf({ type: 'Point', coordinates: [NaN, NaN] });
    expect(read(nowhere)).toEqual(none);
    expect(shapeOfGeoPackage(geoPackageBinary(nowhere, { flags: 0x10 }), defaultReadLimits)).toEqual(none);
    for (const kind of [2, 3, 4, 5, 6, 7]) expect(read(headOf(kind, plainWay).whole(0).bytes)).toEqual(none);
    expect(read(wkbOf({ type: 'Point', coordinates: [105.79, NaN] })).geometry).toEqual({
      type: 'Point',
      coordinates: [105.79, NaN],
    });
  });

  it('of one part in many are that part', () => {
    const square = squareAt(105.79, 20.01);
    expect(read(manyOf(6, [wkbOf(square)]))).toEqual({ geometry: square, isPartial: false });
    expect(read(manyOf(4, [wkbOf(aPoint(105.79, 20.01))]))).toEqual({
      geometry: aPoint(105.79, 20.01),
      isPartial: false,
    });
  });

  it('of several kinds keep the areas, and it is said', () => {
    const square = squareAt(105.79, 20.01);
    const both = manyOf(7, [wkbOf(aPoint(105.79, 20.01)), manyOf(7, [wkbOf(square)])]);
    expect(read(both)).toEqual({ geometry: square, isPartial: true });
  });

  it('that are curves are left out, and straight ones among them kept', () => {
    const arc = wkbLine(ringAt(105.79, 20.01).slice(0, 3), 8);
    const straight = wkbLine(ringAt(105.79, 20.01));
    const left = { geometry: null, isPartial: true };
    expect(read(arc)).toEqual(left);
    expect(read(manyOf(9, [arc, straight]))).toEqual(left);
    expect(read(manyOf(10, [manyOf(9, [arc, straight]), straight]))).toEqual(left);
    const square = squareAt(105.79, 20.01);
    expect(read(manyOf(15, [wkbOf(square)]))).toEqual(left);
    expect(read(manyOf(12, [wkbOf(square)]))).toEqual({ geometry: square, isPartial: false });
    expect(read(manyOf(12, [manyOf(10, [arc]), wkbOf(square)]))).toEqual({ geometry: square, isPartial: true });
    expect(read(manyOf(11, [straight, arc]))).toMatchObject({ geometry: { type: 'LineString' }, isPartial: true });
  });

  it('hold within them only what they may', () => {
    const square = wkbOf(squareAt(105.79, 20.01));
    expect(codeOf(geoPackageBinary(manyOf(4, [square])))).toBe('broken');
    expect(codeOf(geoPackageBinary(manyOf(6, [manyOf(6, [square])])))).toBe('broken');
  });

  it('of a program of their own are left out', () => {
    const bytes = geoPackageBinary(new Uint8Array(9), { flags: 0x20 });
    expect(shapeOfGeoPackage(bytes, defaultReadLimits)).toEqual({ geometry: null, isPartial: true });
  });

  it('too deep or of too many vertices are refused before they take memory', () => {
    let nested = wkbOf(aPoint(105.79, 20.01));
    for (let depth = 0; depth < 5; depth += 1) nested = manyOf(7, [nested]);
    expect(codeOf(geoPackageBinary(nested), { depth: 4 })).toBe('too-deep');
    expect(codeOf(geoPackageBinary(nested), { depth: 5 })).toBe('read');
    const many = wkbOf({ type: 'MultiPoint', coordinates: ringAt(105.79, 20.01) });
    expect(codeOf(geoPackageBinary(many), { vertices: 4 })).toBe('too-many-vertices');
    expect(codeOf(geoPackageBinary(many), { vertices: 5 })).toBe('read');
  });
});

describe('a database of SQLite', () => {
  const head = new Uint8Array(4096);
  head.set(new TextEncoder().encode('SQLite format 3\0'));

  it('is taken for a GeoPackage whatever it is called, and no other file is', () => {
    const { recognises } = formatOf('geopackage');
    expect(recognises(head, 'nhà.csv')).toBe(true);
    expect(recognises(new TextEncoder().encode('SQLite format 3 là gì'), 'x.gpkg')).toBe(false);
    expect(recognises(new Uint8Array(), 'x.gpkg')).toBe(false);
  });

  it('is refused where no program of SQLite is at hand, and where it ends within its head', async () => {
    expect(await faultOf('geopackage', sourceOf('Nhà.gpkg', head))).toMatchObject({ code: 'cannot-be-read-here' });
    expect(await faultOf('geopackage', head.subarray(0, 99))).toMatchObject({ code: 'broken' });
  });
});
