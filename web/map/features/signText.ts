/** What a plate says, as short as the map has room for. */
import type { SignKind } from '../../../domain/records/sign.ts';

export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** A lane's number without the road it opens from and the numbers it serves; other texts are short already. */
export const shortText = (signKind: SignKind, text: string): string =>
  signKind === 'lane-mouth' ? (text.split('\n')[0] ?? '') : oneLine(text);
