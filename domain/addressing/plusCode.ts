/** Open Location Codes (Plus Codes) by whole-number arithmetic: exact, the same in every engine (ANCHORS). */
import { toUnits } from '../geometry/rounding.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';

const alphabet = '23456789CFGHJMPQRVWX';
const longest = 15;
/** Finest cells a degree: 1/25,000,000 degree of latitude, 1/8,192,000 of longitude (15 digits). */
export const latUnits = 25_000_000;
export const lngUnits = 8_192_000;
/** A cell of 10 digits is divided into 5^5 rows and 4^5 columns of finest cells. */
const gridRows = 3125;
const gridColumns = 1024;

/**
 * The code of a position with at most 7 decimals, as stored. Degrees become whole 1e-7 units first, so no
 * product of fractions can push a point over a cell's edge. The database has the same function (`plus_code`).
 */
export function encodePlusCode([lng, lat]: Position, digits: 10 | 11 | 12): string {
  return encodeInteger(Math.floor(((toUnits(lat) + 900_000_000) * 5) / 2), lngInteger(toUnits(lng)), digits);
}

/** 1e-7 degrees east of -180 → 1/8,192,000 degrees. The product stays below 2^53. */
const lngInteger = (units: number): number => Math.floor(((units + 1_800_000_000) * 8192) / 10_000);

/** The letters of digits as character codes: a code made of numbers at once is one text, not eight. */
const letters = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0));
const plus = '+'.charCodeAt(0);

/** `place`: what one step of this digit is worth in cells of 10 digits. */
const letterAt = (cell: number, place: number): number => letters[((cell / place) | 0) % 20]!;

/** What one step of a digit of the grid is worth, in finest rows and columns. */
const gridPlaces = [
  [625, 256],
  [125, 64],
  [25, 16],
  [5, 4],
  [1, 1],
] as const;

/**
 * The code of whole numbers counted from the south pole and from 180° west, in the finest cells. The official
 * algorithm in full: 2 to 15 digits, even below 10; more are cut to 15, as it has it.
 * @throws RangeError on another length
 */
export function encodeInteger(latInteger: number, lngInteger: number, digits: number): string {
  if (!Number.isInteger(digits) || digits < 2 || (digits < 10 && digits % 2 === 1)) {
    throw new RangeError(`no Plus Code has ${digits} digits`);
  }
  const lat = Math.min(Math.max(latInteger, 0), 180 * latUnits - 1);
  const lng = ((lngInteger % (360 * lngUnits)) + 360 * lngUnits) % (360 * lngUnits);
  const row = Math.floor(lat / gridRows);
  const column = Math.floor(lng / gridColumns);
  let code = String.fromCharCode(
    letterAt(row, 160_000),
    letterAt(column, 160_000),
    letterAt(row, 8_000),
    letterAt(column, 8_000),
    letterAt(row, 400),
    letterAt(column, 400),
    letterAt(row, 20),
    letterAt(column, 20),
    plus,
    letterAt(row, 1),
    letterAt(column, 1),
  );
  if (digits < 10) return `${code.slice(0, digits).padEnd(8, '0')}+`;
  const rowInCell = lat - row * gridRows;
  const columnInCell = lng - column * gridColumns;
  const end = Math.min(digits, longest);
  for (let digit = 10; digit < end; digit += 1) {
    const [rows, columns] = gridPlaces[digit - 10]!;
    code += alphabet[(((rowInCell / rows) | 0) % 5) * 4 + (((columnInCell / columns) | 0) % 4)]!;
  }
  return code;
}

/** The cell of a full code in the finest cells, counted as `encodeInteger` does. */
export interface IntegerCell {
  readonly south: number;
  readonly west: number;
  readonly height: number;
  readonly width: number;
  readonly digits: number;
}

/** Null if it is not a full code. Digits past the fifteenth are not looked at. */
export function integerCell(code: string): IntegerCell | null {
  if (!isFullPlusCode(code)) return null;
  const text = code.toUpperCase().replace('+', '').replace(/0+$/, '').slice(0, longest);
  let south = 0;
  let west = 0;
  let height = 400 * latUnits;
  let width = 400 * lngUnits;
  for (let i = 0; i < Math.min(text.length, 10); i += 2) {
    height /= 20;
    width /= 20;
    south += alphabet.indexOf(text[i]!) * height;
    west += alphabet.indexOf(text[i + 1]!) * width;
  }
  for (let i = 10; i < text.length; i += 1) {
    const digit = alphabet.indexOf(text[i]!);
    height /= 5;
    width /= 4;
    south += Math.floor(digit / 4) * height;
    west += (digit % 4) * width;
  }
  return { south, west, height, width, digits: text.length };
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

/** The cell of a full code, or null if it is not one. */
export function decodePlusCode(code: string): PlusCodeCell | null {
  const cell = integerCell(code);
  if (!cell) return null;
  const latitude = (units: number) => units / latUnits - 90;
  const longitude = (units: number) => units / lngUnits - 180;
  return {
    south: latitude(cell.south),
    west: longitude(cell.west),
    north: latitude(cell.south + cell.height),
    east: longitude(cell.west + cell.width),
    center: [longitude(cell.west + cell.width / 2), Math.min(latitude(cell.south + cell.height / 2), 90)],
    digits: cell.digits,
  };
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
