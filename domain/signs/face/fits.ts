/** Whether a text can be set on its plate in letters one can read, reckoned without a typeface. */
import type { Sign } from '../../records/sign.ts';
import type { SignProfile } from '../profile.ts';
import { sizeOf } from '../sizes.ts';
import { bestSetting } from './bestSetting.ts';
import { wantedLetterMillimeters } from './letterHeight.ts';
import { roughLine } from './roughLetters.ts';

/** Letters below this share of what the profile asks are refused (assumed): they are read from less than half as far. */
export const leastShare = 0.4;

/** Good to a few per cent: the workshop's typeface decides. True where there is nothing to set. */
export function fitsRoughly(
  profile: Pick<SignProfile, 'plates'>,
  sign: Pick<Sign, 'size' | 'signKind' | 'faces'>,
  text: string,
): boolean {
  const size = sizeOf(profile, sign);
  const letterMillimeters = wantedLetterMillimeters(sign.signKind, size, profile);
  const set = bestSetting(roughLine, { signKind: sign.signKind, text, ...size, letterMillimeters });
  return set === null || set.letterMillimeters >= leastShare * letterMillimeters;
}
