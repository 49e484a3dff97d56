/** A house's entrance or footprint moved; a door moved by itself is shown by whoever moved it. The entrance of an issued address is frozen (ANCHORS: the canonical point). */
import { Polygon, Position } from '../geometry/shapes.ts';
import { placeOnRoad } from '../addressing/housePlace.ts';
import { encodeForHouse } from '../addressing/plusCode.ts';
import type { Address } from '../records/address.ts';
import { nextVersion, type Change } from '../records/change.ts';
import { Id, orNull, record } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { AnyRecord } from '../records/record.ts';
import type { World } from '../records/world.ts';
import { defineEdit } from './edit.ts';
import { insideRefusal } from './houseInside.ts';
import { refuse, type Refusal } from './refusal.ts';
import { roundPolygon, roundPosition } from '../geometry/polygon.ts';

export const houseMove = defineEdit({
  kind: 'house.move',
  input: record({ id: Id, entrance: Position, footprint: orNull(Polygon) }),
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const { id } = edit.input;
    const house = world.house.get(id);
    if (!house) return refuse('record-missing', [id]);
    const footprint = edit.input.footprint && roundPolygon(edit.input.footprint);
    const isRedrawn = JSON.stringify(footprint) !== JSON.stringify(house.footprint);
    const inside = isRedrawn ? insideRefusal(world, id, footprint) : undefined;
    if (inside) return inside;
    const entrance = roundPosition(edit.input.entrance);
    const isShown = !isSame(entrance, house.entrance) && !movesTogether(house, entrance, footprint);
    return moveHouse(world, house, { entrance, footprint, entranceOrigin: isShown ? 'shown' : house.entranceOrigin });
  },
});

const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

/** Two roundings to 1e-7 degrees, and a little. */
const sameDegrees = 2.1e-7;

/** The whole house was moved: its door by as much as its first corner. */
function movesTogether(house: House, entrance: Position, footprint: Polygon | null): boolean {
  const [from, to] = [house.footprint?.coordinates[0]?.[0], footprint?.coordinates[0]?.[0]];
  if (!from || !to) return false;
  return [0, 1].every((axis) => {
    const [door, corner] = [entrance[axis]! - house.entrance[axis]!, to[axis]! - from[axis]!];
    return Math.abs(door - corner) <= sameDegrees;
  });
}

/** The house at its new place, given as stored. */
export function moveHouse(
  world: World,
  house: House,
  place: Pick<House, 'entrance' | 'entranceOrigin' | 'footprint'>,
): Change | Refusal {
  const isSamePlace = isSame(place.entrance, house.entrance);
  if (isSamePlace && JSON.stringify(place.footprint) === JSON.stringify(house.footprint)) {
    return refuse('nothing-changes', [house.id]);
  }
  return withDrafts(world, house, nextVersion(house, place));
}

/** A house as it was and as it is to be; what is numbered at its door goes along with the door. */
export function withDrafts(world: World, house: House, after: House): Change | Refusal {
  const { id } = house;
  const entranceMoves = !isSame(after.entrance, house.entrance);
  const moved: (readonly [AnyRecord, AnyRecord])[] = [[house, after]];
  if (entranceMoves) {
    for (const address of world.address.values()) {
      if (address.houseId !== id || address.state === 'retired') continue;
      if (address.state === 'issued') return refuse('address-issued', [id], { number: address.number });
      const follows = draftAtDoor(world, address, after);
      if (!follows) return refuse('reference-missing', [address.roadId]);
      moved.push([address, follows]);
    }
  }
  return { created: [], updated: moved, deleted: [] } satisfies Change;
}

/** A draft at a house's door; its number stays until the road is numbered again. Null where its road is gone. */
export function draftAtDoor(world: World, draft: Address, house: House): Address | null {
  const place = placeOnRoad(world, house, draft.roadId);
  if (!place) return null;
  const { id, entrance } = house;
  // The code it bears now keeps no other from being given.
  const without = new Map(world.address);
  without.delete(draft.id);
  return nextVersion(draft, {
    houseId: id,
    entrance,
    side: place.side,
    measureMeters: place.measureMeters,
    plusCode: encodeForHouse({ ...world, address: without }, id, entrance),
  });
}
