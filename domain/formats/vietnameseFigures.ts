/** Figures as Vietnamese papers have them: 1.234.500 đ, 12,5 m, 19,9712345°. */

/** Whole numbers in groups of three: 1234500 → "1.234.500". */
export const groupedNumber = (value: number): string =>
  `${value < 0 ? '-' : ''}${String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, '.')}`;

/** Đồng; a dash where nobody has said. */
export const dong = (value: number | null): string => (value === null ? '—' : `${groupedNumber(value)} đ`);

/** With so many places behind the comma. */
export function decimal(value: number, places: number): string {
  const [whole = '0', rest] = Math.abs(value).toFixed(places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${value < 0 ? '-' : ''}${grouped}${rest === undefined ? '' : `,${rest}`}`;
}
