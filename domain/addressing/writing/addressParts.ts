/** What an address is made of, and how it is written: short and long form, Vietnamese and English (RULES §1.5). */
import type { WayWord } from '../roadClass.ts';
import { writeUnit, writeVillage, type PlaceName, type UnitName } from '../unitsLine.ts';
import { englishWayWord } from './wayWords.ts';

export type AddressWay =
  /** Its own name, without the word: Đền Hàn; the word may be missing. */
  | { readonly kind: 'named'; readonly word: WayWord | null; readonly name: string }
  /** A lane by its own number: 4 in ngách 5/4. */
  | { readonly kind: 'numbered'; readonly word: WayWord; readonly number: string }
  /** Neither yet: it is not written, but numbers begin anew in it. */
  | { readonly kind: 'unnamed' };

export interface AddressParts {
  /** The house's number on its way, in canonical form: "4", "72-74", "A10". */
  readonly house: string;
  /** Outermost first. */
  readonly ways: readonly AddressWay[];
  readonly village: PlaceName | null;
  /** Smallest first. */
  readonly units: readonly UnitName[];
}

export interface WritingForm {
  /** short: "5/4/4 đường Đền Hàn"; long: "Số 4, ngách 5/4, ngõ 5, đường Đền Hàn". */
  readonly form: 'short' | 'long';
  readonly language: 'vi' | 'en';
}

/** The whole line. The short form leaves out the ways outside the one whose name the numbers begin at. */
export function writeAddress({ house, ways, village, units }: AddressParts, { form, language }: WritingForm): string {
  const written = [...(form === 'long' ? longForm(house, ways, language) : [shortForm(house, ways, language)])];
  if (village) written.push(writeVillage(village, language));
  return [...written, ...units.map((unit) => writeUnit(unit, language))].join(', ');
}

function longForm(house: string, ways: readonly AddressWay[], language: 'vi' | 'en'): string[] {
  const written: string[] = [];
  let chain: string[] = [];
  for (const way of ways) {
    if (way.kind === 'numbered') {
      chain = [...chain, way.number];
      written.unshift(`${language === 'vi' ? way.word : englishWayWord(way.word)} ${chain.join('/')}`);
    } else {
      chain = [];
      if (way.kind === 'named') written.unshift(writeNamed(way, language));
    }
  }
  return [`${language === 'vi' ? 'Số' : 'No.'} ${house}`, ...written];
}

function shortForm(house: string, ways: readonly AddressWay[], language: 'vi' | 'en'): string {
  const start = ways.findLastIndex((way) => way.kind !== 'numbered');
  const numbers = ways.slice(start + 1).flatMap((way) => (way.kind === 'numbered' ? [way.number] : []));
  const beginning = ways[start];
  const name = beginning?.kind === 'named' ? ` ${writeNamed(beginning, language)}` : '';
  return [...numbers, house].join('/') + name;
}

/** "đường Đền Hàn", "Đền Hàn Road", "Road 5". */
function writeNamed({ word, name }: AddressWay & { readonly kind: 'named' }, language: 'vi' | 'en'): string {
  if (word === null) return name;
  if (language === 'vi') return `${word} ${name}`;
  return /^\d/.test(name) ? `${englishWayWord(word)} ${name}` : `${name} ${englishWayWord(word)}`;
}
