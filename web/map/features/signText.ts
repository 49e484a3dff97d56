/** What a plate says, as short as the map has room for. */
import type { SignKind } from '../../../domain/records/sign.ts';
import { firstLine, textOnOneLine } from '../../../domain/signs/faceText.ts';

export const oneLine = (text: string): string => textOnOneLine([text]);

/** A lane's number without the road it opens from and the numbers it serves; other texts are short already. */
export const shortText = (signKind: SignKind, text: string): string =>
  signKind === 'lane-mouth' ? firstLine(text) : oneLine(text);
