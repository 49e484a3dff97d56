/** How high the letters of a face should be: what the profile asks for its size of plate, or most of a house plate. */
import type { SignKind } from '../../records/sign.ts';
import type { PlateSize, SignProfile } from '../profile.ts';

/** Numbers and village names are read from near, and fill their plates (assumed). */
const fillingShare = { 'house-plate': 0.5, 'village-entrance': 0.3 } as const;

/** Millimetres of the capitals of the largest line; in proportion on plates smaller than the profile's. */
export function wantedLetterMillimeters(
  signKind: SignKind,
  { widthMillimeters, heightMillimeters }: { readonly widthMillimeters: number; readonly heightMillimeters: number },
  { plates }: Pick<SignProfile, 'plates'>,
): number {
  if (signKind === 'house-plate' || signKind === 'village-entrance') return fillingShare[signKind] * heightMillimeters;
  const usual: PlateSize = plates[signKind === 'lane-mouth' ? 'lane' : signKind === 'direction' ? 'direction' : 'name'];
  const scale = Math.min(
    1,
    widthMillimeters / (usual.widthMeters * 1000),
    heightMillimeters / (usual.heightMeters * 1000),
  );
  return usual.letterMeters * 1000 * scale;
}
