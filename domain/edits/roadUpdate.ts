/** A road's class, parent, width, state, or what it is made for. */
import { updated } from '../records/change.ts';
import { Id, record } from '../records/fields.ts';
import { Road } from '../records/road.ts';
import { defineEdit } from './edit.ts';
import { some } from './fields.ts';
import { hasIssuedAddresses } from './issued.ts';
import { sameFields } from './pointRecord.ts';
import { refuse } from './refusal.ts';

const { parentRoadId, widthMeters, madeFor, state } = Road.properties;
const changes = some({ class: Road.properties.class, parentRoadId, widthMeters, madeFor, state });

export const roadUpdate = defineEdit({
  kind: 'road.update',
  input: record({ id: Id, changes }),
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const road = world.road.get(edit.input.id);
    if (!road) return refuse('record-missing', [edit.input.id]);
    const { changes } = edit.input;
    if (sameFields(road, changes)) return refuse('nothing-changes', [road.id]);
    const next = { ...road, ...changes };
    const renames = next.class !== road.class || next.parentRoadId !== road.parentRoadId;
    if (renames && hasIssuedAddresses(world, road.id)) return refuse('road-has-issued-addresses', [road.id]);
    // A road (đường) opens from nothing, and a number-name belongs to the place it was taken from.
    const parentRoadId = next.class === 'road' ? null : next.parentRoadId;
    const numberName = renames ? null : road.numberName;
    return updated(road, { ...changes, parentRoadId, numberName });
  },
});
