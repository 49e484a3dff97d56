/** Figures and dates as they are written: 1.234,5 and dd/mm/yyyy in Vietnamese; 1,234.5 and dd/mm/yyyy in English. */
import { language } from './language.svelte.ts';

const locale = (): string => (language.current === 'vi' ? 'vi-VN' : 'en-GB');

/** Making one takes a browser far longer than writing a figure with it. */
const formats = new Map<string, Intl.NumberFormat>();

export function formatNumber(value: number, fractionDigits = 0): string {
  const key = `${locale()} ${fractionDigits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale(), { maximumFractionDigits: fractionDigits });
    formats.set(key, format);
  }
  return format.format(value);
}

/** A share of a whole; nothing of nothing is 0 %. Only what is whole is shown as 100 %. */
export function formatPercent(part: number, whole: number): string {
  if (whole === 0) return '0%';
  const percent = (part / whole) * 100;
  const shown = part < whole ? Math.min(percent, 99.9) : percent;
  return `${formatNumber(shown, 1)}%`;
}

/** In kilobytes below a megabyte: 12 kB, 3,4 MB. */
export const formatBytes = (bytes: number): string =>
  bytes < 999_500 ? `${formatNumber(Math.ceil(bytes / 1000))} kB` : `${formatNumber(bytes / 1_000_000, 1)} MB`;

export const formatVnd = (value: number): string => `${formatNumber(value)} đ`;

/** yyyy-mm-dd → dd/mm/yyyy. */
export const formatDate = (date: string): string => {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
};

/** An instant (ISO 8601) as the clock on the wall of the reader shows it. */
export function formatDateTime(instant: string): string {
  const at = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  return `${time} ${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
}

/**
 * dd/mm/yyyy as people type it (1/9/2022, 01-09-2022, 01.09.2022; 01092022 on a phone's keys without a slash)
 * → yyyy-mm-dd, or null when it is no date.
 */
export function parseDate(text: string): string | null {
  const [, day = '', month = '', year = ''] =
    /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\s*$/.exec(text) ?? /^\s*(\d\d)(\d\d)(\d{4})\s*$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? null : date;
}

/** Thousands as they are parted in each language, and in any where they are parted twice. */
const parted = {
  vi: /^\d{1,3}(\.\d{3})+(,\d+)?$|^\d{1,3}(,\d{3}){2,}(\.\d+)?$/,
  en: /^\d{1,3}(,\d{3})+(\.\d+)?$|^\d{1,3}(\.\d{3}){2,}(,\d+)?$/,
} as const;

/** A number as people type it: 3,5 and 3.5 are the same, 1.234,5 (in English 1,234.5) too; null when it is none. */
export function parseDecimal(text: string): number | null {
  const plain = text.trim().replace(/\s/g, '');
  const [mark] = parted[language.current].test(plain) ? /[.,]/.exec(plain)! : [''];
  const figure = (mark === '' ? plain : plain.replaceAll(mark, '')).replace(',', '.');
  return /^\d+(\.\d+)?$/.test(figure) ? Number(figure) : null;
}
