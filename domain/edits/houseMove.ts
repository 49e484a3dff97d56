/** A house's entrance or footprint moved; a door moved by itself is shown by whoever moved it. The entrance of an issued address is frozen (ANCHORS: the canonical point). */
import { locateOnLine } from '../geometry/line.ts';
import { Polygon, Position } from '../geometry/shapes.ts';
import { encodeForHouse } from '../addressing/plusCode.ts';
import { nextVersion, type Change } from '../records/change.ts';
import { Id, orNull, record } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { AnyRecord } from '../records/record.ts';
import { defineEdit } from './edit.ts';
import { refuse } from './refusal.ts';
import { roundPolygon, roundPosition } from '../geometry/polygon.ts';

export const houseMove = defineEdit({
  kind: 'house.move',
  input: record({ id: Id, entrance: Position, footprint: orNull(Polygon) }),
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const { id } = edit.input;
    const house = world.house.get(id);
    if (!house) return refuse('record-missing', [id]);
    const entrance = roundPosition(edit.input.entrance);
    const footprint = edit.input.footprint && roundPolygon(edit.input.footprint);
    const entranceMoves = entrance[0] !== house.entrance[0] || entrance[1] !== house.entrance[1];
    if (!entranceMoves && JSON.stringify(footprint) === JSON.stringify(house.footprint)) {
      return refuse('nothing-changes', [id]);
    }
    const entranceOrigin = entranceMoves && !movesTogether(house, entrance, footprint) ? 'shown' : house.entranceOrigin;
    const next = nextVersion(house, { entrance, entranceOrigin, footprint });
    const moved: (readonly [AnyRecord, AnyRecord])[] = [[house, next]];
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
  },
});

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
