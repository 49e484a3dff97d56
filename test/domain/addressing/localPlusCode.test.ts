import { describe, expect, it } from 'vitest';
import { communePointOf, localPlusCode } from '../../../domain/addressing/localPlusCode.ts';
import { encodePlusCode } from '../../../domain/addressing/plusCode.ts';
import { recoverPlusCode } from '../../../domain/addressing/shortPlusCode.ts';
import { distanceMeters } from '../../../domain/geometry/localFrame.ts';
import { aVillage, at } from '../builders.ts';

const tongSon = aVillage({ communePoint: [105.7859, 20.0144] });
const code = encodePlusCode(at(10, 20), 11);

describe('the short code beside the name of the commune', () => {
  it('leaves out four digits and names the commune as it is now', () => {
    expect(localPlusCode(tongSon, code, 'vi')).toBe(`${code.slice(4)}, xã Tống Sơn`);
    expect(localPlusCode(tongSon, code, 'en')).toBe(`${code.slice(4)}, Tống Sơn Commune`);
    expect(localPlusCode({ ...tongSon, currentUnits: [] }, code, 'vi')).toBe(`${code.slice(4)}, thôn Thử`);
  });

  it('leads back to the code from wherever in the commune, or far beyond, it is looked up', () => {
    const [short] = localPlusCode(tongSon, code, 'vi')!.split(',');
    for (const from of [tongSon.communePoint!, at(0, 0), at(9000, -9000), at(-30_000, 20_000)]) {
      expect(recoverPlusCode(short!, from)).toBe(code);
    }
  });

  it('is not given where the point of the commune lies too far from the house', () => {
    expect(localPlusCode({ ...tongSon, communePoint: [106.2, 20.0144] }, code, 'vi')).toBeNull();
    expect(localPlusCode(tongSon, 'XQCQ+2RX', 'vi')).toBeNull();
  });

  it('is counted from the middle of the village while nobody has shown the commune’s point', () => {
    const middle = communePointOf({ ...tongSon, communePoint: null });
    expect(distanceMeters(middle, at(0, 0))).toBeLessThan(0.1);
    expect(localPlusCode({ ...tongSon, communePoint: null }, code, 'vi')).toBe(`${code.slice(4)}, xã Tống Sơn`);
  });
});
