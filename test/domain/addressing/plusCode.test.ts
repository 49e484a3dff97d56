import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodePlusCode,
  encodeForHouse,
  encodeInteger,
  encodePlusCode,
  isFullPlusCode,
  isShortPlusCode,
  isValidPlusCode,
} from '../../../domain/addressing/plusCode.ts';
import { aHouse, anAddress, aRoad, at, aWorld } from '../builders.ts';

describe('Plus Codes', () => {
  it('encode known places', () => {
    expect(encodePlusCode([2.7821875, 20.3700625], 10)).toBe('7FG49QCJ+2V');
    expect(encodeInteger(2759252812, 1497352064, 11)).toBe('7FG49QCJ+2VX');
    expect(encodeInteger(2759252837, 1497352071, 13)).toBe('7FG49QCJ+2VXGJ');
    // The standard has fifteen digits at most.
    expect(encodeInteger(2759252837, 1497352071, 40)).toBe(encodeInteger(2759252837, 1497352071, 15));
    expect(encodeInteger(2759252837, 1497352071, 15)).toHaveLength(16);
    expect(encodeInteger(0, 0, 4)).toBe('22220000+');
    expect(() => encodeInteger(0, 0, 9)).toThrow(RangeError);
  });

  it('are exact at the edges of cells, where fractions are not', () => {
    // Every corner of the 10-digit grid belongs to the cell north-east of it.
    for (let i = 0; i < 2000; i += 1) {
      const position = [105.7 + i / 8000, 19.9 + i / 8000] as const;
      const cell = decodePlusCode(encodePlusCode(position, 11))!;
      expect(Math.abs(cell.south - position[1])).toBeLessThan(1e-7);
      expect(Math.abs(cell.west - position[0])).toBeLessThan(1e-7);
    }
  });

  it('come back to a cell that holds the position, at 11 and 12 digits', () => {
    const degrees = (from: number, to: number) =>
      fc.integer({ min: from * 1e7, max: to * 1e7 }).map((units) => units / 1e7);
    fc.assert(
      fc.property(degrees(102, 110), degrees(8, 24), fc.constantFrom(10, 11, 12), (lng, lat, digits) => {
        const code = encodePlusCode([lng, lat], digits);
        expect(isFullPlusCode(code)).toBe(true);
        const cell = decodePlusCode(code)!;
        expect(cell.digits).toBe(digits);
        const slack = 1e-9;
        expect(cell.south - slack <= lat && lat < cell.north + slack).toBe(true);
        expect(cell.west - slack <= lng && lng < cell.east + slack).toBe(true);
        expect(encodePlusCode([lng, lat], 12).startsWith(encodePlusCode([lng, lat], 11))).toBe(true);
      }),
    );
  });

  it('are told valid, full, short or neither', () => {
    expect(isValidPlusCode('7PG7XQCQ+222')).toBe(true);
    expect(isFullPlusCode('7PG7XQCQ+222')).toBe(true);
    expect(isShortPlusCode('XQCQ+222')).toBe(true);
    for (const bad of ['', '+', '7PG7XQCQ', '7PG7XQCQ+2', '7PG7XQC1+22', '7PG7XQ00+22', 'WC2300+']) {
      expect(isValidPlusCode(bad)).toBe(false);
    }
    expect(decodePlusCode('XQCQ+222')).toBeNull();
  });

  it("get a twelfth digit beside another house's address in the same cell", () => {
    const road = aRoad(at(0, 100), at(0, -100));
    const house = aHouse(at(5, 0));
    const other = aHouse(at(5, 0));
    const code = encodePlusCode(house.entrance, 11);
    const address = anAddress(other, road, { plusCode: code });
    expect(encodeForHouse(aWorld(road, house), house.id, house.entrance)).toBe(code);
    expect(encodeForHouse(aWorld(road, house, other, address), house.id, house.entrance)).toHaveLength(13);
    expect(encodeForHouse(aWorld(road, house, other, address), other.id, other.entrance)).toBe(code);
  });
});
