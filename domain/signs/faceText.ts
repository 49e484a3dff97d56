/** What a sign says, as it is shown in lists and as it is compared; as printed it stands in `faces`. */
import { oneTonePlacement } from '../addressing/naming/tonePlacement.ts';
import type { Sign } from '../records/sign.ts';

/** The first face with its lines after one another: "ĐƯỜNG ĐỀN HÀN". */
export const textOnOneLine = (faces: Sign['faces']): string => (faces[0] ?? '').replace(/\s*\n\s*/gu, ' ');

/** Where a plate says its number. */
export const firstLine = (text: string): string => text.split('\n')[0] ?? '';

/** Capitals in NFC with single spaces: texts that look alike are alike. */
export const capitals = (text: string): string =>
  text.normalize('NFC').toLocaleUpperCase('vi').replace(/\s+/gu, ' ').trim();

/** Strokes between figures belong to a number (5/4, 12A/4, 20-1); arrows and other strokes part words. */
const betweenWords = /[^\p{L}\p{M}\p{N}/-]+|(?<![\p{L}\p{N}])\/|\/(?![\p{L}\p{N}])|(?<!\p{N})-|-(?!\p{N})/gu;

/** Words in capitals, each with a space before and behind, so that they are found whole; "HOÀ" is "HÒA". */
export const wordsOf = (text: string): string =>
  ` ${capitals(oneTonePlacement(text.normalize('NFC').toLocaleLowerCase('vi')).replace(betweenWords, ' '))} `;

/** A sign that tells people they are in view of a camera (RULES §6). */
export const announcesCamera = (faces: Sign['faces']): boolean => says(faces, 'camera');

/** Whether a face says a text, whole words of it, in capitals or not: "NGÕ 51" does not say "Ngõ 5". */
export function says(faces: Sign['faces'], text: string): boolean {
  const words = wordsOf(text);
  return faces.some((face) => wordsOf(face).includes(words));
}
