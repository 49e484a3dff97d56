/** The faces of a sign as they are drawn, those that say the same together. */
import type { Sign } from '../../../domain/records/sign.ts';
import { drawFace, type DrawnFace } from '../../../domain/signs/face/faceDrawing.ts';
import type { LetterFont } from '../../../domain/signs/face/letterFont.ts';
import { wantedLetterMillimeters } from '../../../domain/signs/face/letterHeight.ts';
import type { SignProfile } from '../../../domain/signs/profile.ts';
import { sizeOf } from '../../../domain/signs/sizes.ts';

export interface SignFace {
  readonly text: string;
  /** "Mặt 1", "Hai mặt như nhau". */
  readonly sides: string;
  readonly drawn: DrawnFace;
  /** From how far its largest line is read, by the rules the village follows; null where nothing is drawn. */
  readonly readMeters: number | null;
}

export function drawOneFace(font: LetterFont, profile: SignProfile, sign: Sign, text: string): DrawnFace {
  const size = sizeOf(profile, sign);
  const letterMillimeters = wantedLetterMillimeters(sign.signKind, size, profile);
  return drawFace(font, { signKind: sign.signKind, text, ...size, letterMillimeters });
}

export function facesOfSign(font: LetterFont, profile: SignProfile, sign: Sign): readonly SignFace[] {
  const sidesOf = new Map<string, number[]>();
  sign.faces.forEach((text, index) => sidesOf.set(text, [...(sidesOf.get(text) ?? []), index + 1]));
  return [...sidesOf].map(([text, sides]) => {
    const drawn = drawOneFace(font, profile, sign, text);
    return {
      text,
      sides: sides.length > 1 ? `${sides.length === 2 ? 'Hai' : sides.length} mặt như nhau` : `Mặt ${sides[0]}`,
      drawn,
      readMeters: 'problem' in drawn ? null : (drawn.letterMillimeters / 1000) * profile.readingRatio,
    };
  });
}
