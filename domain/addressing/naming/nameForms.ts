/** The forms in which two names of ways are compared, each rougher than the one before (RULES §9). */
import { wayWords } from '../roadClass.ts';
import { foldText, normalizeText } from '../vietnameseText.ts';
import { writtenOut } from './abbreviations.ts';
import { iForY, oneTonePlacement } from './tonePlacement.ts';

export interface NameForms {
  /** As typed, without marks: what names are unique by. */
  readonly simple: string;
  /** NFC, small letters, look-alikes, single spaces, no marks of punctuation. */
  readonly plain: string;
  /** …with one tone placement. */
  readonly toned: string;
  /** …with abbreviations written out. */
  readonly full: string;
  /** …with i for y. */
  readonly withI: string;
  /** …without marks. */
  readonly folded: string;
  /** …without class words: "Ngõ 183A Đường Lĩnh Nam" → "ngo 183a linh nam", "Phố Huế" → "hue". */
  readonly bare: string;
  /** The bare name with its marks, and whether it was typed with any. */
  readonly bareWithMarks: string;
  readonly hasMarks: boolean;
}

/** Cyrillic and Greek capitals and letters that look Latin. */
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  ['АA', 'ВB', 'ЕE', 'КK', 'МM', 'НH', 'ОO', 'РP', 'СC', 'ТT', 'ХX', 'аa', 'еe', 'оo', 'рp', 'сc', 'хx', 'уy', 'іi']
    .concat(['ΑA', 'ΒB', 'ΕE', 'ΗH', 'ΙI', 'ΚK', 'ΜM', 'ΝN', 'ΟO', 'ΡP', 'ΤT', 'ΧX', 'οo'])
    .map((pair) => [pair[0]!, pair[1]!]),
);
const lookAlike = new RegExp(`[${Object.keys(lookAlikes).join('')}]`, 'gu');

const roadWords = ['đường', 'phố'] as const;

/** Number-like: it names one of a series, so that a difference in it is never a typing error. */
export const isSerial = (token: string): boolean => /\d/.test(token) || token.length === 1 || /^[ivx]+$/.test(token);

export function nameForms(name: string): NameForms {
  const clean = withoutSigns(name);
  const plain = clean.toLocaleLowerCase('vi');
  const toned = oneTonePlacement(plain);
  const full = oneTonePlacement(withoutSigns(writtenOut(normalizeText(name))).toLocaleLowerCase('vi'));
  const withI = iForY(full);
  const folded = foldText(withI);
  const hasMarks = folded !== withI;
  const bareWithMarks = withoutClassWords(withI, hasMarks);
  const simple = foldText(name);
  return { simple, plain, toned, full, withI, folded, bare: foldText(bareWithMarks), bareWithMarks, hasMarks };
}

/** "Ngõ 43/ Cổ Nhuế," → "Ngõ 43 Cổ Nhuế"; "Ngõ 01 - Hà Huy Tập" → "Ngõ 01 Hà Huy Tập"; dots of initials stay. */
const withoutSigns = (name: string): string =>
  normalizeText(
    normalizeText(name)
      .replace(lookAlike, (letter) => lookAlikes[letter]!)
      .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
      .replace(/[\u2010-\u2015]/g, '-')
      .replace(/\s*\/\s*(?=\d)/g, '/')
      .replace(/[,;:()"“”]|\/(?!\d)|\s-\s|\.$/g, ' '),
  );

/** A number keeps the word before it (Ngõ 5 is not Đường 5), and loses the word of the road behind it. */
function withoutClassWords(text: string, hasMarks: boolean): string {
  const isOneOf = (token: string, words: readonly string[]) =>
    words.some((word) => token === (hasMarks ? word : foldText(word)));
  const tokens = text.split(' ');
  const kept = tokens.filter((token, i) => {
    const next = tokens[i + 1];
    if (next === undefined || isNumber(next)) return true;
    return i === 0 ? !isOneOf(token, wayWords) : !(isNumber(tokens[i - 1]!) && isOneOf(token, roadWords));
  });
  return kept.join(' ');
}

const isNumber = (token: string): boolean => /^\d/.test(token);
