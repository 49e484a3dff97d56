/** Texts that a spreadsheet would run as a formula when it opens a CSV (OWASP ASVS 5.0, 1.2.10). */

/** = + - @, their full-width forms, tab, carriage return, line feed and NUL, also behind a BOM, spaces or quotes. */

const dangerous = /^(?:[\t\r\n\0]|[\uFEFF\s"'“”]*[=+\-@＝＋－＠\t\r\n\0])/u;

export const looksLikeFormula = (value: string): boolean => dangerous.test(value);

/** The text with a leading apostrophe where it would be run; other texts as they are. */
export const guardFormula = (value: string): string => (looksLikeFormula(value) ? `'${value}` : value);
