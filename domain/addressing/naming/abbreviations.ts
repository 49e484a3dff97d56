/** Short forms in names of ways written out where they can mean one thing only (RULES §9): Đ. Láng → Đường Láng. */

/** What stands before a name or after a lane's number: "Đ. Láng", "Ngõ 5 P. Kim Mã". */
const beforeName = '(?<=^|\\d\\p{L}?\\s*(?:-\\s*)?)';

const shorts: readonly (readonly [short: RegExp, full: string])[] = [
  [new RegExp(`${beforeName}(?:đ|đg)\\.\\s*(?=[\\p{L}\\d])`, 'giu'), 'Đường '],
  [new RegExp(`${beforeName}(?:p|ph)\\.\\s*(?=[\\p{L}\\d])`, 'giu'), 'Phố '],
  [/^ng\.?\s*(?=\d)/iu, 'Ngõ '],
  [/^h\.\s*(?=\d)/iu, 'Hẻm '],
  [/^QL\.?\s*(?=\d)/u, 'Quốc lộ '],
  [/^TL\.?\s*(?=\d)/u, 'Tỉnh lộ '],
  [/(?<!\p{L})K[ĐD]T(?!\p{L})\.?/u, 'Khu đô thị'],
  [/(?<!\p{L})KTT(?!\p{L})\.?/u, 'Khu tập thể'],
  [/(?<!\p{L})KDC(?!\p{L})\.?/u, 'Khu dân cư'],
  [/(?<!\p{L})TDP(?!\p{L})\.?/u, 'Tổ dân phố'],
  [/(?<!\p{L})NVH(?!\p{L})\.?/u, 'Nhà văn hóa'],
  // At the beginning "Ng. Đình" may be a lane; behind another word it is the family name.
  [/(?<=\p{L}\s+)Ng\.\s*(?=\p{Lu})/u, 'Nguyễn '],
];

/** The name with its safe short forms written out; unchanged if it has none. TT (thị trấn, tập thể) stays. */
export const writtenOut = (name: string): string =>
  shorts.reduce((text, [short, full]) => text.replace(short, full), name);
