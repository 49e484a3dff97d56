/** The rows of a numbering plan: old → new for houses in list order, and for the names of lanes. */
import type { Side } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';
import { fullNumber } from './fullNumber.ts';
import type { PlannedWays } from './numberingWays.ts';
import type { WayNumbers } from './numberWays.ts';
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
  /** new: had none; changed: reads otherwise than before; same; kept-issued: official, stays as it is. */
  readonly state: 'new' | 'changed' | 'same' | 'kept-issued';
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
  const draftOf = new Map<Id, { number: string; full: string }>();
  for (const address of before.address.values()) {
    if (address.state === 'draft')
      draftOf.set(address.houseId, { number: address.number, full: fullNumber(before, address) });
  }
  const rows: NumberingRow[] = [];
  for (const address of addressesInListOrder(after)) {
    if (address.state === 'retired') continue;
    const { houseId, roadId, measureMeters, side, number, plusCode } = address;
    const newFull = fullNumber(after, address);
    const old = address.state === 'issued' ? { number, full: fullNumber(before, address) } : draftOf.get(houseId);
    const state = !old ? 'new' : old.full !== newFull ? 'changed' : address.state === 'issued' ? 'kept-issued' : 'same';
    if (!ways.byId.get(roadId)?.inScope && state !== 'changed') continue;
    rows.push({
      houseId,
      roadId,
      measureMeters,
      side,
      oldNumber: old?.number ?? null,
      newNumber: number,
      oldFull: old?.full ?? null,
      newFull,
      plusCode,
      state,
    });
  }
  return rows;
}

/** The roads being numbered, and the lanes below them that get another name. */
export function planRoadRows(ways: PlannedWays, numbers: WayNumbers): NumberingRoadRow[] {
  return ways.topDown.flatMap((way) => {
    const { road, at } = way;
    const newNumberName = numbers.nameOfLane.get(road.id) ?? road.numberName;
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
