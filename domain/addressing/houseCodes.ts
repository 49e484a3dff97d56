/** The Plus Code of each house to be numbered: 11 digits, 12 where entrances share a cell, none twice (ANCHORS). */
import type { Id } from '../records/fields.ts';
import type { Address } from '../records/address.ts';
import type { House } from '../records/house.ts';
import { encodePlusCode } from './plusCode.ts';

export interface HouseCodes {
  readonly codeOf: ReadonlyMap<Id, string>;
  /** Houses whose entrance is that of another house: to be told apart on the map first. [house, the other if known] */
  readonly shared: readonly (readonly [houseId: Id, otherHouseId: Id])[];
}

/** An address that stays as it is: its house, and the entrance it was made for. */
export type HeldAddress = Pick<Address, 'houseId' | 'entrance'>;

/** `held`: other houses' addresses that stay as they are, by their codes. */
export function codeHouses(houses: readonly House[], held: ReadonlyMap<string, HeldAddress>): HouseCodes {
  const bearers = new Map<string, number>();
  const count = (cell: string) => bearers.set(cell, (bearers.get(cell) ?? 0) + 1);
  for (const code of held.keys()) count(code.slice(0, 12));
  const fine = houses.map((house) => {
    const code = encodePlusCode(house.entrance, 12);
    // Eight digits, the plus sign and three more: the 11-digit cell.
    count(code.slice(0, 12));
    return [house.id, code] as const;
  });

  const codeOf = new Map<Id, string>();
  const shared: [Id, Id][] = [];
  const given = new Map<string, Id>();
  for (const [code, { houseId, entrance }] of held) {
    given.set(code, houseId);
    // A code of 11 digits stands for its cell; what is in the very place of its entrance is not told apart by a twelfth.
    given.set(encodePlusCode(entrance, 12), houseId);
  }
  for (const [houseId, code] of fine) {
    const cell = code.slice(0, 12);
    const own = bearers.get(cell)! > 1 ? code : cell;
    const other = given.get(own);
    if (other !== undefined) shared.push([houseId, other]);
    else {
      given.set(own, houseId);
      codeOf.set(houseId, own);
    }
  }
  return { codeOf, shared };
}
