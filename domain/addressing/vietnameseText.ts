/** Vietnamese text: the one stored form, the form for comparison, the order of names (RULES §9). */

/** NFC, look-alikes of Đ mapped to Đ, white space made single and trimmed. */
export const normalizeText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00D0\u0189]/g, 'Đ')
    .replace(/\u0256/g, 'đ')
    .replace(/\s+/g, ' ')
    .trim();

/** Without marks, đ as d, small letters: "Đường Chí Phúc" → "duong chi phuc". For search and for duplicates. */
export const foldText = (text: string): string =>
  normalizeText(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase();

const collator = new Intl.Collator('vi', { numeric: true });

/** Dương < Đồng < Đường; Ngõ 2 < Ngõ 2A < Ngõ 10. */
export const compareVietnamese = (a: string, b: string): number => collator.compare(a, b);
