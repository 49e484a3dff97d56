/** A house's name, use, state, parcel, the road a person chose for it, or that its door is where it was assumed. */
import { updated } from '../records/change.ts';
import { Id, record } from '../records/fields.ts';
import { House } from '../records/house.ts';
import { defineEdit } from './edit.ts';
import { some } from './fields.ts';
import { sameFields } from './pointRecord.ts';
import { refuse } from './refusal.ts';
import { roadChoiceRefusal } from './roadChoice.ts';

const { name, use, state, parcel, chosenRoadId, entranceOrigin } = House.properties;
const changes = some({ name, use, state, parcel, chosenRoadId, entranceOrigin });

export const houseUpdate = defineEdit({
  kind: 'house.update',
  input: record({ id: Id, changes }),
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const house = world.house.get(edit.input.id);
    if (!house) return refuse('record-missing', [edit.input.id]);
    if (sameFields(house, edit.input.changes)) return refuse('nothing-changes', [house.id]);
    const { chosenRoadId } = edit.input.changes;
    const against = chosenRoadId === undefined ? null : roadChoiceRefusal(world, house.id, chosenRoadId);
    return against ?? updated(house, edit.input.changes as Partial<typeof house>);
  },
});
