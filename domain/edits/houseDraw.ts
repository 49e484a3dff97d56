/** A new house from its entrance and, if drawn, its footprint. */
import { Polygon, Position } from '../geometry/shapes.ts';
import { created } from '../records/change.ts';
import { Id, orNull, record, text } from '../records/fields.ts';
import { HouseState, HouseUse } from '../records/house.ts';
import { defineEdit } from './edit.ts';
import { insideRefusal } from './houseInside.ts';
import { refuse } from './refusal.ts';

export const houseDraw = defineEdit({
  kind: 'house.draw',
  input: record({
    id: Id,
    entrance: Position,
    footprint: orNull(Polygon),
    use: HouseUse,
    state: HouseState,
    name: orNull(text(100)),
  }),
  targets: () => [],
  run: (world, edit) => {
    if (world.house.has(edit.input.id)) return refuse('record-exists', [edit.input.id]);
    const inside = insideRefusal(world, edit.input.id, edit.input.footprint);
    if (inside) return inside;
    return created({ ...edit.input, kind: 'house', version: 1, parcel: null, chosenRoadId: null });
  },
});
