/** The Plus Code of each house to be numbered: 11 digits, 12 where entrances share a cell, none twice (ANCHORS). */
import type { Position } from '../geometry/shapes.ts';
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
  const codes = codeEntrances(houses, held, cellsOf(houses));
  const taken = takenBy(held);
  const codeOf = new Map<Id, string>();
  const shared: [Id, Id][] = [];
  houses.forEach((house, index) => {
    const code = codes[index];
    if (code !== null && code !== undefined) return void codeOf.set(house.id, code);
    const own = encodePlusCode(house.entrance, 12);
    shared.push([house.id, taken.get(own) ?? houses[codes.indexOf(own)]!.id]);
  });
  return { codeOf, shared };
}

const cellOf = ({ entrance }: Pick<House, 'entrance'>): string => encodePlusCode(entrance, 11);

/** The houses asked about last with their cells: an edit of some house leaves those of the others as they were. */
let latest: { readonly houses: readonly House[]; readonly cells: readonly string[] } = { houses: [], cells: [] };

function cellsOf(houses: readonly House[]): readonly string[] {
  const before = latest;
  const cells = houses.map((house, index) => (before.houses[index] === house ? before.cells[index]! : cellOf(house)));
  latest = { houses, cells };
  return cells;
}

/**
 * The code of each entrance; null where another that comes before it, or a held code, has the very same one. `cells`:
 * the codes of 11 digits, where they are known.
 */
export function codeEntrances(
  houses: readonly { readonly entrance: Position }[],
  held: ReadonlyMap<string, HeldAddress>,
  cells: readonly string[] = houses.map(cellOf),
): readonly (string | null)[] {
  /** Who came first in each 11-digit cell: eight digits, the plus sign and three more. */
  const firstIn = new Map<string, number>();
  for (const code of held.keys()) firstIn.set(code.slice(0, 12), outside);
  const codes: (string | null)[] = [...cells];
  const isShared = new Uint8Array(codes.length);
  cells.forEach((cell, index) => {
    const first = firstIn.get(cell);
    if (first === undefined) return void firstIn.set(cell, index);
    isShared[index] = 1;
    if (first !== outside) isShared[first] = 1;
  });
  const given = new Set<string>(takenBy(held).keys());
  for (let index = 0; index < codes.length; index += 1) {
    if (isShared[index] === 0) continue;
    const code = encodePlusCode(houses[index]!.entrance, 12);
    codes[index] = given.has(code) ? null : code;
    given.add(code);
  }
  return codes;
}

/** The codes that held addresses leave to no other, with their houses. */
function takenBy(held: ReadonlyMap<string, HeldAddress>): ReadonlyMap<string, Id> {
  const taken = new Map<string, Id>();
  for (const [code, { houseId, entrance }] of held) {
    taken.set(code, houseId);
    // A code of 11 digits stands for its cell; what is in the very place of its entrance is not told apart by a twelfth.
    taken.set(encodePlusCode(entrance, 12), houseId);
  }
  return taken;
}

/** Of a cell: not by one of these entrances. */
const outside = -1;
