/** How large plates are: the usual sizes, the least the rules allow, and what is said of others (RULES §1.8, §2.3). */
import type { Sign, SignKind } from '../records/sign.ts';
import { firstLine } from './faceText.ts';
import type { PlateSize, SignProfile } from './profile.ts';

export interface FaceSize {
  readonly widthMillimeters: number;
  readonly heightMillimeters: number;
}

const size = (widthMillimeters: number, heightMillimeters: number): FaceSize => ({
  widthMillimeters,
  heightMillimeters,
});

/** TT 08/2024/TT-BXD, Art. 19: plates of houses on roads, lanes and alleys are no smaller. */
const leastHousePlate = size(200, 150);
/** TT 36/2006/TT-BVHTT; small towns may use smaller ones, all of one size. */
const roadSign = size(750, 400);

/** Widths of house plates by what is written on them (QĐ 05/2006/QĐ-BXD, as remembered: memory-med). */
const plateWidths = [200, 200, 260, 320] as const;

/** Letters and figures of a full number: "5/12A" has four. */
export const charactersOf = (number: string): number => [...number.replace(/[^\p{L}\p{N}]/gu, '')].length;

/** The size a sign of this kind has unless somebody chose another; of a house plate by its number, the first line of its text. */
export function usualSize({ plates }: Pick<SignProfile, 'plates'>, signKind: SignKind, text: string): FaceSize {
  const inMillimeters = ({ widthMeters, heightMeters }: PlateSize) =>
    size(Math.round(widthMeters * 1000), Math.round(heightMeters * 1000));
  switch (signKind) {
    case 'road-name':
      return inMillimeters(plates.name);
    case 'direction':
      return inMillimeters(plates.direction);
    case 'lane-mouth':
      return inMillimeters(plates.lane);
    case 'village-entrance':
      // Assumed: no rule says.
      return size(1500, 600);
    case 'house-plate':
      return housePlateSize(charactersOf(firstLine(text)));
  }
}

export const housePlateSize = (characters: number): FaceSize =>
  size(plateWidths[Math.min(characters, plateWidths.length) - 1] ?? 200, 150);

export const sizeOf = (
  profile: Pick<SignProfile, 'plates'>,
  sign: Pick<Sign, 'size' | 'signKind' | 'faces'>,
): FaceSize => sign.size ?? usualSize(profile, sign.signKind, sign.faces[0] ?? '');

/** What is said of the size a sign has, by the number in the first line of its first face. */
export const verdictOf = (
  profile: Pick<SignProfile, 'plates'>,
  sign: Pick<Sign, 'size' | 'signKind' | 'faces'>,
): SizeVerdict => judgeSize(sign.signKind, charactersOf(firstLine(sign.faces[0] ?? '')), sizeOf(profile, sign));

/**
 * error: the rules do not allow it. note: allowed when all signs of the place have it ("nhỏ hơn cỡ chuẩn, phải thống
 * nhất"), or the number wants a wider plate than its figures usually have.
 */
export type SizeVerdict =
  | { readonly verdict: 'ok' }
  | { readonly verdict: 'note'; readonly code: 'below-standard' | 'narrow-for-number'; readonly standard: FaceSize }
  | { readonly verdict: 'error'; readonly code: 'below-least'; readonly least: FaceSize };

export function judgeSize(
  signKind: SignKind,
  characters: number,
  { widthMillimeters, heightMillimeters }: FaceSize,
): SizeVerdict {
  const isBelow = (other: FaceSize) =>
    widthMillimeters < other.widthMillimeters || heightMillimeters < other.heightMillimeters;
  if (signKind === 'house-plate') {
    if (isBelow(leastHousePlate)) return { verdict: 'error', code: 'below-least', least: leastHousePlate };
    const standard = housePlateSize(characters);
    return isBelow(standard) ? { verdict: 'note', code: 'narrow-for-number', standard } : { verdict: 'ok' };
  }
  if (signKind === 'road-name' && isBelow(roadSign)) {
    return { verdict: 'note', code: 'below-standard', standard: roadSign };
  }
  return { verdict: 'ok' };
}
