/** Numbers people choose by hand: read, laid out along a row, and what is odd about them. */
import type { Side } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';
import { parseGroupNumber } from './groupNumber.ts';
import { placeOnRoad } from './housePlace.ts';
import { lettersToGive } from './letters.ts';
import { formatNumber, parseNumber, type HouseNumberParts } from './number.ts';
import { countsInOneSeries } from './oneSeries.ts';
import { profileOf } from './profile.ts';
import { restingAddresses } from './restingNumbers.ts';
import { warn, type Warning } from './warning.ts';

/** As stored: capitals, no spaces ("12 a" → 12A); null when it is no number of a house. */
export function readHandNumber(typed: string): string | null {
  const text = typed.normalize('NFC').replace(/\s+/g, '').toLocaleUpperCase('vi');
  if (parseNumber(text)) return text;
  const group = parseGroupNumber(text);
  return group && parseNumber(group.number) ? text : null;
}

/**
 * `count` numbers from one to another, both included: 5 to 11 in four is 5, 7, 9, 11; 12A to 12D in four 12A, 12B, 12C,
 * 12D; 12 to 12C in four 12, 12A, 12B, 12C (a house divided among owners, RULES R7). Null when they do not fit.
 */
export function rowNumbers(from: string, to: string, count: number, skipDStroke = false): readonly string[] | null {
  const [first, last] = [parseNumber(readHandNumber(from) ?? ''), parseNumber(readHandNumber(to) ?? '')];
  if (!first || !last || count < 1) return null;
  if (count === 1) return formatNumber(first) === formatNumber(last) ? [formatNumber(first)] : null;
  if (!first.suffix && !last.suffix) {
    const step = (last.base - first.base) / (count - 1);
    if (!Number.isInteger(step) || step === 0) return null;
    return Array.from({ length: count }, (_, index) => String(first.base + index * step));
  }
  const suffix = last.suffix ?? first.suffix!;
  const places =
    first.base === last.base ? [first, last].map((parts) => placeOf(parts, suffix.style, skipDStroke)) : [];
  const [start = null, end = null] = places;
  if (start === null || end === null || Math.abs(end - start) !== count - 1) return null;
  const letters = lettersToGive(skipDStroke);
  return Array.from({ length: count }, (_, index) => {
    const place = start + index * Math.sign(end - start);
    if (place === 0) return String(first.base);
    const own = suffix.style === 'dash' ? { ...suffix, index: place } : { ...suffix, letter: letters[place - 1]! };
    return formatNumber({ base: first.base, suffix: own });
  });
}

/** 0 for the plain number, 1 for A or -1; null for a suffix of the other style. */
function placeOf({ suffix }: HouseNumberParts, style: 'letter' | 'dash', skipDStroke: boolean): number | null {
  if (!suffix) return 0;
  if (suffix.style !== style) return null;
  if (suffix.style === 'dash') return suffix.index;
  const index = lettersToGive(skipDStroke).indexOf(suffix.letter);
  return index < 0 ? null : index + 1;
}

/** What a person should look at before this house is given this number on this road; nothing of it is forbidden. */
export function handNumberWarnings(world: World, roadId: Id, houseId: Id, number: string, on?: string): Warning[] {
  const [road, house] = [world.road.get(roadId), world.house.get(houseId)];
  const parts = parseNumber(number);
  if (!road || !house || !parts) return [];
  const warnings: Warning[] = [];
  const { side, distanceMeters } = placeOnRoad(world, house, roadId)!;
  // Odd on the left, even on the right (RULES R1).
  const profile = profileOf(world);
  const isAgainst = profile.id !== 'groups' && (parts.base % 2 === 1) !== (side === 'left');
  if (isAgainst && !countsInOneSeries(road, [side, ...sidesOfOthers(world, roadId, houseId)], profile)) {
    warnings.push(warn('number-against-side', [houseId], { number, side }));
  }
  const { maxEntranceDistanceMeters, numberRestYears } = profile;
  if (distanceMeters > maxEntranceDistanceMeters) {
    warnings.push(warn('house-far-from-roads', [houseId], { maxMeters: maxEntranceDistanceMeters }));
  }
  const resting = restingAddresses(world, numberRestYears, on).get(roadId) ?? [];
  if (resting.some((address) => address.number === number && address.houseId !== houseId)) {
    warnings.push(warn('number-rests', [houseId], { number }));
  }
  return warnings;
}

const sidesOfOthers = (world: World, roadId: Id, houseId: Id): readonly Side[] =>
  [...world.address.values()].flatMap((address) =>
    address.roadId === roadId && address.houseId !== houseId && address.state !== 'retired' ? [address.side] : [],
  );
