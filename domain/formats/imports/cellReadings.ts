/** Cells of lists as people fill them, read as what records hold: with what is wrong, and what it may have meant. */
import { foldText, normalizeText } from '../../addressing/vietnameseText.ts';
import { textProblem } from '../../edits/textRule.ts';
import { currentPhone, fold84 } from './phoneNumbers.ts';

/** The row is not taken while one of these stands. */
type CellError =
  | 'not-a-whole-number'
  | 'number-out-of-range'
  | 'text-too-long'
  | 'text-unusable'
  | 'coordinate-malformed'
  | 'id-malformed'
  | 'given-twice';
/** The row is taken as proposed, or without the cell. */
const doubts = [
  'phone-malformed',
  'phone-unusual',
  'name-in-capitals',
  'phone-zero-lost',
  'phone-of-old-network',
  'phone-several',
  'choice-unknown',
  'figure-malformed',
] as const;
export type CellProblemCode = CellError | (typeof doubts)[number];

export interface CellReading<Value> {
  /** What is taken: as proposed where it is only doubted; null where nothing stands or nothing can be made of it. */
  readonly value: Value | null;
  readonly problem: CellProblemCode | null;
  /** What is taken when a person refuses the proposal; missing where nothing else could stand. */
  readonly asWritten?: Value;
}

/** Whether the row can be taken all the same. */
export const isDoubt = (code: CellProblemCode): boolean => (doubts as readonly CellProblemCode[]).includes(code);

const proposals: ReadonlySet<CellProblemCode> = new Set<CellProblemCode>([
  'name-in-capitals',
  'phone-zero-lost',
  'phone-of-old-network',
  'phone-several',
]);

/** Whether something else than what is written is taken for it, which a person may refuse. */
export const isProposal = (code: CellProblemCode): boolean => proposals.has(code);

const good = <Value>(value: Value | null): CellReading<Value> => ({ value, problem: null });
const wrong = (problem: CellProblemCode): CellReading<never> => ({ value: null, problem });

/** "07", "7", "7.0" → 7. */
export function readOrdinal(cell: string | null): CellReading<number> {
  if (cell === null) return good<number>(null);
  const digits = /^0*(\d+)(?:[.,]0+)?$/.exec(cell)?.[1];
  if (digits === undefined) return wrong('not-a-whole-number');
  const value = Number(digits);
  return value >= 1 && value <= 99_999 ? good(value) : wrong('number-out-of-range');
}

/** A name in capitals throughout is written as names are: NGUYỄN VĂN AN → Nguyễn Văn An. */
export function readName(cell: string | null): CellReading<string> {
  if (cell === null) return good<string>(null);
  const name = normalizeText(cell);
  if (name === '') return good<string>(null);
  if (name.length > 100) return wrong('text-too-long');
  if (textProblem(name)) return wrong('text-unusable');
  const isShouted = name.includes(' ') && name === name.toLocaleUpperCase('vi') && /\p{L}/u.test(name);
  if (!isShouted) return good(name);
  const value = name
    .toLocaleLowerCase('vi')
    .replace(/(^|[\s.(/-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'));
  return { value, problem: 'name-in-capitals', asWritten: name };
}

/** As records hold it: 0 and nine or ten digits (RULES §9). */
export function readPhone(cell: string | null): CellReading<string> {
  if (cell === null) return good<string>(null);
  const several = cell.split(/[/;,\n]|\s-\s|\shoặc\s/).filter((part) => /\d{6}/.test(part.replace(/[\s.\-()]/g, '')));
  const first = fold84((several[0] ?? cell).replace(/[\s.\-()'\u202a-\u202e]/g, ''));
  const whole = /^[35789]\d{8}$/.test(first) ? `0${first}` : first;
  const value = currentPhone(whole);
  if (value === null) {
    // As records may hold it, though no network gives such numbers.
    return /^0\d{9,10}$/.test(whole) ? { value: whole, problem: 'phone-unusual' } : wrong('phone-malformed');
  }
  if (several.length > 1) return { value, problem: 'phone-several' };
  if (whole !== first) return { value, problem: 'phone-zero-lost' };
  return value === whole ? good(value) : { value, problem: 'phone-of-old-network', asWritten: whole };
}

/** A name or a mark as records hold it, at most so long. */
export function readShort(most: number): (cell: string | null) => CellReading<string> {
  return (cell) => {
    const text = cell === null ? '' : normalizeText(cell);
    if (text === '') return good<string>(null);
    if (text.length > most) return wrong('text-too-long');
    return textProblem(text) ? wrong('text-unusable') : good(text);
  };
}

/** A figure with a point or a comma, its unit behind it or not ("4,5 m"); what is beyond the bounds is left out. */
export function readFigure(least: number, most: number): (cell: string | null) => CellReading<number> {
  return (cell) => {
    if (cell === null) return good<number>(null);
    const digits = /^(\d+(?:[.,]\d+)?)\s*(?:m|W|°|độ)?$/iu.exec(cell)?.[1];
    const value = digits === undefined ? Number.NaN : Number(digits.replace(',', '.'));
    return value >= least && value <= most ? good(value) : wrong('figure-malformed');
  };
}

/** One of a few, by the words people have for it, marks and capitals aside. */
export function readChoice<Value extends string>(
  words: Readonly<Record<Value, string>>,
): (cell: string | null) => CellReading<Value> {
  const meant = new Map<string, Value>();
  for (const [value, all] of Object.entries(words) as [Value, string][]) {
    for (const word of [value, ...all.split(', ')]) meant.set(foldText(word), value);
  }
  return (cell) => {
    if (cell === null || foldText(cell) === '') return good<Value>(null);
    const value = meant.get(foldText(cell));
    return value === undefined ? wrong('choice-unknown') : good(value);
  };
}

/** Any number of a place, of whatever reference system: what it means is told by all of them together. */
export function readCoordinate(cell: string | null): CellReading<number> {
  if (cell === null) return good<number>(null);
  const text = cell.replace(',', '.').replace(/°$/, '');
  return /^-?\d{1,8}(\.\d+)?$/.test(text) ? good(Number(text)) : wrong('coordinate-malformed');
}

/** Latitude or longitude in degrees, with a point or a comma. */
export function readDegrees(cell: string | null, most: 90 | 180): CellReading<number> {
  if (cell === null) return good<number>(null);
  const text = cell.replace(',', '.').replace(/°$/, '');
  const value = /^-?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return Math.abs(value) <= most ? good(value) : wrong('coordinate-malformed');
}

export function readId(cell: string | null): CellReading<string> {
  if (cell === null) return good<string>(null);
  const id = cell.toLowerCase();
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? good(id) : wrong('id-malformed');
}

/** Any text, or null. */
export const readText = (cell: string | null): CellReading<string> => good(cell === null ? null : normalizeText(cell));
