/** The short form of a Plus Code, read beside a place's name ("2Q6R+222, xã Tống Sơn"): the official algorithm, in whole numbers. */
import { toUnits } from '../geometry/rounding.ts';
import type { Position } from '../geometry/shapes.ts';
import {
  encodeInteger,
  encodePlusCode,
  integerCell,
  isShortPlusCode,
  latUnits,
  lngUnits,
  type IntegerCell,
} from './plusCode.ts';

/**
 * Parts of a degree in which 1e-7 degree (5120 parts), half of a finest row (1024) and half of a finest column
 * (3125) are all whole numbers: the middle of every cell, exactly, below 2^53.
 */
const partsPerDegree = 51_200_000_000;

/** The side of the area that the first digits of a code name, in degrees or parts: 2 digits 20°, 4 1°, 6 1/20°, 8 1/400°. */
const areaOf = (digits: number, perDegree: number): number => (perDegree * 400) / 20 ** (digits / 2);

/** Counted from the south pole and from 180° west, in parts of a degree. */
interface Place {
  readonly lat: number;
  readonly lng: number;
}

/** Finer than 1e-7 degree is rounded, as everywhere. */
const placeOf = ([lng, lat]: Position): Place => ({
  lat: (Math.min(Math.max(toUnits(lat), -900_000_000), 900_000_000) + 900_000_000) * 5120,
  lng: ((toUnits(lng) + 1_800_000_000) % 3_600_000_000) * 5120,
});

const middleOf = ({ south, west, height, width }: IntegerCell): Place => ({
  lat: (2 * south + height) * 1024,
  lng: (2 * west + width) * 3125,
});

/**
 * The code without the first 8, 6 or 4 digits that a person near the reference need not be told; the whole code where
 * it is too far for that. Null if it is not a full code of 8 digits or more. `recoverPlusCode` is the inverse, from
 * anywhere as near.
 */
export function shortenPlusCode(code: string, reference: Position): string | null {
  const cell = integerCell(code);
  if (!cell || code.includes('0')) return null;
  const from = placeOf(reference);
  const middle = middleOf(cell);
  const away = Math.max(Math.abs(middle.lat - from.lat), Math.abs(middle.lng - from.lng));
  // Half of the area would be enough to be the nearest; three tenths leave room for another idea of where the place is.
  const spared = [8, 6, 4].find((digits) => away * 10 < areaOf(digits, partsPerDegree) * 3) ?? 0;
  return code.toUpperCase().slice(spared);
}

/** The full code nearest to the reference that ends like the short one; a full code is itself. Null if it is neither. */
export function recoverPlusCode(code: string, reference: Position): string | null {
  if (!isShortPlusCode(code)) return integerCell(code) && code.toUpperCase();
  const missing = 8 - code.indexOf('+');
  const here = integerCell(encodePlusCode(reference, 10).slice(0, missing) + code);
  if (!here) return null;
  const area = areaOf(missing, partsPerDegree);
  const from = placeOf(reference);
  const middle = middleOf(here);
  const northward = stepTowards(from.lat, middle.lat, area);
  // No cell lies beyond a pole; beyond 180° the codes go on at the other end.
  const lands = middle.lat + northward * area;
  const rows = lands >= 0 && lands <= 180 * partsPerDegree ? northward : 0;
  const columns = stepTowards(from.lng, middle.lng, area);
  return encodeInteger(
    here.south + rows * areaOf(missing, latUnits),
    here.west + columns * areaOf(missing, lngUnits),
    here.digits,
  );
}

/** -1, 0 or 1 areas bring the middle within half an area of the reference. */
function stepTowards(reference: number, middle: number, area: number): -1 | 0 | 1 {
  if (reference + area / 2 < middle) return -1;
  return reference - area / 2 > middle ? 1 : 0;
}
