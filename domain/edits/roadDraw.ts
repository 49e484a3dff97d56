/** A new road, lane or alley from its drawn centre line, exactly connected to the roads it meets. */
import * as Type from 'typebox';
import { orientRoadLine } from '../addressing/direction.ts';
import { LineString } from '../geometry/shapes.ts';
import { created } from '../records/change.ts';
import { Id, orNull, record, text } from '../records/fields.ts';
import { RoadClass } from '../records/road.ts';
import { defineEdit } from './edit.ts';
import { refuse } from './refusal.ts';
import { nameRefusal } from './roadName.ts';
import { withJunctions } from './withJunctions.ts';

export const roadDraw = defineEdit({
  kind: 'road.draw',
  input: record({
    id: Id,
    line: LineString,
    class: RoadClass,
    name: orNull(text(100)),
    parentRoadId: orNull(Id),
    widthMeters: Type.Number({ minimum: 0.5, maximum: 100 }),
  }),
  targets: () => [],
  run: (world, edit) => {
    const { id, line, name, parentRoadId, widthMeters } = edit.input;
    if (world.road.has(id)) return refuse('record-exists', [id]);
    const refusal = name === null ? undefined : nameRefusal(world, { roadId: null, ...edit.input }, name);
    if (refusal) return refusal;
    const drawn = created({
      kind: 'road',
      id,
      version: 1,
      class: edit.input.class,
      name,
      numberName: null,
      parentRoadId,
      line: orientRoadLine(world, { class: edit.input.class, parentRoadId, line, name, widthMeters }),
      directionReason: null,
      widthMeters,
      madeFor: 'vehicles',
      state: 'existing',
      decisionId: null,
    });
    return withJunctions(world, drawn, id);
  },
});
