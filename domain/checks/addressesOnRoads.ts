/** The addresses in force or in draft, road by road, in the order in which one passes their entrances. */
import { locate } from '../geometry/locate.ts';
import { measureLine } from '../geometry/measuredLine.ts';
import { currentAddresses } from '../coverage/currentAddress.ts';
import type { Address, Side } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { Road } from '../records/road.ts';
import { remember } from './remember.ts';

export interface PassedAddress {
  readonly address: Address;
  readonly house: House;
  /** Metres from the road's start, going on past its ends. */
  readonly alongMeters: number;
}

export interface RoadAddresses {
  readonly road: Road;
  /** Both sides together, along the road. */
  readonly passed: readonly PassedAddress[];
}

/** A house with an issued address and a draft is passed once, by the issued one. */
export const currentByHouse = remember(['address'], currentAddresses);

export const addressesOnRoads = remember(['road', 'house', 'address'], (world): ReadonlyMap<Id, RoadAddresses> => {
  const found = new Map<Id, { readonly road: Road; readonly passed: PassedAddress[] }>();
  for (const address of currentByHouse(world).values()) {
    const road = world.road.get(address.roadId);
    const house = world.house.get(address.houseId);
    if (!road || !house) continue;
    let here = found.get(road.id);
    if (!here) found.set(road.id, (here = { road, passed: [] }));
    here.passed.push({ address, house, alongMeters: alongMeters(road, address) });
  }
  for (const { passed } of found.values()) {
    passed.sort((a, b) => a.alongMeters - b.alongMeters || (a.house.id < b.house.id ? -1 : 1));
  }
  return found;
});

export const onSide = ({ passed }: RoadAddresses, side: Side): readonly PassedAddress[] =>
  passed.filter(({ address }) => address.side === side);

/** The stored measure; at the road's ends, where several may lie beyond, the order on the ground. */
function alongMeters(road: Road, { measureMeters, entrance }: Address): number {
  const line = measureLine(road.line);
  const isAtEnd = measureMeters < 0.02 || measureMeters > line.lengthMeters - 0.02;
  return isAtEnd ? locate(line, entrance).alongMeters : measureMeters;
}
