/** Full numbers (5/4/4) and whole address lines, short and long, in Vietnamese and English (RULES §1.5). */
import type { Address } from '../records/address.ts';
import type { Road } from '../records/road.ts';
import { villageOf, type World } from '../records/world.ts';
import { classWords, splitClassWord } from './roadClass.ts';
import { englishVillage, lowerFirst, unitsLine, vietnameseVillage } from './unitsLine.ts';

/** The ways from the outermost to this one. */
export function waysTo(world: World, road: Road): readonly Road[] {
  const ways: Road[] = [];
  let way: Road | undefined = road;
  while (way && !ways.includes(way)) {
    ways.unshift(way);
    way = way.parentRoadId === null ? undefined : world.road.get(way.parentRoadId);
  }
  return ways;
}

/** The numbers a way's name is made of: [5, 4] for ngách 5/4. A way with a proper name, or none, begins anew. */
export function numberChain(world: World, road: Road): readonly string[] {
  const chain: string[] = [];
  for (const way of waysTo(world, road)) {
    if (way.name !== null || way.numberName === null) chain.length = 0;
    else chain.push(way.numberName);
  }
  return chain;
}

/** Lane, alley and house: "5/4/4". */
export function fullNumber(world: World, address: Pick<Address, 'roadId' | 'number'>): string {
  const road = world.road.get(address.roadId);
  return road ? [...numberChain(world, road), address.number].join('/') : address.number;
}

export interface AddressLineOptions {
  /** short: "5/4/4 đường Đền Hàn"; long: "Số 4, ngách 5/4, ngõ 5, đường Đền Hàn". */
  readonly form: 'short' | 'long';
  readonly language: 'vi' | 'en';
  /** With the village and the units it now belongs to. */
  readonly withUnits: boolean;
}

export function addressLine(world: World, address: Address, options: AddressLineOptions): string {
  const { form, language, withUnits } = options;
  const road = world.road.get(address.roadId);
  const ways = road ? waysTo(world, road).toReversed() : [];
  const parts: string[] = [];
  if (form === 'long') {
    parts.push(`${language === 'vi' ? 'Số' : 'No.'} ${address.number}`);
    for (const way of ways) {
      const words = wayWords(world, way, language);
      if (words !== null) parts.push(words);
    }
  } else {
    // The short form needs only the way whose proper name the numbers begin at.
    const named = ways.find((way) => way.name !== null || way.numberName === null);
    const words = named ? wayWords(world, named, language) : null;
    parts.push([fullNumber(world, address), ...(words === null ? [] : [words])].join(' '));
  }
  if (withUnits) {
    const village = villageOf(world);
    if (village) {
      parts.push(language === 'vi' ? vietnameseVillage(village.name) : englishVillage(village.name));
      parts.push(...unitsLine(village.currentUnits, language));
    }
  }
  return parts.join(', ');
}

/** How a way is written inside an address: "đường Đền Hàn", "ngõ 5", "Đền Hàn Road"; null while it has no name. */
function wayWords(world: World, way: Road, language: 'vi' | 'en'): string | null {
  const word = classWords[way.class][language];
  if (way.name === null) {
    if (way.numberName === null) return null;
    const label = `${word} ${numberChain(world, way).join('/')}`;
    return language === 'vi' ? lowerFirst(label) : label;
  }
  const split = splitClassWord(way.name);
  if (language === 'vi') return split.word === null ? way.name : lowerFirst(way.name);
  if (split.word === null || split.class === null) return way.name;
  const english = split.word === 'Phố' ? 'Street' : classWords[split.class].en;
  return /^\d/.test(split.rest) ? `${english} ${split.rest}` : `${split.rest} ${english}`;
}
