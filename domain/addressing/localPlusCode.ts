/** A Plus Code as people say it beside the name of their commune: "V2PG+XYZ, xã Hà Sơn". */
import { centroid } from '../geometry/polygon.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Village } from '../records/village.ts';
import { shortenPlusCode } from './shortPlusCode.ts';
import { currentUnitNames, villagePlace, writeUnit, writeVillage } from './unitsLine.ts';

/** The commune's reference point; the middle of the village while nobody has said where that is. */
export const communePointOf = ({ communePoint, boundary }: Pick<Village, 'communePoint' | 'boundary'>): Position =>
  communePoint ?? centroid(boundary);

/** What every short form leaves out, as maps write it: the area of one degree by one degree. */
export const sparedDigits = 4;

/**
 * The code without its first four digits, and the commune: whoever looks it up from anywhere within half a degree of
 * the place finds the same house. Shorter forms would need the very same reference point, so they are not used. Null
 * where the commune's point is too far away for that, or the text is no full code.
 */
export function localPlusCode(village: Village, plusCode: string, language: 'vi' | 'en'): string | null {
  const shortest = shortenPlusCode(plusCode, communePointOf(village));
  if (shortest === null || shortest.length > plusCode.length - sparedDigits) return null;
  const commune = currentUnitNames(village).find(({ level }) => level === 'commune');
  const place = commune ? writeUnit(commune, language) : writeVillage(villagePlace(village.name), language);
  return `${plusCode.toUpperCase().slice(sparedDigits)}, ${place}`;
}
