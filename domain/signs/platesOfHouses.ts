/**
 * Number plates and their houses, matched here only: which houses want a plate, which plate is a house's, what it says
 * (RULES §1.8). What is made, what is refused, the files and the panels go by the same.
 */
import { fullNumber } from '../addressing/fullNumber.ts';
import { addressesInListOrder } from '../addressing/order.ts';
import { readingOf } from '../addressing/reading.ts';
import { currentAddresses } from '../coverage/currentAddress.ts';
import type { Address } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { Sign } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import { capitals, firstLine } from './faceText.ts';

/** Houses that stand and have an official number, in the order of the address list; or else a draft, where those are asked for. */
export function numberedHouses(world: World, withDrafts: boolean): readonly (readonly [House, Address])[] {
  const current = currentAddresses(world);
  return addressesInListOrder(world).flatMap((address) => {
    const house = world.house.get(address.houseId);
    const isWanted = current.get(address.houseId) === address && (withDrafts || address.state === 'issued');
    return house && house.state !== 'demolished' && isWanted ? [[house, address] as const] : [];
  });
}

/** Worked out once for the signs, or the addresses, of a world: they are never changed in place. */
const plates = new WeakMap<World['sign'], ReadonlyMap<Id, readonly Sign[]>>();
const addresses = new WeakMap<World['address'], ReadonlyMap<Id, readonly Address[]>>();

/** House id → its plates, without those taken down. */
export function platesByHouse({ sign: signs }: Pick<World, 'sign'>): ReadonlyMap<Id, readonly Sign[]> {
  const known = plates.get(signs) ?? byHouse([...signs.values()].filter(isPlateInUse));
  plates.set(signs, known);
  return known;
}

export const platesOfHouse = (world: Pick<World, 'sign'>, houseId: Id): readonly Sign[] =>
  platesByHouse(world).get(houseId) ?? [];

/** Also of one that belongs to no house. */
export const isPlateInUse = ({ signKind, state }: Sign): boolean => signKind === 'house-plate' && state !== 'removed';

/** House id → all its addresses, those withdrawn too. */
function addressesByHouse({ address }: World): ReadonlyMap<Id, readonly Address[]> {
  const known = addresses.get(address) ?? byHouse(address.values());
  addresses.set(address, known);
  return known;
}

function byHouse<T extends { readonly houseId: Id | null }>(items: Iterable<T>): ReadonlyMap<Id, readonly T[]> {
  const groups = new Map<Id, T[]>();
  for (const item of items) {
    if (item.houseId === null) continue;
    const group = groups.get(item.houseId);
    if (group) group.push(item);
    else groups.set(item.houseId, [item]);
  }
  return groups;
}

/** "5/12A" of "Số 5/12a" over "ĐƯỜNG LÀNG": its first line in capitals, with or without "SỐ" before it. */
export const numberOnPlate = ({ faces }: Pick<Sign, 'faces'>): string =>
  capitals(firstLine(faces[0] ?? '')).replace(/^SỐ( NHÀ)? /u, '');

export const saysNumber = (plate: Pick<Sign, 'faces'>, number: string): boolean =>
  numberOnPlate(plate) === capitals(number);

/** The plate of a house: the one that says this number before others; null while it has none. */
export function plateFor(world: World, houseId: Id, number: string): Sign | null {
  const own = platesOfHouse(world, houseId);
  return own.find((plate) => saysNumber(plate, number)) ?? own[0] ?? null;
}

/** It says a number that its house had once and has no longer: it may hang until somebody takes it down. */
export function saysWithdrawn(world: World, plate: Sign): boolean {
  const own = (plate.houseId === null ? undefined : addressesByHouse(world).get(plate.houseId)) ?? [];
  const said = own.filter((address) => saysNumber(plate, readingOf(world, address)));
  return said.length > 0 && said.every(({ state }) => state === 'retired');
}

/** Thought of or at the workshop. */
export const isInHand = ({ state }: Sign): boolean => state === 'planned' || state === 'ordered';

/**
 * Whether it is the one plate its house may have (RULES §12.11). One that hangs or hung and says another number than the
 * house has does not count: the house waits for its new one. One in hand counts whatever it says: it is written anew. A
 * damaged or missing one counts: it is made again as the sign it is, and no second one is planned.
 */
export function countsForHouse(world: World, plate: Sign): boolean {
  if (plate.houseId === null || !isPlateInUse(plate)) return false;
  if (isInHand(plate)) return true;
  const address = currentAddresses(world).get(plate.houseId);
  return address ? saysNumber(plate, fullNumber(world, address)) : !saysWithdrawn(world, plate);
}

/** Whether the workshop has a plate with this number to make: where none hangs whole, so also for a damaged or missing one. */
export const isToBeMade = (plate: Sign | null, number: string): boolean =>
  plate === null || !saysNumber(plate, number) || plate.state !== 'installed';
