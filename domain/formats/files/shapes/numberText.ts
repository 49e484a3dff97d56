/** A number as cells have it. */

/** 1234.5, without an exponent; what is smaller than 1e-15 is 0. */
export function numberText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  if (Math.abs(value) >= 1) return BigInt(value).toString();
  return value
    .toFixed(15)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0');
}
