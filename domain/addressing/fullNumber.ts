/** Full numbers (5/4/4) and whole address lines of a world's addresses (RULES §1.5). */
import type { Address } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { Road } from '../records/road.ts';
import { villageOf, type World } from '../records/world.ts';
import { classWords, splitClassWord, wayWordOf } from './roadClass.ts';
import { currentUnitNames, unitNamesOn, villagePlace } from './unitsLine.ts';
import { writeAddress, type AddressParts, type AddressWay, type WritingForm } from './writing/addressParts.ts';

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

/** What comes before a house's own number on each road: "5/4/"; worked out once a road. */
export function numberPrefixes(world: World): (roadId: Id) => string {
  const known = new Map<Id, string>();
  return (roadId) => {
    let prefix = known.get(roadId);
    if (prefix === undefined) {
      const road = world.road.get(roadId);
      prefix = road
        ? numberChain(world, road)
            .map((number) => `${number}/`)
            .join('')
        : '';
      known.set(roadId, prefix);
    }
    return prefix;
  };
}

export interface AddressLineOptions extends WritingForm {
  /** With the village and the units it belongs to. */
  readonly withUnits: boolean;
  /** The day (YYYY-MM-DD) whose units are written, as an older paper has them; absent: those of now. */
  readonly unitsOn?: string;
}

/** "Số 4, ngách 5/4, ngõ 5, đường Đền Hàn, thôn Chí Phúc, xã Tống Sơn": the address as people read it. */
export const addressLine = (
  world: World,
  address: Pick<Address, 'roadId' | 'number'>,
  options: AddressLineOptions,
): string => writeAddress(addressParts(world, address, options), options);

/** What the line is made of. */
export function addressParts(
  world: World,
  address: Pick<Address, 'roadId' | 'number'>,
  { withUnits, unitsOn }: Pick<AddressLineOptions, 'withUnits' | 'unitsOn'>,
): AddressParts {
  const road = world.road.get(address.roadId);
  const village = withUnits ? villageOf(world) : undefined;
  const units = village && (unitsOn === undefined ? currentUnitNames(village) : unitNamesOn(village, unitsOn));
  return {
    house: address.number,
    ways: road ? waysTo(world, road).map(wayPart) : [],
    village: village ? villagePlace(village.name) : null,
    units: units ?? [],
  };
}

function wayPart(way: Road): AddressWay {
  if (way.name === null) {
    if (way.numberName === null) return { kind: 'unnamed' };
    return { kind: 'numbered', word: wayWordOf(classWords[way.class].vi) ?? 'ngõ', number: way.numberName };
  }
  const { word, rest } = splitClassWord(way.name);
  return { kind: 'named', word: word === null ? null : wayWordOf(word), name: rest };
}
