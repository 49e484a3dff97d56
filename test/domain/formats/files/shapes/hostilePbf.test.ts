import { deflateSync } from 'node:zlib';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { faultOf, formatOf } from './filesOfShapes.ts';

describe('OSM PBF', () => {
  const blob = (claimed: number, data = new Uint8Array()) => {
    const type = strToU8('OSMHeader');
    const header = [0x0a, type.length, ...type, 0x18, ...varint(claimed)];
    return new Uint8Array([0, 0, 0, header.length, ...header, ...data]);
  };
  const varint = (value: number): number[] =>
    value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];

  it('that claims 2 GB, or is cut, or unpacks to more than a block may be, is refused', async () => {
    expect(formatOf('osm-pbf').recognises(blob(0, new Uint8Array(10)), 'x')).toBe(true);
    expect(await faultOf('osm-pbf', blob(2 ** 31 - 1))).toMatchObject({
      code: 'broken',
      params: { claimed: 2 ** 31 - 1 },
    });
    expect(await faultOf('osm-pbf', new Uint8Array([0, 0]))).toMatchObject({ code: 'broken' });
    expect(await faultOf('osm-pbf', new Uint8Array([0xff, 0xff, 0xff, 0xff, 0]))).toMatchObject({ code: 'broken' });
    const packed = deflateSync(new Uint8Array(40_000_000));
    const inside = new Uint8Array([0x1a, ...varint(packed.length), ...packed]);
    const data = new Uint8Array([
      0,
      0,
      0,
      9 + 1 + varint(inside.length).length,
      0x0a,
      7,
      ...strToU8('OSMData'),
      0x18,
      ...varint(inside.length),
      ...inside,
    ]);
    expect(await faultOf('osm-pbf', data)).toMatchObject({ code: 'unpacks-too-large' });
  });
});
