/** Open Location Codes (Plus Codes) by whole-number arithmetic: exact, the same in every engine (ANCHORS). */
import { toUnits } from '../geometry/rounding.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';

const alphabet = '23456789CFGHJMPQRVWX';
const longest = 15;
/** The finest cells: 1/25,000,000 degree of latitude, 1/8,192,000 of longitude (15 digits). */
const latUnits = 25_000_000;
const lngUnits = 8_192_000;

/**
 * The code of a position with at most 7 decimals, as stored. Degrees become whole 1e-7 units first, so no
 * product of fractions can push a point over a cell's edge.
 */
export function encodePlusCode([lng, lat]: Position, digits: 10 | 11 | 12): string {
  return encodeInteger(Math.floor(((toUnits(lat) + 900_000_000) * 5) / 2), lngInteger(toUnits(lng)), digits);
}

/** 1e-7 degrees east of -180 → 1/8,192,000 degrees. The product stays below 2^53. */
const lngInteger = (units: number): number => Math.floor(((units + 1_800_000_000) * 8192) / 10_000);

/**
 * The code of whole numbers counted from the south pole and from 180° west, in the finest cells. The official
 * algorithm in full: 2 to 15 digits, even below 10. Throws on another length.
 */
export function encodeInteger(latInteger: number, lngInteger: number, digits: number): string {
  if (!Number.isInteger(digits) || digits < 2 || (digits < 10 && digits % 2 === 1)) {
    throw new RangeError(`no Plus Code has ${digits} digits`);
  }
  const length = Math.min(digits, longest);
  let lat = Math.min(Math.max(latInteger, 0), 180 * latUnits - 1);
  let lng = ((lngInteger % (360 * lngUnits)) + 360 * lngUnits) % (360 * lngUnits);
  let grid = '';
  for (let i = 0; i < 5; i += 1) {
    grid = alphabet[(lat % 5) * 4 + (lng % 4)]! + grid;
    lat = Math.floor(lat / 5);
    lng = Math.floor(lng / 4);
  }
  let pairs = '';
  for (let i = 0; i < 5; i += 1) {
    pairs = alphabet[lat % 20]! + alphabet[lng % 20]! + pairs;
    lat = Math.floor(lat / 20);
    lng = Math.floor(lng / 20);
  }
  if (length < 10) return `${pairs.slice(0, length).padEnd(8, '0')}+`;
  return `${pairs.slice(0, 8)}+${pairs.slice(8)}${grid.slice(0, length - 10)}`;
}

/** The cell of a code, in degrees. */
export interface PlusCodeCell {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly center: Position;
  readonly digits: number;
}

/** The cell of a full code, or null if it is not one. Digits past the fifteenth are not looked at. */
export function decodePlusCode(code: string): PlusCodeCell | null {
  if (!isFullPlusCode(code)) return null;
  const text = code.toUpperCase().replace('+', '').replace(/0+$/, '').slice(0, longest);
  let lat = 0;
  let lng = 0;
  let latStep = 400 * latUnits;
  let lngStep = 400 * lngUnits;
  for (let i = 0; i < Math.min(text.length, 10); i += 2) {
    latStep /= 20;
    lngStep /= 20;
    lat += alphabet.indexOf(text[i]!) * latStep;
    lng += alphabet.indexOf(text[i + 1]!) * lngStep;
  }
  for (let i = 10; i < text.length; i += 1) {
    const digit = alphabet.indexOf(text[i]!);
    latStep /= 5;
    lngStep /= 4;
    lat += Math.floor(digit / 4) * latStep;
    lng += (digit % 4) * lngStep;
  }
  const south = lat / latUnits - 90;
  const west = lng / lngUnits - 180;
  const north = (lat + latStep) / latUnits - 90;
  const east = (lng + lngStep) / lngUnits - 180;
  const center: Position = [(lng + lngStep / 2) / lngUnits - 180, Math.min((lat + latStep / 2) / latUnits - 90, 90)];
  return { south, west, north, east, center, digits: text.length };
}

/** A well-formed code, full or short, in either case of letters. */
export function isValidPlusCode(code: string): boolean {
  const match = /^([2-9CFGHJMPQRVWX]*)(0*)\+([2-9CFGHJMPQRVWX]*)$/i.exec(code);
  if (!match) return false;
  const [, digits = '', padding = '', after = ''] = match;
  const before = digits.length + padding.length;
  if (before > 8 || before % 2 === 1 || code.length === 1) return false;
  if (padding !== '') return before === 8 && padding.length % 2 === 0 && digits.length >= 2 && after === '';
  return after.length !== 1;
}

/** Without its first digits, to be read beside a place's name. */
export const isShortPlusCode = (code: string): boolean => isValidPlusCode(code) && code.indexOf('+') < 8;

/** Complete, and within the world: its first digits name a place up to 90° north and 180° east. */
export function isFullPlusCode(code: string): boolean {
  if (!isValidPlusCode(code) || isShortPlusCode(code)) return false;
  const upper = code.toUpperCase();
  return alphabet.indexOf(upper[0]!) * 20 < 180 && alphabet.indexOf(upper[1]!) * 20 < 360;
}

/** 11 digits; 12 where another house's standing address of the village lies in the same 11-digit cell. */
export function encodeForHouse(world: World, houseId: Id, entrance: Position): string {
  const code = encodePlusCode(entrance, 11);
  for (const address of world.address.values()) {
    if (address.houseId !== houseId && address.state !== 'retired' && address.plusCode.startsWith(code)) {
      return encodePlusCode(entrance, 12);
    }
  }
  return code;
}
