/** Whether a text is what a person searches for, typed with or without marks (RULES §9, §12.17). */
import { oneTonePlacement } from './naming/tonePlacement.ts';
import { foldText, normalizeText } from './vietnameseText.ts';

/**
 * 0 where the text holds the query as typed (marks and all, letter case and tone placement aside), 1 where only
 * without marks, null where not at all. Words of the query may begin words of the text, in any order, but numbers are whole: "trai ngu"
 * finds "Nguyễn Trãi", "ngo 5" no Ngõ 50. A query without marks is as good a hit as any.
 */
export function textRank(query: string, text: string): 0 | 1 | null {
  const asked = wordsOf(query);
  if (asked.length === 0) return 0;
  const hasMarks = asked.some((word) => word !== foldText(word));
  if (hasMarks && holdsAll(asked, wordsOf(text))) return 0;
  if (!holdsAll(asked.map(foldText), wordsOf(text).map(foldText))) return null;
  return hasMarks ? 1 : 0;
}

const wordsOf = (text: string): string[] =>
  oneTonePlacement(normalizeText(text).toLocaleLowerCase('vi'))
    .split(/[\s,.;:()“”"·–-]+/)
    .filter((word) => word !== '');

/** Each part begins a word; a part that is a number is one. */
export const holdsAll = (asked: readonly string[], words: readonly string[]): boolean =>
  asked.every((part) => words.some((word) => (/^\d/.test(part) ? word === part : word.startsWith(part))));

/** A text made ready for being searched many times: its words, as written and without marks. */
export interface SearchForm {
  readonly words: readonly string[];
  readonly folded: readonly string[];
  /** The folded words with single spaces between. */
  readonly text: string;
}

export function searchForm(text: string): SearchForm {
  const words = wordsOf(text);
  const folded = words.map(foldText);
  return { words, folded, text: folded.join(' ') };
}

/** Added to the rank of what has other marks than those typed: such a hit comes after all that have them. */
const otherMarks = 10;

/**
 * How well a text fits, better first: 0 it is the query, 1 it begins with it, 2 its words begin with those of the
 * query, 3 the query is inside it, 10 more where marks were typed and are other ones (RULES §12.17); null not at all.
 * Where it begins with a number, the number is whole: "ngo 5" is Ngõ 5 before it is (3) Ngõ 50.
 */
export function formRank(query: SearchForm, text: SearchForm): number | null {
  const rank = foldedRank(query, text);
  if (rank === null) return null;
  const hasMarks = query.words.some((word, i) => word !== query.folded[i]);
  const isAsTyped =
    !hasMarks || (rank < 3 ? holdsAll(query.words, text.words) : text.words.join(' ').includes(query.words.join(' ')));
  return isAsTyped ? rank : rank + otherMarks;
}

function foldedRank(query: SearchForm, text: SearchForm): 0 | 1 | 2 | 3 | null {
  // What begins with a word holds it: most texts are passed over here.
  if (query.text === '' || !query.folded.every((word) => text.text.includes(word))) return null;
  if (query.text === text.text) return 0;
  if (holdsAll(query.folded, text.folded)) return text.text.startsWith(query.text) ? 1 : 2;
  return text.text.includes(query.text) ? 3 : null;
}
