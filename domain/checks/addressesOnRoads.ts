/** The addresses in force or in draft, road by road, in the order in which one passes their entrances. */
import { standingPlace } from '../addressing/standingPlace.ts';
import { currentAddresses } from '../coverage/currentAddress.ts';
import type { Address, Side } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { RecordKind } from '../records/record.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import type { Found } from './check.ts';
import { remember, rememberInPieces, type Piecewise } from '../records/remember.ts';

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

const inPieces = rememberInPieces(['road', 'house', 'address'], passRoads);

export const addressesOnRoads = inPieces.whole;

function* passRoads(world: World): Piecewise<ReadonlyMap<Id, RoadAddresses>> {
  const found = new Map<Id, { readonly road: Road; readonly passed: PassedAddress[] }>();
  for (const address of currentByHouse(world).values()) {
    yield;
    const road = world.road.get(address.roadId);
    const house = world.house.get(address.houseId);
    if (!road || !house) continue;
    let here = found.get(road.id);
    if (!here) found.set(road.id, (here = { road, passed: [] }));
    here.passed.push({ address, house, alongMeters: standingPlace(world, address).alongMeters });
  }
  const unchanged = new Map<Id, RoadAddresses>();
  for (const [roadId, here] of found) {
    here.passed.sort((a, b) => a.alongMeters - b.alongMeters || (a.house.id < b.house.id ? -1 : 1));
    const before = lastSeen.get(here.road);
    const kept = before && isSame(before.passed, here.passed) ? before : here;
    lastSeen.set(here.road, kept);
    unchanged.set(roadId, kept);
  }
  return unchanged;
}

/** While neither a road nor its addresses change, their object stays the same, and with it what was found there. */
const lastSeen = new WeakMap<Road, RoadAddresses>();

const isSame = (one: readonly PassedAddress[], other: readonly PassedAddress[]): boolean =>
  one.length === other.length &&
  one.every(({ address, house }, index) => address === other[index]!.address && house === other[index]!.house);

/**
 * What a look at one road after another finds; a road is looked at again only when its addresses, or anything of the
 * kinds, have changed.
 */
export function onEachRoad(
  kinds: readonly RecordKind[],
  look: (world: World, onRoad: RoadAddresses) => readonly Found[],
): (world: World) => Generator<Found | undefined> {
  const known = remember(kinds, () => new WeakMap<RoadAddresses, readonly Found[]>());
  return function* (world) {
    while (!inPieces.advance(world)) yield;
    const before = known(world);
    for (const onRoad of addressesOnRoads(world).values()) {
      yield;
      let found = before.get(onRoad);
      if (!found) before.set(onRoad, (found = look(world, onRoad)));
      yield* found;
    }
  };
}

export const onSide = ({ passed }: RoadAddresses, side: Side): readonly PassedAddress[] =>
  passed.filter(({ address }) => address.side === side);
