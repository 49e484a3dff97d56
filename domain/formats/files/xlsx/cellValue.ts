/** Values of cells as text: numbers whole and without exponent, days as yyyy-mm-dd, times as hh:mm:ss. */
import type { CellStyle } from './styles.ts';

const dayMilliseconds = 86_400_000;

/** Null for what is no number. */
export function numberText(raw: string, { shows }: CellStyle, from1904: boolean): string | null {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return null;
  if (shows === 'day') return dayText(value, from1904) ?? plainNumber(value);
  if (shows === 'time' && value >= 0 && value < 1) return timeText(value);
  return plainNumber(value);
}

/** The shortest text that means the same number: 100000, not 1E+05. */
export function plainNumber(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign, first, rest = '', exponent] = match;
  const digits = first! + rest;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

/** In 1900 Excel has a 29 February, its day 60; null outside the years it has. */
function dayText(serial: number, from1904: boolean): string | null {
  const day = Math.floor(serial);
  if (day < 0 || day > 2_958_465) return null;
  if (!from1904 && day === 60) return '1900-02-29';
  const zero = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(zero + day * dayMilliseconds).toISOString().slice(0, 10);
}

function timeText(share: number): string {
  const seconds = Math.min(86_399, Math.round(share * 86_400));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** `_x000D_` and the like are characters (ECMA-376, part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
