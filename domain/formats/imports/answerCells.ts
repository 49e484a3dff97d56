/** Cells of a file that a platform sent back, read as what records hold: with what is wrong, and what is proposed. */
import { normalizeText } from '../../addressing/vietnameseText.ts';
import { codeForms } from '../../edits/externalCode.ts';
import { textProblem } from '../../edits/textRule.ts';
import type { ExternalScheme } from '../../records/externalCode.ts';
import { isDoubt, type CellProblemCode } from './cellReadings.ts';

/** The row is not taken while one of these stands. */
type AnswerError =
  | 'verdict-unknown'
  | 'code-malformed'
  | 'code-given-twice'
  | 'code-of-another-house'
  | 'house-told-twice'
  | 'older-than-held';
/** The row is taken as proposed, or without the cell. */
const doubts = [
  'code-zero-lost',
  'code-replaced',
  'day-malformed',
  'reason-cleaned',
  'reason-missing',
  'address-of-before',
] as const;
/** Of answers alone: the others are those of any list. */
export type AnswerCellProblem = AnswerError | (typeof doubts)[number];
export type AnswerProblemCode = AnswerCellProblem | CellProblemCode;

/** Whether the row can be taken all the same. */
export const isAnswerDoubt = (code: AnswerProblemCode): boolean =>
  (doubts as readonly AnswerProblemCode[]).includes(code) || isDoubt(code as CellProblemCode);

export interface AnswerReading<Value> {
  readonly value: Value | null;
  readonly problem: AnswerProblemCode | null;
}

const good = <Value>(value: Value | null): AnswerReading<Value> => ({ value, problem: null });

/** How many digits a code has; the others are free text. */
const digitsOf: { readonly [S in ExternalScheme]?: number } = { ndas10: 10, location12: 12 };

/**
 * A code as it was given. One digit short, as a spreadsheet leaves it that took the code for a number: the zero is put
 * back as a proposal (RULES §3.1, §12.13: text, its zeros kept).
 */
export function readCode(scheme: ExternalScheme, cell: string | null): AnswerReading<string> {
  if (cell === null) return good<string>(null);
  const length = digitsOf[scheme];
  const text = cell.normalize('NFC').trim();
  const value =
    length === undefined
      ? text
      : text
          .replace(/^'/, '')
          .replace(/[.,]0{1,2}$/, '')
          .replace(/[\s.]+(?=\d)/g, '');
  if (length !== undefined && new RegExp(`^\\d{${length - 1}}$`).test(value))
    return { value: `0${value}`, problem: 'code-zero-lost' };
  if (!codeForms[scheme].test(value)) return { value: null, problem: 'code-malformed' };
  return textProblem(value) ? { value: null, problem: 'text-unusable' } : good(value);
}

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 2000 && year < 2200;
};

/** 2026-11-28, 28/11/2026, 28-11-2026 or 28.11.2026, with a time before or after it. */
export function readDay(cell: string | null): AnswerReading<string> {
  if (cell === null) return good<string>(null);
  const iso = /(?:^|\s)(\d{4})-(\d\d)-(\d\d)(?:$|[T\s])/.exec(cell);
  const vietnamese = /(?:^|\s)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:$|\s)/.exec(cell);
  const [year, month, day] = iso ? iso.slice(1).map(Number) : (vietnamese?.slice(1).map(Number).reverse() ?? []);
  if (year === undefined || month === undefined || day === undefined || !isDay(year, month, day))
    return { value: null, problem: 'day-malformed' };
  const two = (part: number): string => String(part).padStart(2, '0');
  return good(`${year}-${two(month)}-${two(day)}`);
}

/** "3", "Đợt 3" → 3; anything else says nothing. */
export function readRelease(cell: string | null): AnswerReading<number> {
  const digits = cell === null ? undefined : /^\D*(\d{1,5})\D*$/.exec(cell)?.[1];
  const value = Number(digits ?? 0);
  return good(value >= 1 ? value : null);
}

const longestReason = 300;

/** Without what a text here may not begin with or hold; cut where it is too long. */
export function readReason(cell: string | null): AnswerReading<string> {
  if (cell === null) return good<string>(null);
  const text = normalizeText(cell);
  if (text === '') return good<string>(null);
  const cleaned = normalizeText(
    text
      .replace(/[<>]/g, ' ')
      .replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, '')
      .replace(/^['"\s=+\-@|＝＋－＠]+/u, ''),
  ).slice(0, longestReason);
  if (cleaned === '' || textProblem(cleaned)) return { value: null, problem: 'reason-cleaned' };
  return { value: cleaned, problem: cleaned === text ? null : 'reason-cleaned' };
}
