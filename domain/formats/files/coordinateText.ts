/** One coordinate as people write it in a cell: 105.79, 105,79, 2.213.555,57, 19°58'12.3"N, 19 58 12.3, N 19° 58.205'. */

export interface CoordinateText {
  readonly value: number;
  /** What a letter beside it says; null where none stands. */
  readonly axis: 'latitude' | 'longitude' | null;
}

const letters: Readonly<Record<string, readonly [CoordinateText['axis'], 1 | -1]>> = {
  N: ['latitude', 1],
  B: ['latitude', 1],
  S: ['latitude', -1],
  E: ['longitude', 1],
  Đ: ['longitude', 1],
  W: ['longitude', -1],
};

/**
 * Null where it is no coordinate. Bắc and Đông (B, Đ) are read like N and E; a "T" or an "O" could be west or south-west of
 * nothing here and is not. Minutes and seconds must be below 60.
 */
export function readCoordinateText(text: string): CoordinateText | null {
  const trimmed = text.normalize('NFC').trim().toUpperCase().replace(/\s+/g, ' ');
  if (trimmed === '' || trimmed.length > 60) return null;
  const found = /^([NSEWBĐ])?\s*(.*?)\s*([NSEWBĐ])?$/u.exec(trimmed);
  const [, before, body = '', after] = found ?? [];
  if (before && after) return null;
  const [axis, sign] = letters[before ?? after ?? ''] ?? [null, 1 as const];
  const value = plainNumber(body) ?? sexagesimal(body);
  if (value === null || (axis !== null && value < 0)) return null;
  return { value: value * sign, axis };
}

/** A point or a comma before the decimals; both together, or one of them twice, group thousands. */
function plainNumber(text: string): number | null {
  const bare = text.replace(/\s*(°|º|M)$/u, '');
  if (/^[+-]?\d+([.,]\d*)?$/.test(bare)) return finite(bare.replace(',', '.'));
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return finite(bare.replaceAll('.', '').replace(',', '.'));
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return finite(bare.replaceAll(',', ''));
  if (/^[+-]?\d{1,3}( \d{3})+([.,]\d+)?$/.test(bare)) return finite(bare.replaceAll(' ', '').replace(',', '.'));
  return /^[+-]?\d+(\.\d+)?E[+-]?\d{1,3}$/.test(bare) ? finite(bare) : null;
}

const finite = (text: string): number | null => (Number.isFinite(Number(text)) ? Number(text) : null);

const parts =
  /^([+-])?(\d{1,3})\s*[°º:D ]\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:['’′:M ]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|”|″|''|’’|′′|S)?)?)?$/u;

function sexagesimal(text: string): number | null {
  const found = parts.exec(text);
  if (!found) return null;
  const [, sign, degrees, minutes, seconds] = found;
  const [d, m, s] = [degrees, minutes, seconds].map((part) => Number((part ?? '0').replace(',', '.')));
  if (m! >= 60 || s! >= 60 || (seconds !== undefined && !Number.isInteger(m))) return null;
  const value = d! + m! / 60 + s! / 3600;
  return sign === '-' ? -value : value;
}
