/** Classes of ways: their words, and which may open from which (TT 08/2024/TT-BXD, Art. 3; RULES §1.3). */
import type { RoadClass } from '../records/road.ts';

/** The classes a way may open from, the fitting one first; deeper than an alley is practice, not law. */
export const parentClasses: { readonly [C in RoadClass]: readonly RoadClass[] } = {
  road: [],
  lane: ['road'],
  alley: ['lane'],
  branch: ['alley', 'branch'],
  access: ['road', 'lane', 'alley', 'branch', 'access'],
};

/** The class of a way that opens from a way of this class. */
export const classBelow: { readonly [C in RoadClass]: RoadClass } = {
  road: 'lane',
  lane: 'alley',
  alley: 'branch',
  branch: 'branch',
  access: 'access',
};

export const classWords: { readonly [C in RoadClass]: { readonly vi: string; readonly en: string } } = {
  road: { vi: 'Đường', en: 'Road' },
  lane: { vi: 'Ngõ', en: 'Lane' },
  alley: { vi: 'Ngách', en: 'Alley' },
  branch: { vi: 'Hẻm', en: 'Branch' },
  access: { vi: 'Lối vào', en: 'Driveway' },
};

/** Words said of lanes, regional ones included: kiệt in the centre, hẻm of every depth in the south. */
export const laneWords = ['ngõ', 'kiệt', 'ngách', 'hẻm'] as const;
export type LaneWord = (typeof laneWords)[number];

/** Words ways are written with in names and addresses; xóm is one where it lies inside a village (thôn). */
export const wayWords = ['đường', 'phố', 'xóm', ...laneWords] as const;
export type WayWord = (typeof wayWords)[number];

const classOfWord: { readonly [W in WayWord]: RoadClass } = {
  đường: 'road',
  phố: 'road',
  ngõ: 'lane',
  kiệt: 'lane',
  xóm: 'lane',
  ngách: 'alley',
  hẻm: 'branch',
};

/** The word of ways a text is, in any letter case; null if it is none. */
export const wayWordOf = (text: string): WayWord | null =>
  wayWords.find((word) => word === text.toLocaleLowerCase('vi')) ?? null;

/** A name parted into its class word and the rest: "Đường Đền Hàn" → Đường (road) + Đền Hàn. */
export function splitClassWord(name: string): {
  readonly word: string | null;
  readonly class: RoadClass | null;
  readonly rest: string;
} {
  const space = name.indexOf(' ');
  const word = space === -1 ? null : wayWordOf(name.slice(0, space));
  if (word === null) return { word: null, class: null, rest: name };
  const capitalised = word.charAt(0).toLocaleUpperCase('vi') + word.slice(1);
  return { word: capitalised, class: classOfWord[word], rest: name.slice(space + 1) };
}
