import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionsOfShape, type FileShape } from '../../../../../domain/formats/files/fileShape.ts';
import { defaultReadLimits } from '../../../../../domain/formats/files/readLimits.ts';
import { geoPackageBlob } from '../../../../../domain/formats/files/shapes/geoPackageBlob.ts';
import { shapeOfGeoPackage } from '../../../../../domain/formats/files/shapes/geoPackageBinary.ts';
import { wkbOf } from './wkbWriter.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Without -0, which is the same place. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const position = fc.tuple(number, number);
/** What has fewer is read as nothing. */
const positions = fc.array(position, { minLength: 2, maxLength: 6 });
const ring = fc.array(position, { minLength: 3, maxLength: 6 }).map((open) => [...open, open[0]!]);
const rings = fc.array(ring, { minLength: 1, maxLength: 3 });
const several = { minLength: 2, maxLength: 4 };
/** Those of one part come back as that part, so there are two of each kind of many. */
const anyShape: fc.Arbitrary<FileShape> = fc.oneof(
  position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
  positions.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
  rings.map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
  fc.array(position, several).map((coordinates) => ({ type: 'MultiPoint' as const, coordinates })),
  fc.array(positions, several).map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
  fc.array(rings, several).map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
);

describe('the bytes of a shape', () => {
  it('begin with GP, version, flags and system; a point has no box', () => {
    expect(hex(geoPackageBlob({ type: 'Point', coordinates: [1, 2] }, 4326))).toBe(
      '475000' + '01' + 'e6100000' + '01' + '01000000' + '000000000000f03f' + '0000000000000040',
    );
  });

  it('of anything else tell the box around it: west, east, south, north', () => {
    const line: FileShape = {
      type: 'LineString',
      coordinates: [
        [3, 1],
        [2, 5],
      ],
    };
    const bytes = geoPackageBlob(line, 4326);
    expect(hex(bytes.subarray(0, 8))).toBe('475000' + '03' + 'e6100000');
    const view = new DataView(bytes.buffer);
    expect([8, 16, 24, 32].map((at) => view.getFloat64(at, true))).toEqual([2, 3, 1, 5]);
    expect(hex(bytes.subarray(40))).toBe(hex(wkbOf(line)));
  });

  it.each([
    ['MultiPoint', 4],
    ['LineString', 2],
    ['Polygon', 3],
    ['MultiLineString', 5],
    ['MultiPolygon', 6],
  ] as const)('of a %s without positions say so, without a box', (type, kind) => {
    const bytes = geoPackageBlob({ type, coordinates: [] }, 4326);
    expect(hex(bytes)).toBe('475000' + '11' + 'e6100000' + '01' + `0${kind}000000` + '00000000');
    expect(shapeOfGeoPackage(bytes, defaultReadLimits)).toEqual({ geometry: null, isPartial: false });
  });

  it('are read back, whatever the shape, and are those of the standard', () => {
    fc.assert(
      fc.property(anyShape, (shape) => {
        const bytes = geoPackageBlob(shape, 4326);
        expect(shapeOfGeoPackage(bytes, defaultReadLimits)).toEqual({ geometry: shape, isPartial: false });
        expect(hex(bytes.subarray(shape.type === 'Point' ? 8 : 40))).toBe(hex(wkbOf(shape)));
        if (shape.type === 'Point') return;
        const view = new DataView(bytes.buffer);
        const [west, east, south, north] = [8, 16, 24, 32].map((at) => view.getFloat64(at, true)) as [
          ...[number, number, number, number],
        ];
        const all = positionsOfShape(shape);
        const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
        expect([west, east, south, north]).toEqual([
          ...[Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)],
        ]);
      }),
    );
  });
});
