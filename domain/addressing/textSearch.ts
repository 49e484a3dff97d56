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

const holdsAll = (asked: readonly string[], words: readonly string[]): boolean =>
  asked.every((part) => words.some((word) => (/^\d/.test(part) ? word === part : word.startsWith(part))));
