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

  it('shortens our codes beside the commune and finds them again', () => {
    const [lng, lat] = [105.7859, 20.0144];
    const code = encodePlusCode([105.788, 19.97], 11);
    const short = published.shorten(code, lat, lng);
    expect(isShortPlusCode(short)).toBe(true);
    expect(published.isShort(short)).toBe(true);
    expect(published.recoverNearest(short, lat, lng)).toBe(code);
  });
});
