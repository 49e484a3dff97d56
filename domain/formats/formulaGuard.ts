/** Texts that a spreadsheet would run as a formula when it opens a CSV (OWASP ASVS 5.0, 1.2.10). */

/** = + - @, their full-width forms, tab, carriage return, line feed and NUL, also behind a BOM, spaces or quotes. */
const dangerous = /^(?:[\t\r\n\0]|[\uFEFF\s"'“”]*[=+\-@＝＋－＠\t\r\n\0])/u;

/** Of a text that begins with one, nothing else needs to be looked at: most texts do, and lists are long. */
const isLetterOrDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xc0 && code <= 0x24f) ||
  (code >= 0x1e00 && code <= 0x1eff);

export const looksLikeFormula = (value: string): boolean =>
  !isLetterOrDigit(value.charCodeAt(0)) && dangerous.test(value);

/** The text with a leading apostrophe where it would be run; other texts as they are. */
export const guardFormula = (value: string): string => (looksLikeFormula(value) ? `'${value}` : value);

/** The inverse, for texts that were guarded, by us or as people do in spreadsheets. */
export const unguardFormula = (value: string): string =>
  value.startsWith("'") && looksLikeFormula(value.slice(1)) ? value.slice(1) : value;
