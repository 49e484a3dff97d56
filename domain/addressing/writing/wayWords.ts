/** The words of ways inside an address in English, and those left unsaid: Đền Hàn Road, 5/4/4. */
import type { LaneWord, WayWord } from '../roadClass.ts';

const english: { readonly [W in WayWord]: string } = {
  đường: 'Road',
  phố: 'Street',
  ngõ: 'Lane',
  kiệt: 'Lane',
  xóm: 'Lane',
  ngách: 'Alley',
  hẻm: 'Branch',
};

export const englishWayWord = (word: WayWord): string => english[word];

/** The way an English word stands for; the commonest of those that share it. */
export const wayOfEnglishWord = (word: string): WayWord | null =>
  (['đường', 'phố', 'ngõ', 'ngách', 'hẻm'] as const).find((one) => english[one] === word) ?? null;

/** What a lane is called at a depth where the writing does not say: ngõ, in it ngách, deeper hẻm (RULES §1.3). */
export const laneWordAt = (depth: number): LaneWord => (['ngõ', 'ngách', 'hẻm'] as const)[Math.min(depth, 2)]!;
