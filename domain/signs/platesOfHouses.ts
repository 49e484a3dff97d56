/**
 * Number plates and their houses, matched here only: which houses want a plate, which plate is a house's, what it says
 * (RULES §1.8). What is made, what is refused, the files and the panels go by the same.
 */
import { fullNumber } from '../addressing/fullNumber.ts';
import { addressesInListOrder } from '../addressing/order.ts';
import { readingOf } from '../addressing/reading.ts';
import { currentAddresses } from '../coverage/currentAddress.ts';
import { groupedBy } from '../grouped.ts';
import type { Address } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { Sign } from '../records/sign.ts';
import { remember } from '../records/remember.ts';
import type { World } from '../records/world.ts';
import { capitals, firstLine } from './faceText.ts';
import { isInHand } from './stateFields.ts';

/** Houses that stand and have an official number, in the order of the address list; or else a draft, where those are asked for. */
export function numberedHouses(world: World, withDrafts: boolean): readonly (readonly [House, Address])[] {
  const current = currentAddresses(world);
  return addressesInListOrder(world).flatMap((address) => {
    const house = world.house.get(address.houseId);
    const isWanted = current.get(address.houseId) === address && (withDrafts || address.state === 'issued');
    return house && house.state !== 'demolished' && isWanted ? [[house, address] as const] : [];
  });
}

/** House id → its plates, without those taken down. */
const platesByHouse = remember(['sign'], ({ sign }) =>
  groupedBy([...sign.values()].filter(isPlateInUse), ({ houseId }) => houseId),
);

export const platesOfHouse = (world: World, houseId: Id): readonly Sign[] => platesByHouse(world).get(houseId) ?? [];

/** Also of one that belongs to no house. */
export const isPlateInUse = ({ signKind, state }: Sign): boolean => signKind === 'house-plate' && state !== 'removed';

/** House id → all its addresses, those withdrawn too. */
const addressesByHouse = remember(['address'], ({ address }) => groupedBy(address.values(), ({ houseId }) => houseId));

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
