/** The published library encodes in floating degrees and errs (ANCHORS); what it does right, reading codes, it must read as ours. */
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodePlusCode,
  encodePlusCode,
  isFullPlusCode,
  isShortPlusCode,
} from '../../../domain/addressing/plusCode.ts';
import { recoverPlusCode, shortenPlusCode } from '../../../domain/addressing/shortPlusCode.ts';

interface CodeArea {
  readonly latitudeLo: number;
  readonly latitudeHi: number;
  readonly longitudeLo: number;
  readonly longitudeHi: number;
}
interface PublishedLibrary {
  isFull(code: string): boolean;
  isShort(code: string): boolean;
  decode(code: string): CodeArea;
  shorten(code: string, lat: number, lng: number): string;
  recoverNearest(code: string, lat: number, lng: number): string;
}
const { OpenLocationCode } = createRequire(import.meta.url)('open-location-code') as {
  readonly OpenLocationCode: new () => PublishedLibrary;
};
const published = new OpenLocationCode();

const degrees = (from: number, to: number) =>
  fc.integer({ min: from * 1e7, max: to * 1e7 }).map((units) => units / 1e7);

describe('the published open-location-code library', () => {
  it('reads our codes as the cells we mean, anywhere in Vietnam', () => {
    fc.assert(
      fc.property(degrees(102, 110), degrees(8, 24), fc.constantFrom(10, 11, 12), (lng, lat, digits) => {
        const code = encodePlusCode([lng, lat], digits);
        const ours = decodePlusCode(code)!;
        const theirs = published.decode(code);
        expect(published.isFull(code)).toBe(isFullPlusCode(code));
        expect(theirs.latitudeLo).toBeCloseTo(ours.south, 9);
        expect(theirs.latitudeHi).toBeCloseTo(ours.north, 9);
        expect(theirs.longitudeLo).toBeCloseTo(ours.west, 9);
        expect(theirs.longitudeHi).toBeCloseTo(ours.east, 9);
      }),
    );
  });

  it('shortens our codes beside any place of the commune as we do; ours finds all of them again', () => {
    fc.assert(
      fc.property(
        degrees(105.7, 105.9),
        degrees(19.9, 20.1),
        degrees(105.7, 105.9),
        degrees(19.9, 20.1),
        (...given) => {
          const [lng, lat, referenceLng, referenceLat] = given;
          const code = encodePlusCode([lng, lat], 11);
          const short = shortenPlusCode(code, [referenceLng, referenceLat])!;
          expect(isShortPlusCode(short)).toBe(true);
          expect(published.isShort(short)).toBe(true);
          expect(published.shorten(code, referenceLat, referenceLng)).toBe(short);
          expect(recoverPlusCode(short, [referenceLng, referenceLat])).toBe(code);
        },
      ),
    );
  });

  it('finds another place for four short codes of 10,000: the other reason why ours is used', () => {
    const [code, short] = ['7PF7WQ84+QFH', '84+QFH'];
    const reference = [105.7453335, 19.9182119] as const;
    expect(shortenPlusCode(code, reference)).toBe(short);
    expect(recoverPlusCode(short, reference)).toBe(code);
    // A cell further west, farther from the reference than the right one.
    expect(published.recoverNearest(short, reference[1], reference[0])).toBe('7PF7WP84+QFH');
  });

  it('leaves the world near a pole, where ours does not: a reason why ours is used', () => {
    const short = encodePlusCode([0.5, 89.001], 10).slice(4);
    expect(recoverPlusCode(short, [0.5, 89.6])).toBe(encodePlusCode([0.5, 89.001], 10));
    expect(published.recoverNearest(short, 89.6, 0.5)).not.toBe(recoverPlusCode(short, [0.5, 89.6]));
  });
});
