/** How the words of houses and ways are spelled in written addresses, with marks, without, short and in English. */
import { laneWords, type LaneWord, type WayWord } from '../roadClass.ts';

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

const laneSpellings: { readonly [W in LaneWord]: string } = {
  ngõ: 'ngõ|ngo|ng\\.|lane',
  kiệt: 'kiệt|kiet',
  ngách: 'ngách|ngach|alley',
  hẻm: 'hẻm|hem|branch',
};

/** For patterns that mind neither letter case nor what is behind: the caller asks for a number. */
export const lanePattern = Object.values(laneSpellings).join('|');
export const housePattern = 'số nhà|so nha|nhà số|nha so|số|so|sn|nhà|nha|no|house|number|#|№';

const laneForms = laneWords.map((word) => [word, new RegExp(`^(?:${laneSpellings[word]})$`, 'iu')] as const);

/** The lane word a spelling stands for; null for any other text. */
export const laneWordOf = (written: string): LaneWord | null =>
  laneForms.find(([, form]) => form.test(written))?.[0] ?? null;
