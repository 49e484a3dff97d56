/** The rows of a numbering plan: old → new for houses in list order, and for the names of lanes. */
import type { Address, Side } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';
import { fullNumber, numberPrefixes } from './fullNumber.ts';
import type { PlannedWays } from './numberingWays.ts';
import { laneNameIn, type WayNumbers } from './numberWays.ts';
import { addressesInListOrder } from './order.ts';

export interface NumberingRow {
  readonly houseId: Id;
  readonly roadId: Id;
  readonly measureMeters: number;
  readonly side: Side;
  readonly oldNumber: string | null;
  readonly newNumber: string;
  readonly oldFull: string | null;
  readonly newFull: string;
  readonly plusCode: string;
  /**
   * new: had none; changed: a draft that reads otherwise than before; same; kept-issued: official, stays as it is;
   * reissued: official, gives way to another one under the decision of a renumbering.
   */
  readonly state: 'new' | 'changed' | 'same' | 'kept-issued' | 'reissued';
}

/** An official address that ends with a renumbering, with nothing in its place: its house is gone. */
export interface WithdrawnRow {
  readonly houseId: Id;
  readonly roadId: Id;
  readonly oldNumber: string;
  readonly oldFull: string;
}

export interface NumberingRoadRow {
  readonly roadId: Id;
  readonly oldNumberName: string | null;
  readonly newNumberName: string | null;
  /** The line is turned round to run the way numbers rise. */
  readonly reoriented: boolean;
  /** The way it opens from, if this plan found it on the ground; null where the record has it or there is none. */
  readonly foundParentRoadId: Id | null;
}

/** The houses of the roads being numbered, and every address below them that reads otherwise. */
export function planHouseRows(before: World, after: World, ways: PlannedWays): NumberingRow[] {
  const { draftOf, issuedOf } = standingAddresses(before);
  const rows: NumberingRow[] = [];
  const [prefixBefore, prefixAfter] = [numberPrefixes(before), numberPrefixes(after)];
  for (const address of addressesInListOrder(after)) {
    if (address.state === 'retired') continue;
    const { houseId, roadId, measureMeters, side, number, plusCode } = address;
    const newFull = prefixAfter(roadId) + number;
    const old = (address.state === 'issued' ? issuedOf : draftOf).get(houseId);
    const oldFull = old ? prefixBefore(old.roadId) + old.number : null;
    const state =
      address.state === 'issued'
        ? old?.id === address.id
          ? 'kept-issued'
          : 'reissued'
        : oldFull === null
          ? 'new'
          : oldFull !== newFull
            ? 'changed'
            : 'same';
    if (!ways.byId.get(roadId)?.inScope && state !== 'changed' && state !== 'reissued') continue;
    rows.push({
      houseId,
      roadId,
      measureMeters,
      side,
      oldNumber: old?.number ?? null,
      newNumber: number,
      oldFull,
      newFull,
      plusCode,
      state,
    });
  }
  return rows;
}

/** Issued addresses whose house has none afterwards. */
export function planWithdrawnRows(before: World, after: World): WithdrawnRow[] {
  const still = standingAddresses(after).issuedOf;
  return addressesInListOrder(before)
    .filter(({ state, houseId }) => state === 'issued' && !still.has(houseId))
    .map((address) => ({
      houseId: address.houseId,
      roadId: address.roadId,
      oldNumber: address.number,
      oldFull: fullNumber(before, address),
    }));
}

function standingAddresses(world: World) {
  const draftOf = new Map<Id, Address>();
  const issuedOf = new Map<Id, Address>();
  for (const address of world.address.values()) {
    if (address.state === 'draft') draftOf.set(address.houseId, address);
    else if (address.state === 'issued') issuedOf.set(address.houseId, address);
  }
  return { draftOf, issuedOf };
}

/** The roads being numbered, and the lanes below them that get another name. */
export function planRoadRows(ways: PlannedWays, numbers: WayNumbers): NumberingRoadRow[] {
  return ways.topDown.flatMap((way) => {
    const { road, at } = way;
    const newNumberName = laneNameIn(numbers, road);
    if (!way.inScope && newNumberName === road.numberName) return [];
    return [
      {
        roadId: road.id,
        oldNumberName: road.numberName,
        newNumberName,
        reoriented: way.turned,
        foundParentRoadId: at.road.parentRoadId === road.parentRoadId ? null : at.road.parentRoadId,
      },
    ];
  });
}
