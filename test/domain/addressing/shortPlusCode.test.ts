import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePlusCode, encodePlusCode, isShortPlusCode } from '../../../domain/addressing/plusCode.ts';
import { recoverPlusCode, shortenPlusCode } from '../../../domain/addressing/shortPlusCode.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';

/** Near the middle of the commune of the case (RULES §4), and a house in its south-west corner. */
const commune: Position = [105.7859, 20.0144];
const house: Position = [105.7636432, 19.9654321];
const code = encodePlusCode(house, 11);

describe('a short code beside the name of the commune', () => {
  it('leaves out the four digits that the commune tells, though 20° N, an edge of their area, lies between', () => {
    expect(code).toBe('7PF7XQ87+5FC');
    expect(shortenPlusCode(code, commune)).toBe('XQ87+5FC');
    expect(recoverPlusCode('XQ87+5FC', commune)).toBe(code);
    expect(recoverPlusCode('xq87+5fc', commune)).toBe(code);
  });

  it('leaves out six or eight when the reference is as near as that', () => {
    const { center } = decodePlusCode(code)!;
    const beside = (degrees: number): Position => [center[0] + degrees, center[1] - degrees];
    const lengths = [0.0007, 0.0008, 0.0149, 0.0151, 0.29, 0.31].map(
      (degrees) => shortenPlusCode(code, beside(degrees))!.length,
    );
    expect(lengths).toEqual([4, 6, 6, 8, 8, 12]);
  });

  it('finds the cell across the edge of the area when that is the nearer one', () => {
    // 20° N and 105.75° E are edges of areas of four and of six digits.
    const north = encodePlusCode([105.7501, 20.0001], 11);
    const south = encodePlusCode([105.7499, 19.9999], 11);
    expect(north.slice(0, 4)).not.toBe(south.slice(0, 4));
    for (const removed of [4, 6, 8]) {
      expect(recoverPlusCode(north.slice(removed), [105.7499, 19.9999])).toBe(north);
      expect(recoverPlusCode(south.slice(removed), [105.7501, 20.0001])).toBe(south);
    }
  });

  it('comes back from any place within half the area left out, and is refused where it would not', () => {
    const degrees = (from: number, to: number) =>
      fc.integer({ min: from * 1e7, max: to * 1e7 }).map((units) => units / 1e7);
    const share = fc.integer({ min: -499, max: 499 }).map((n) => n / 1000);
    fc.assert(
      fc.property(
        fc.tuple(degrees(102, 110), degrees(8, 24)),
        fc.constantFrom(10 as const, 11 as const, 12 as const),
        fc.constantFrom([4, 1] as const, [6, 0.05] as const, [8, 0.0025] as const),
        fc.tuple(share, share),
        ([lng, lat], digits, [removed, area], [east, north]) => {
          const full = encodePlusCode([lng, lat], digits);
          const { center } = decodePlusCode(full)!;
          const reference: Position = [center[0] + east * area, center[1] + north * area];
          expect(recoverPlusCode(full.slice(removed), reference)).toBe(full);
          const short = shortenPlusCode(full, reference)!;
          expect(full.endsWith(short)).toBe(true);
          expect(recoverPlusCode(short, reference)).toBe(full);
          // Within three tenths as many digits go, and no fewer.
          if (Math.max(Math.abs(east), Math.abs(north)) < 0.299) {
            expect(full.length - short.length).toBeGreaterThanOrEqual(removed);
            expect(isShortPlusCode(short)).toBe(true);
          }
        },
      ),
    );
  });

  it('does not leave the world at a pole, and goes on beyond 180°', () => {
    // Farther north than 90° there is no cell: the one in the pole's own area is meant.
    expect(recoverPlusCode('2222+22', [0, 89.6])).toBe('CFX22222+22');
    expect(recoverPlusCode('XXXXXX+XX', [0, -81])).toBe('2CXXXXXX+XX');
    const east = encodePlusCode([179.9999, 10.0001], 11);
    const west = encodePlusCode([-179.9999, 10.0001], 11);
    for (const removed of [4, 6, 8]) {
      expect(recoverPlusCode(east.slice(removed), [-179.9999, 10.0001])).toBe(east);
      expect(recoverPlusCode(west.slice(removed), [179.9999, 10.0001])).toBe(west);
    }
    // 180° east is 180° west.
    expect(recoverPlusCode(west.slice(4), [180, 10.0001])).toBe(west);
  });

  it('of what is no code there is none', () => {
    for (const bad of ['', '+', '1234+56', '7PF7XQ87+5', 'XQ87+5FC']) {
      expect(shortenPlusCode(bad, commune)).toBeNull();
    }
    expect(shortenPlusCode('7PF70000+', commune)).toBeNull();
    for (const bad of ['', '+', 'XQ8+5F2', 'XQ87+5', '7PF7XQ871+5F']) expect(recoverPlusCode(bad, commune)).toBeNull();
    expect(recoverPlusCode(code.toLowerCase(), commune)).toBe(code);
    expect(recoverPlusCode('7PF70000+', commune)).toBe('7PF70000+');
  });
});
