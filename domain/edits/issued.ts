/** What is issued binds: which addresses hang on a road, and whether a change would move them silently. */
import { parseGroupNumber } from '../addressing/groupNumber.ts';
import { placeOnRoad } from '../addressing/housePlace.ts';
import { isNamed } from '../addressing/roadName.ts';
import { carriedPlace, driftMeters, isBeyondEnd } from '../addressing/standingPlace.ts';
import type { LineString } from '../geometry/shapes.ts';
import type { Address } from '../records/address.ts';
import { nextVersion } from '../records/change.ts';
import type { Id } from '../records/fields.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';

export function addressesOnRoad(world: World, roadId: Id): Address[] {
  return [...world.address.values()].filter((address) => address.roadId === roadId);
}

/** True when an issued address lies on the road or on any lane below it: its name is part of theirs. */
export function hasIssuedAddresses(world: World, roadId: Id): boolean {
  const below = new Set([roadId, ...roadsBelow(world, roadId)]);
  for (const address of world.address.values())
    if (address.state === 'issued' && below.has(address.roadId)) return true;
  return false;
}

/** All lanes, alleys and branches that open, directly or not, from a road. */
export function roadsBelow(world: World, roadId: Id): Id[] {
  const found: Id[] = [];
  const queue: Id[] = [roadId];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const road of world.road.values()) {
      if (road.parentRoadId === id && road.id !== roadId && !found.includes(road.id)) {
        found.push(road.id);
        queue.push(road.id);
      }
    }
  }
  return found;
}

/**
 * The first way without a name on the way from a house to the road: an address needs each name (ANCHORS). In a group
 * of houses the group's letter stands for the names (RULES §1.6).
 */
export function unnamedWayOf(world: World, address: Pick<Address, 'roadId' | 'number'>): Road | undefined {
  if (parseGroupNumber(address.number)) return undefined;
  const seen = new Set<Id>();
  for (let road = world.road.get(address.roadId); road && !seen.has(road.id);) {
    seen.add(road.id);
    if (!isNamed(road)) return road;
    road = road.parentRoadId === null ? undefined : world.road.get(road.parentRoadId);
  }
  return undefined;
}

/** Issued addresses that would get another measure or side on the new line, or are left beyond its end. */
export function displacedBy(world: World, roadId: Id, line: LineString): Address[] {
  return addressesOnRoad(world, roadId).filter((address) => {
    if (address.state !== 'issued') return false;
    const place = placeOnNewLine(world, address, line);
    const { side, measureMeters } = address;
    if (place.side !== side || isBeyondEnd(line, measureMeters)) return true;
    return Math.abs(place.measureMeters - measureMeters) > driftMeters;
  });
}

const placeOnNewLine = (world: World, address: Address, line: LineString) =>
  carriedPlace(address, world.road.get(address.roadId)?.line ?? line, line);

/** Metres by which a line that grew at its start moves issued addresses, all alike and away from it; else null. */
export function shiftFromStart(world: World, line: LineString, displaced: readonly Address[]): number | null {
  const shifts = displaced.map((address) => {
    const place = placeOnNewLine(world, address, line);
    return place.side === address.side ? place.measureMeters - address.measureMeters : 0;
  });
  const [least, most] = [Math.min(...shifts), Math.max(...shifts)];
  return shifts.length > 0 && least > driftMeters && most - least <= driftMeters ? least : null;
}

/** Draft addresses of a road with measure and side on its new line; numbers stay until it is numbered again. */
export function draftsOnNewLine(world: World, roadId: Id, line: LineString): (readonly [Address, Address])[] {
  const road = world.road.get(roadId);
  if (!road) return [];
  const after: World = { ...world, road: new Map(world.road).set(roadId, { ...road, line }) };
  return addressesOnRoad(world, roadId).flatMap((address) => {
    const house = world.house.get(address.houseId);
    const place = address.state === 'draft' && house ? placeOnRoad(after, house, roadId) : null;
    if (!place) return [];
    const { measureMeters, side } = place;
    if (measureMeters === address.measureMeters && side === address.side) return [];
    return [[address, nextVersion(address, { measureMeters, side })] as const];
  });
}
