/** The end of an address: village, commune, province, with their class words, in Vietnamese and English. */
import type { AdministrativeUnit } from '../records/village.ts';

const villageWords = /^(thôn|xóm|bản|làng|ấp|buôn|sóc|khối|khu phố|tổ dân phố|tiểu khu)\s+/iu;
const unitWords = /^(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s+/iu;

const defaultWords: { readonly [L in AdministrativeUnit['level']]: string } = {
  commune: 'xã',
  district: 'huyện',
  province: 'tỉnh',
};

const englishWords: Readonly<Record<string, string>> = {
  xã: 'Commune',
  phường: 'Ward',
  'thị trấn': 'Township',
  'đặc khu': 'Special Zone',
  huyện: 'District',
  quận: 'District',
  'thị xã': 'Town',
  'thành phố': 'City',
  tỉnh: 'Province',
};

export const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** "Chí Phúc" and "Thôn Chí Phúc" both give "thôn Chí Phúc". */
export const vietnameseVillage = (name: string): string =>
  villageWords.test(name) ? lowerFirst(name) : `thôn ${name}`;

export const englishVillage = (name: string): string => `${name.replace(villageWords, '')} Village`;

/** Smallest first: "xã Tống Sơn", "tỉnh Thanh Hóa". */
export function unitsLine(units: readonly AdministrativeUnit[], language: 'vi' | 'en'): string[] {
  const levels = ['commune', 'district', 'province'] as const;
  return levels.flatMap((level) =>
    units
      .filter((unit) => unit.level === level)
      .map(({ name }) => {
        const word = unitWords.exec(name)?.[1]?.toLocaleLowerCase('vi') ?? defaultWords[level];
        const bare = name.replace(unitWords, '');
        return language === 'vi' ? `${word} ${bare}` : `${bare} ${englishWords[word] ?? ''}`.trim();
      }),
  );
}
