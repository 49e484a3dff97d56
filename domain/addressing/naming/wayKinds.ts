/** The words that say what kind of way a name is of, as people use them (RULES §2.2). */
import { laneWords, wayWords, type LaneWord } from '../roadClass.ts';
import { foldText } from '../vietnameseText.ts';

const roadKinds = ['đường', 'phố', 'đại lộ', 'quốc lộ', 'tỉnh lộ', 'hương lộ', 'xa lộ', 'đê', 'dốc'] as const;
/** Parts of a settlement, whose paths often bear their name or number. */
const placeKinds = ['xóm', 'thôn', 'làng', 'tổ dân phố', 'tổ', 'khu', 'dãy', 'lô'] as const;

export type WayKind = (typeof roadKinds)[number] | LaneWord | (typeof placeKinds)[number];

const kinds: readonly WayKind[] = [...roadKinds, ...laneWords, ...placeKinds];

export const isLaneKind = (kind: WayKind | null): kind is LaneWord => laneWords.some((one) => one === kind);
export const isPlaceKind = (kind: WayKind | null): boolean => placeKinds.some((one) => one === kind);

const longestFirst = [...kinds].sort((a, b) => b.length - a.length);
const spelled = new RegExp(`^(${longestFirst.join('|')})(?=[\\s\\d]|$)\\s*`, 'iu');
/** Without the right marks a word is only sure before a number: "Ngô 154 Ngọc Hà" is a lane, Ngô Tất Tố a man. */
const misspelled = /^(\p{L}+)\s*(?=\d)/u;
const byFolded = new Map<string, WayKind>(wayWords.map((kind) => [foldText(kind), kind]));

/** The kind a name begins with, and what is behind it; kind null where it begins with none. */
export function splitKind(name: string): { readonly kind: WayKind | null; readonly rest: string } {
  const exact = spelled.exec(name);
  const rest = exact && name.slice(exact[0].length);
  if (rest) return { kind: exact[1]!.toLocaleLowerCase('vi') as WayKind, rest };
  const rough = misspelled.exec(name);
  const kind = rough && byFolded.get(foldText(rough[1]!));
  return kind ? { kind, rest: name.slice(rough[0].length) } : { kind: null, rest: name };
}

/** Where another way or place is named inside a text, behind at least one word and before at least one. */
export const kindInside = /(?<=\S)\s+(?:-\s+)?(?=(?:đường|phố|ngõ|kiệt|ngách|hẻm|xóm|thôn)\s+\S)/iu;
/** The same for roads, whose names are full of places ("Đường Đông Ngạc"): only small words part them. */
export const placeInside = /(?<=\S)\s+(?:-\s+)?(?=(?:xóm|thôn)\s+\S)/u;
