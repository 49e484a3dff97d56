/** What holds for addresses at every moment: one issued a house, numbers and codes unique, measures on the road. */
import { isBeyondEnd } from '../addressing/standingPlace.ts';
import type { Address } from '../records/address.ts';
import type { Change } from '../records/change.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { refuse, type Refusal } from './refusal.ts';
import { readingOf } from './reshaping.ts';

/** Addresses of a world found by what must be unique about them. */
export interface AddressIndex {
  readonly byNumber: ReadonlyMap<string, readonly Address[]>;
  readonly byCode: ReadonlyMap<string, readonly Address[]>;
  readonly byHouse: ReadonlyMap<string, readonly Address[]>;
}

export function indexAddresses(world: World): AddressIndex {
  const group = (keyOf: (address: Address) => string) => {
    const groups = new Map<string, Address[]>();
    for (const address of world.address.values()) {
      if (address.state === 'retired') continue;
      const key = keyOf(address);
      const list = groups.get(key);
      if (list) list.push(address);
      else groups.set(key, [address]);
    }
    return groups;
  };
  return {
    byNumber: group((a) => `${a.roadId}|${a.number}`),
    byCode: group((a) => a.plusCode),
    byHouse: group((a) => a.houseId),
  };
}

export function addressRefusal(after: World, index: AddressIndex, address: Address): Refusal | undefined {
  if (address.state === 'retired') return undefined;
  const others = (list: readonly Address[] | undefined) => (list ?? []).filter((other) => other.id !== address.id);
  const road = after.road.get(address.roadId);
  if (road && isBeyondEnd(road.line, address.measureMeters)) {
    return refuse('measure-beyond-road', [address.houseId, road.id], { measureMeters: address.measureMeters });
  }
  const sameState = (other: Address) => other.state === address.state;
  const twin = others(index.byHouse.get(address.houseId)).find(sameState);
  if (twin) return refuse('house-already-issued', [address.houseId], { number: twin.number });
  const rival = others(index.byNumber.get(`${address.roadId}|${address.number}`)).find(
    (other) => other.houseId !== address.houseId,
  );
  if (rival) return refuse('address-number-taken', [address.houseId, rival.houseId], { number: address.number });
  const neighbour = others(index.byCode.get(address.plusCode)).find((other) => other.houseId !== address.houseId);
  if (neighbour) return refuse('plus-code-taken', [address.houseId, neighbour.houseId], { code: address.plusCode });
  return undefined;
}

/** An address that stays issued reads as before: no way above it gets another name, number or place (RULES §1.2). */
export function readingTouched(before: World, after: World, change: Change): Refusal | undefined {
  const isAbove = change.updated.some(
    ([was, is]) => was.kind === 'road' && is.kind === 'road' && isCalledAnew(was, is),
  );
  if (!isAbove) return undefined;
  for (const address of before.address.values()) {
    if (address.state !== 'issued' || after.address.get(address.id)?.state !== 'issued') continue;
    if (readingOf(before, address) === readingOf(after, address)) continue;
    return refuse('address-issued', [address.houseId, address.roadId], { number: address.number });
  }
  return undefined;
}

const isRedrawn = (was: Road, is: Road): boolean => JSON.stringify(was.line) !== JSON.stringify(is.line);

const isCalledAnew = (was: Road, is: Road): boolean =>
  was.name !== is.name || was.numberName !== is.numberName || was.parentRoadId !== is.parentRoadId;

/**
 * An issued address changes only by being retired, whatever is issued in its place; only undo of the issuing itself may
 * take it back. Its measure goes along when the line of its road is drawn anew: the entrance is where it was.
 */
export function issuedTouched(change: Change): Refusal | undefined {
  const redrawn = new Set(
    change.updated.flatMap(([was, is]) =>
      was.kind === 'road' && is.kind === 'road' && isRedrawn(was, is) ? [is.id] : [],
    ),
  );
  for (const item of change.deleted) {
    if (item.kind === 'address' && item.state !== 'draft') {
      return refuse('address-issued', [item.houseId], { number: item.number });
    }
  }
  for (const [before, after] of change.updated) {
    if (before.kind !== 'address' || after.kind !== 'address' || before.state === 'draft') continue;
    const retires = before.state === 'issued' && after.state === 'retired';
    const isCarried = before.state === 'issued' && after.state === 'issued' && redrawn.has(before.roadId);
    const measureMeters = isCarried ? after.measureMeters : before.measureMeters;
    const { state: _s, version: _v, retiredDecisionId: _d, retiredOn: _o, retiredAs: _r, ...was } = before;
    const { state: _s2, version: _v2, retiredDecisionId: _d2, retiredOn: _o2, retiredAs: _r2, ...is } = after;
    if (!(retires || isCarried) || JSON.stringify({ ...was, measureMeters }) !== JSON.stringify(is)) {
      return refuse('address-issued', [before.houseId], { number: before.number });
    }
  }
  return undefined;
}
