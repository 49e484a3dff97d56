/** The end of an address: village, commune, province, with their class words, in Vietnamese and English. */
import type { AdministrativeUnit, Village } from '../records/village.ts';

export type UnitLevel = AdministrativeUnit['level'];

/** A village or unit as an address has it: its class word in small letters, and its bare name. */
export interface PlaceName {
  readonly word: string | null;
  readonly name: string;
}

export interface UnitName extends PlaceName {
  /** Null where an address leaves the class word out and the level cannot be told. */
  readonly level: UnitLevel | null;
}

const villageWords = /^(thôn|xóm|bản|làng|ấp|buôn|sóc|khối|khu phố|tổ dân phố|tiểu khu)\s+/iu;
const unitWords = /^(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s+/iu;

/** Short for the class words at the end of an address (RULES §9). Each needs its dot or a space behind it. */
const unitAbbreviations: readonly (readonly [short: RegExp, word: string])[] = [
  [/^x\.\s*/iu, 'xã'],
  [/^(?:p|ph)\.\s*/iu, 'phường'],
  [/^tt\.?\s+/iu, 'thị trấn'],
  [/^h\.\s*/iu, 'huyện'],
  [/^q\.\s*/iu, 'quận'],
  [/^tx\.?\s+/iu, 'thị xã'],
  [/^tp\.?\s+/iu, 'thành phố'],
  [/^t\.\s*/iu, 'tỉnh'],
];

const defaultWords: { readonly [L in UnitLevel]: string } = { commune: 'xã', district: 'huyện', province: 'tỉnh' };

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

const levelOfWord: Readonly<Record<string, UnitLevel>> = {
  xã: 'commune',
  phường: 'commune',
  'thị trấn': 'commune',
  'đặc khu': 'commune',
  huyện: 'district',
  quận: 'district',
  'thị xã': 'district',
  'thành phố': 'province',
  tỉnh: 'province',
};

/** "Chí Phúc" and "Thôn Chí Phúc" both give thôn + Chí Phúc. */
export function villagePlace(name: string): PlaceName {
  const word = villageWords.exec(name)?.[1]?.toLocaleLowerCase('vi') ?? 'thôn';
  return { word, name: name.replace(villageWords, '') };
}

/** "Xã Tống Sơn", or "Tống Sơn" at the level of a commune: xã + Tống Sơn. */
export function unitPlace({ level, name }: Pick<AdministrativeUnit, 'level' | 'name'>): UnitName {
  const word = unitWords.exec(name)?.[1]?.toLocaleLowerCase('vi') ?? defaultWords[level];
  return { level, word, name: name.replace(unitWords, '') };
}

/** "thôn Chí Phúc", "Chí Phúc Village". */
export const writeVillage = ({ word, name }: PlaceName, language: 'vi' | 'en'): string =>
  language === 'en' ? `${name} Village` : word === null ? name : `${word} ${name}`;

/** "xã Tống Sơn", "Tống Sơn Commune". */
export function writeUnit({ word, name }: PlaceName, language: 'vi' | 'en'): string {
  if (word === null) return name;
  return language === 'vi' ? `${word} ${name}` : `${name} ${englishWords[word] ?? ''}`.trim();
}

/** The village a segment of an address names by its word ("thôn Chí Phúc", "Chí Phúc Village"), or null. */
export function readVillage(segment: string): PlaceName | null {
  const english = /^(.+) Village$/u.exec(segment);
  if (english) return { word: 'thôn', name: english[1]! };
  return villageWords.test(segment) ? villagePlace(segment) : null;
}

/** The unit a segment names by its word, its abbreviation or in English ("Tống Sơn Commune"), or null. */
export function readUnit(segment: string): UnitName | null {
  const short = unitAbbreviations.find(([form]) => form.test(segment));
  const full = short ? segment.replace(short[0], `${short[1]} `) : segment;
  const word = unitWords.exec(full)?.[1]?.toLocaleLowerCase('vi');
  if (word !== undefined) return { level: levelOfWord[word]!, word, name: full.replace(unitWords, '') };
  const english = Object.entries(englishWords).find(([, one]) => segment.endsWith(` ${one}`));
  if (!english) return null;
  return { level: levelOfWord[english[0]]!, word: english[0], name: segment.slice(0, -english[1].length - 1) };
}

const levels: readonly UnitLevel[] = ['commune', 'district', 'province'];

/** The units a village belongs to now, smallest first. */
export const currentUnitNames = ({ currentUnits }: Pick<Village, 'currentUnits'>): readonly UnitName[] =>
  levels.flatMap((level) => currentUnits.filter((unit) => unit.level === level).map(unitPlace));

/**
 * The units a village belonged to on a day (YYYY-MM-DD), smallest first: "xã Hà Sơn", "huyện Hà Trung", "tỉnh Thanh
 * Hóa" in 2022. A unit without a date is taken to have been there always; of two at one level the later one holds.
 */
export function unitNamesOn(
  { currentUnits, formerUnits }: Pick<Village, 'currentUnits' | 'formerUnits'>,
  day: string,
): readonly UnitName[] {
  const valid = [...formerUnits, ...currentUnits].filter(
    ({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day),
  );
  return levels.flatMap((level) => {
    const ofLevel = valid.filter((unit) => unit.level === level);
    const latest = ofLevel.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1)).at(-1);
    return latest ? [unitPlace(latest)] : [];
  });
}

/** The last day on which the village belonged to units it no longer belongs to; null if none is known. */
export const lastDayOfFormerUnits = ({ formerUnits }: Pick<Village, 'formerUnits'>): string | null =>
  formerUnits
    .flatMap(({ validTo }) => (validTo === null ? [] : [validTo]))
    .sort()
    .at(-1) ?? null;
