/** A new house from its entrance, or from its footprint alone: then its door is taken to be in the wall that faces its road. */
import { defaultEntrance } from '../addressing/defaultEntrance.ts';
import { Polygon, Position } from '../geometry/shapes.ts';
import { created } from '../records/change.ts';
import { Id, orNull, record, text } from '../records/fields.ts';
import { HouseState, HouseUse } from '../records/house.ts';
import type { World } from '../records/world.ts';
import { defineEdit } from './edit.ts';
import { insideRefusal } from './houseInside.ts';
import { refuse } from './refusal.ts';

/** A drawing is looked at before it is done, and worlds are never changed in place: the last door of each is remembered. */
const doors = new WeakMap<World, { readonly corners: string; readonly door: Position }>();

function assumedDoor(world: World, footprint: Polygon): Position {
  const corners = JSON.stringify(footprint.coordinates);
  let known = doors.get(world);
  if (known?.corners !== corners) doors.set(world, (known = { corners, door: defaultEntrance(world, footprint) }));
  return known.door;
}

export const houseDraw = defineEdit({
  kind: 'house.draw',
  input: record({
    id: Id,
    /** Where somebody showed it; null: nobody has, and there is a footprint. */
    entrance: orNull(Position),
    footprint: orNull(Polygon),
    use: HouseUse,
    state: HouseState,
    name: orNull(text(100)),
  }),
  targets: () => [],
  run: (world, edit) => {
    if (world.house.has(edit.input.id)) return refuse('record-exists', [edit.input.id]);
    const { entrance: shown, footprint } = edit.input;
    const inside = insideRefusal(world, edit.input.id, footprint);
    if (inside) return inside;
    const entrance = shown ?? (footprint && assumedDoor(world, footprint));
    if (!entrance) return refuse('entrance-missing', [edit.input.id]);
    const origin = { entrance, entranceOrigin: shown ? 'shown' : 'assumed' } as const;
    return created({ ...edit.input, ...origin, kind: 'house', version: 1, parcel: null, chosenRoadId: null });
  },
});
