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

/** Class words people write in names, folded-in regional forms included, with the class each stands for. */
const wordsInNames: readonly (readonly [word: string, cls: RoadClass])[] = [
  ['Đường', 'road'],
  ['Phố', 'road'],
  ['Ngõ', 'lane'],
  ['Kiệt', 'lane'],
  ['Xóm', 'lane'],
  ['Ngách', 'alley'],
  ['Hẻm', 'branch'],
];

/** A name parted into its class word and the rest: "Đường Đền Hàn" → Đường (road) + Đền Hàn. */
export function splitClassWord(name: string): {
  readonly word: string | null;
  readonly class: RoadClass | null;
  readonly rest: string;
} {
  const lower = name.toLocaleLowerCase('vi');
  for (const [word, cls] of wordsInNames) {
    if (lower.startsWith(`${word.toLocaleLowerCase('vi')} `)) {
      return { word, class: cls, rest: name.slice(word.length + 1) };
    }
  }
  return { word: null, class: null, rest: name };
}
