/** The front of a written address, before village and units, parted into house, lanes by number and ways by name. */
import { wayWordOf, wayWords, type LaneWord, type WayWord } from '../roadClass.ts';
import { housePattern, lanePattern, laneWordOf, wayOfEnglishWord } from './wayWords.ts';

export type FrontItem =
  | { readonly kind: 'house'; readonly text: string }
  | { readonly kind: 'lane'; readonly word: LaneWord; readonly text: string }
  | { readonly kind: 'named'; readonly word: WayWord | null; readonly name: string };

/** A letter after a space belongs to the number only where nothing else can begin with it: "63 A", not "12 A Lưới". */
const looseLetter = '\\s\\p{L}(?=$|\\s*[/,]|\\s+(?:đường|phố|ngõ|kiệt|ngách|hẻm)\\s)';
const plainNumber = `\\d+(?:\\s?(?:bis|ter|quater)|\\p{L}\\d{0,2}|${looseLetter})?(?![\\p{L}\\d])`;
const houseNumber = `(?:\\p{Lu}{2,4}\\.)?(?:\\p{Lu}[.-]?)?${plainNumber}`;
const chainOf = (one: string): string => `${one}(?:\\s*[/\\\\\\-–+&]\\s*${one})*/?`;

const nameWithWord = new RegExp(`^(${wayWords.join('|')})\\s+(.+)$`, 'iu');
const house = new RegExp(`^(?:(?:${housePattern})[.:]?\\s*)*(${chainOf(houseNumber)})`, 'iu');
const lane = new RegExp(`^(${lanePattern})\\s*(${chainOf(plainNumber)})`, 'iu');
/** "D1 Ciputra": behind a house's number this is a way's name, not another house. */
const codeName = /^\p{Lu}+\d/u;
const houseInside = /\s(?=(?:số nhà|so nha|sn)[.:]?\s*\d)/iu;
const wayInside = /(?<=\S)\s+(?:-\s+)?(?=(?:đường|phố|ngõ|kiệt|ngách|hẻm)\s+\S)/iu;

/** "5/4/4 đường Đền Hàn" → house 5/4/4, the way Đền Hàn; "Ngõ 5 số 3" → lane 5, house 3. */
export function readFront(segment: string, hasHouse: boolean): readonly FrontItem[] {
  const items: FrontItem[] = [];
  for (let rest = segment; rest !== '';) {
    const [item, length] = nextItem(rest, hasHouse || items.some(({ kind }) => kind === 'house'));
    items.push(item);
    rest = rest.slice(length).replace(/^[\s\-–:.]+/, '');
  }
  return items;
}

function nextItem(text: string, hasHouse: boolean): readonly [item: FrontItem, length: number] {
  const inLane = lane.exec(text);
  if (inLane) return [{ kind: 'lane', word: laneWordOf(inLane[1]!) ?? 'ngõ', text: inLane[2]! }, inLane[0].length];
  const atHouse = hasHouse && codeName.test(text) ? null : house.exec(text);
  if (atHouse) return [{ kind: 'house', text: atHouse[1]! }, atHouse[0].length];
  const [own] = text.split(houseInside, 1)[0]!.split(wayInside, 1);
  return [readNamed(own!), own!.length];
}

const english = /^(?:(?<first>Road|Street) (?<number>\d.*)|(?<name>.+) (?<last>Road|Street|Lane|Alley|Branch))$/u;

/** Whether a text names a way in English: "Đền Hàn Road", "Road 5". */
export const isEnglishWay = (text: string): boolean => english.test(text);

/** "đường Đền Hàn", "Đ. Đền Hàn", "Đền Hàn Road", "Đền Hàn": the word and the name. */
function readNamed(text: string): FrontItem {
  const inEnglish = english.exec(text)?.groups;
  if (inEnglish) {
    const word = wayOfEnglishWord(inEnglish['first'] ?? inEnglish['last']!);
    return { kind: 'named', word, name: inEnglish['number'] ?? inEnglish['name']! };
  }
  const [, word, name] = nameWithWord.exec(text) ?? [];
  if (word !== undefined) return { kind: 'named', word: wayWordOf(word), name: name! };
  const [, short, rest] = /^(đ|đg|p|ph)\.\s*(.+)$/iu.exec(text) ?? [];
  if (short === undefined) return { kind: 'named', word: null, name: text };
  return { kind: 'named', word: /^đ/iu.test(short) ? 'đường' : 'phố', name: rest! };
}
