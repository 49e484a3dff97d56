/** The number plates a village needs: what each says, how large it is, and what hangs at the house now (RULES §1.8). */
import { fullNumber } from '../addressing/fullNumber.ts';
import type { Address } from '../records/address.ts';
import type { House } from '../records/house.ts';
import type { Sign } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import { isToBeMade, numberedHouses, plateFor, saysNumber } from './platesOfHouses.ts';
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
export const housePlates = (world: World, numbers: PlateNumbers): readonly HousePlate[] =>
  numberedHouses(world, numbers === 'all').map(([house, address]): HousePlate => {
    const number = fullNumber(world, address);
    const plate = plateFor(world, house.id, number);
    const saysOther = plate !== null && !saysNumber(plate, number);
    return {
      ...{ house, address, number, plate, saysOther },
      characters: charactersOf(number),
      size: plate?.size && !saysOther ? plate.size : housePlateSize(charactersOf(number)),
      isNeeded: isToBeMade(plate, number),
    };
  });
