/** From how far a sign is read: by the letters there is room for on its plate, not by those one would wish for. */
import type { SignKind } from '../records/sign.ts';
import { bestSetting } from './face/bestSetting.ts';
import { wantedLetterMillimeters } from './face/letterHeight.ts';
import { roughLine } from './face/roughLetters.ts';
import type { SignProfile } from './profile.ts';
import { usualSize, type FaceSize } from './sizes.ts';

/** Metres; of a plate of the usual size unless another is told. */
export function readMetersOf(profile: SignProfile, signKind: SignKind, text: string, size?: FaceSize | null): number {
  const face = size ?? usualSize(profile, signKind, text);
  const letterMillimeters = wantedLetterMillimeters(signKind, face, profile);
  const set = bestSetting(roughLine, { signKind, text: text.toLocaleUpperCase('vi'), ...face, letterMillimeters });
  return ((set?.letterMillimeters ?? 0) / 1000) * profile.readingRatio;
}
