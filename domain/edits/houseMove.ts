/** A house's entrance or footprint moved. The entrance of an issued address is frozen (ANCHORS: the canonical point). */
import { locateOnLine } from '../geometry/line.ts';
import { Polygon, Position } from '../geometry/shapes.ts';
import { encodeForHouse } from '../addressing/plusCode.ts';
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
    return inside ?? moveHouse(world, house, roundPosition(edit.input.entrance), footprint);
  },
});

/** The house at its new place; both given as stored. */
export function moveHouse(world: World, house: House, entrance: Position, footprint: Polygon | null): Change | Refusal {
  const { id } = house;
  const entranceMoves = entrance[0] !== house.entrance[0] || entrance[1] !== house.entrance[1];
  if (!entranceMoves && JSON.stringify(footprint) === JSON.stringify(house.footprint)) {
    return refuse('nothing-changes', [id]);
  }
  const moved: (readonly [AnyRecord, AnyRecord])[] = [[house, nextVersion(house, { entrance, footprint })]];
  if (entranceMoves) {
    for (const address of world.address.values()) {
      if (address.houseId !== id || address.state === 'retired') continue;
      if (address.state === 'issued') return refuse('address-issued', [id], { number: address.number });
      const road = world.road.get(address.roadId);
      if (!road) return refuse('reference-missing', [address.roadId]);
      // The draft follows its house; its number stays until the road is numbered again.
      const { measureMeters, side } = locateOnLine(road.line, entrance);
      const plusCode = encodeForHouse(world, id, entrance);
      const place = { entrance, side, plusCode, measureMeters: Math.round(measureMeters * 100) / 100 };
      moved.push([address, nextVersion(address, place)]);
    }
  }
  return { created: [], updated: moved, deleted: [] } satisfies Change;
}
