/** Comparing what two engines made of the same places: by hash, and where that differs, place by place. */
import { createHash } from 'node:crypto';
import { codeLength } from './codesOfPlaces.ts';
import { randomPlaces } from './randomPlaces.ts';

export const hashOf = (codes: string): string => createHash('sha256').update(codes).digest('hex');

const codeOf = (codes: string, place: number): string =>
  codes.slice(place * codeLength, (place + 1) * codeLength) || 'no code';

/** The numbers of the places whose codes differ, a missing one included. */
export function differingPlaces(count: number, expected: string, found: string): number[] {
  if (expected.length !== count * codeLength) throw new Error(`${count} codes are expected to compare with`);
  if (hashOf(expected) === hashOf(found)) return [];
  const differing: number[] = [];
  for (let place = 0; place < count; place += 1) {
    if (codeOf(expected, place) !== codeOf(found, place)) differing.push(place);
  }
  if (differing.length === 0) throw new Error(`${found.length - expected.length} characters too many`);
  return differing;
}

/** In words: where it is and what each made of it. */
export function difference(seed: number, place: number, expected: string, found: string): string {
  const places = randomPlaces(seed, place + 1);
  const [lng, lat] = [places[place * 2]! / 1e7, places[place * 2 + 1]! / 1e7];
  return `place ${place} [${lng}, ${lat}]: ${codeOf(expected, place)}, but ${codeOf(found, place)}`;
}
