/** The number plates a village needs: what each says, how large it is, and what hangs at the house now (RULES §1.8). */
import { addressesInListOrder } from '../addressing/order.ts';
import { fullNumber } from '../addressing/fullNumber.ts';
import type { Address } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { Sign } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import { charactersOf, housePlateSize, type FaceSize } from './sizes.ts';

export interface HousePlate {
  readonly house: House;
  readonly address: Address;
  /** As written on the plate: "5/4/4". */
  readonly number: string;
  readonly characters: number;
  readonly size: FaceSize;
  /** The plate in use or in hand, the one that says this number before others; null while the house has none. */
  readonly plate: Sign | null;
  /** Its plate says another number than it has now. */
  readonly saysOther: boolean;
  /** No plate with this number hangs there whole. */
  readonly isNeeded: boolean;
}

/** issued: official numbers only; all: drafts too. */
export type PlateNumbers = 'issued' | 'all';

/** In the order of the address list. A draft is left out where the house has an issued number. */
export function housePlates(world: World, numbers: PlateNumbers): readonly HousePlate[] {
  const platesOf = new Map<Id, Sign[]>();
  for (const sign of world.sign.values()) {
    if (sign.signKind !== 'house-plate' || sign.houseId === null || sign.state === 'removed') continue;
    platesOf.set(sign.houseId, [...(platesOf.get(sign.houseId) ?? []), sign]);
  }
  const issued = new Set<Id>();
  for (const { state, houseId } of world.address.values()) if (state === 'issued') issued.add(houseId);
  return addressesInListOrder(world).flatMap((address) => {
    const house = world.house.get(address.houseId);
    const isWanted =
      address.state === 'issued' || (numbers === 'all' && address.state === 'draft' && !issued.has(address.houseId));
    return house && house.state !== 'demolished' && isWanted
      ? [plateFor(world, house, address, platesOf.get(house.id) ?? [])]
      : [];
  });
}

function plateFor(world: World, house: House, address: Address, plates: readonly Sign[]): HousePlate {
  const number = fullNumber(world, address);
  const says = (sign: Sign) => (sign.faces[0] ?? '').split('\n')[0]?.trim() === number;
  const plate = plates.find(says) ?? plates[0] ?? null;
  const saysOther = plate !== null && !says(plate);
  return {
    ...{ house, address, number, plate, saysOther },
    characters: charactersOf(number),
    size: plate?.size && !saysOther ? plate.size : housePlateSize(charactersOf(number)),
    isNeeded: plate === null || saysOther || plate.state !== 'installed',
  };
}
