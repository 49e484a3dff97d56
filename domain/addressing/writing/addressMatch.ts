/** Which addresses a person means by a number or address as written: "5/3", "Ngõ 5 số 3", "12-14 đường Đền Hàn". */
import type { Address } from '../../records/address.ts';
import type { Id } from '../../records/fields.ts';
import { insertionOf } from '../../records/numberingProfile.ts';
import type { World } from '../../records/world.ts';
import { addressParts, fullNumber } from '../fullNumber.ts';
import { nameRelation } from '../naming/nameRelation.ts';
import { compareNumbers } from '../number.ts';
import { profileOf } from '../profile.ts';
import type { AddressWay } from './addressParts.ts';
import { isAddressText, readAddress } from './addressText.ts';
import { isHouseText, readHouseText, type HouseText, type HouseTextOptions } from './houseText.ts';

/**
 * How well an address fits what was typed: 0 its full number is the one typed, 1 it ends in it (house 3 of any lane
 * for "3"), null not at all. Null for the whole where the text names no house. A way named with it must fit too;
 * village and units are not looked at, as all addresses are of one village. `fullOf`: full numbers already known.
 */
export function addressMatch(
  world: World,
  typed: string,
  fullOf: (address: Address) => string = (address) => fullNumber(world, address),
): ((address: Address) => 0 | 1 | null) | null {
  const meant = meantBy(typed, { insertion: insertionOf(profileOf(world)) });
  if (meant === null) return null;
  const { number, named } = meant;
  const readings = [number, ...(number.otherReading ? [number.otherReading] : [])];
  const onRoad = new Map<Id, boolean>();
  return (address) => {
    const isOnNamed =
      onRoad.get(address.roadId) ?? isOn(named, addressParts(world, address, { withUnits: false }).ways);
    onRoad.set(address.roadId, isOnNamed);
    if (!isOnNamed) return null;
    const full = fullOf(address);
    const ranks = readings.flatMap((reading) => rankOf(reading, full) ?? []);
    return ranks.length === 0 ? null : ranks.includes(0) ? 0 : 1;
  };
}

interface Meant {
  readonly number: HouseText;
  readonly named: readonly NamedWay[];
}

/** A number alone may be a list with commas, which part an address; so it is tried first. */
function meantBy(typed: string, options: HouseTextOptions): Meant | null {
  const number = readHouseText(typed, options);
  if (isHouseText(number)) return { number, named: [] };
  const read = readAddress(typed, options);
  return isAddressText(read)
    ? { number: read.number, named: read.parts.ways.filter((way) => way.kind === 'named') }
    : null;
}

/** A range holds all numbers between its ends on the same side of the way. */
function rankOf({ lanes, kind, houses }: HouseText, full: string): 0 | 1 | null {
  const parts = full.split('/');
  const house = parts.at(-1)!;
  const [first, last = first] = houses;
  const isHouse =
    kind === 'range'
      ? compareNumbers(first!, house) <= 0 &&
        compareNumbers(house, last!) <= 0 &&
        Number.parseInt(first!) % 2 === Number.parseInt(house) % 2
      : houses.includes(house);
  const chain = lanes.map(({ number }) => number);
  const above = parts.slice(0, -1);
  if (!isHouse || chain.some((number, i) => number !== above.at(i - chain.length))) return null;
  return chain.length === above.length ? 0 : 1;
}

type NamedWay = AddressWay & { readonly kind: 'named' };

/** Every way named is one the address lies on, misspelled or without its marks too. */
const isOn = (named: readonly NamedWay[], ways: readonly AddressWay[]): boolean =>
  named.every((asked) =>
    ways.some((way) => way.kind === 'named' && nameRelation(asked.name, way.name) !== 'different'),
  );
