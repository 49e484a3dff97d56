/** The official Open Location Code vectors; they are not ours to ship: a command of its own (`npm run test:real`). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  decodePlusCode,
  encodeInteger,
  encodePlusCode,
  isFullPlusCode,
  isShortPlusCode,
  isValidPlusCode,
} from '../../../domain/addressing/plusCode.ts';
import { recoverPlusCode, shortenPlusCode } from '../../../domain/addressing/shortPlusCode.ts';

const folder = join(process.env.REAL_DATA ?? '../shared/data', 'open-location-code');

const rowsOf = (file: string): string[][] =>
  readFileSync(join(folder, file), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(','));

describe('official Open Location Code vectors', () => {
  it('encoding.csv: all from integers, and from degrees where they have seven decimals', () => {
    const rows = rowsOf('encoding.csv');
    expect(rows.length).toBeGreaterThan(300);
    let fromDegrees = 0;
    for (const [latDegrees, lngDegrees, lat, lng, digits, code] of rows) {
      if (code === '') expect(() => encodeInteger(Number(lat), Number(lng), Number(digits))).toThrow(RangeError);
      else expect(encodeInteger(Number(lat), Number(lng), Number(digits))).toBe(code);
      const short = [latDegrees!, lngDegrees!].every((text) => /^-?\d+(\.\d{1,7})?$/.test(text));
      if (short && ['10', '11', '12'].includes(digits!)) {
        expect(encodePlusCode([Number(lngDegrees), Number(latDegrees)], Number(digits) as 10 | 11 | 12)).toBe(code);
        fromDegrees += 1;
      }
    }
    expect(fromDegrees).toBeGreaterThan(50);
  });

  it('decoding.csv: every corner', () => {
    for (const [code, length, latLo, lngLo, latHi, lngHi] of rowsOf('decoding.csv')) {
      const cell = decodePlusCode(code!)!;
      expect(cell.digits).toBe(Number(length));
      expect(cell.south).toBeCloseTo(Number(latLo), 9);
      expect(cell.west).toBeCloseTo(Number(lngLo), 9);
      expect(cell.north).toBeCloseTo(Number(latHi), 9);
      expect(cell.east).toBeCloseTo(Number(lngHi), 9);
    }
  });

  it('validityTests.csv: valid, short, full', () => {
    for (const [code, valid, short, full] of rowsOf('validityTests.csv')) {
      expect([code, isValidPlusCode(code!), isShortPlusCode(code!), isFullPlusCode(code!)].map(String)).toEqual([
        code,
        valid,
        short,
        full,
      ]);
    }
  });

  it('shortCodeTests.csv: shortened and recovered, near poles too', () => {
    const rows = rowsOf('shortCodeTests.csv');
    const counted = { shortened: 0, recovered: 0 };
    for (const [full, lat, lng, short, kind] of rows) {
      const reference = [Number(lng), Number(lat)] as const;
      if (kind === 'S' || kind === 'B') {
        expect([full, lat, lng, shortenPlusCode(full!, reference)]).toEqual([full, lat, lng, short]);
        counted.shortened += 1;
      }
      if (kind === 'R' || kind === 'B') {
        expect([short, lat, lng, recoverPlusCode(short!, reference)]).toEqual([short, lat, lng, full]);
        counted.recovered += 1;
      }
    }
    expect(counted.shortened).toBeGreaterThan(10);
    expect(counted.recovered).toBeGreaterThan(15);
  });
});
