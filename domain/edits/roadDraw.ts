/**
 * A new road, lane or alley from its drawn centre line. Where it ends on other roads or crosses them, both get a vertex:
 * roads that meet are exactly connected. Addresses on those roads keep their measures: their course does not change.
 */
import Type from 'typebox';
import { orientRoadLine } from '../addressing/direction.ts';
import { junctionsOf } from '../addressing/junctions.ts';
import { LineString } from '../geometry/shapes.ts';
import { nextVersion } from '../records/change.ts';
import { Id, orNull, record, text } from '../records/fields.ts';
import { RoadClass, type Road } from '../records/road.ts';
import { defineEdit } from './edit.ts';
import { refuse } from './refusal.ts';
import { nameRefusal } from './roadName.ts';

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
    const { id, name, parentRoadId, widthMeters } = edit.input;
    if (world.road.has(id)) return refuse('record-exists', [id]);
    const refusal = name === null ? undefined : nameRefusal(world, { roadId: null, ...edit.input }, name);
    if (refusal) return refusal;
    const { line, others } = junctionsOf(edit.input.line, world.road.values());
    const road: Road = {
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
      state: 'existing',
      decisionId: null,
    };
    return {
      created: [road],
      updated: others.map(([other, joined]) => [other, nextVersion(other, { line: joined })]),
      deleted: [],
    };
  },
});
