/**
 * A house's name, use, state, parcel, the road a person chose for it, or that its door is where it was assumed. While it
 * is only assumed, the door turns to face another road that is chosen; one that is issued stays.
 */
import { withRoadChosen } from '../addressing/defaultEntrance.ts';
import { nextVersion } from '../records/change.ts';
import { Id, record } from '../records/fields.ts';
import { House } from '../records/house.ts';
import type { World } from '../records/world.ts';
import { defineEdit } from './edit.ts';
import { some } from './fields.ts';
import { withDrafts } from './houseMove.ts';
import { sameFields } from './pointRecord.ts';
import { refuse } from './refusal.ts';
import { roadChoiceRefusal } from './roadChoice.ts';

const { name, use, state, parcel, chosenRoadId, entranceOrigin } = House.properties;
const changes = some({ name, use, state, parcel, chosenRoadId, entranceOrigin });

const isIssued = (world: World, houseId: Id): boolean =>
  [...world.address.values()].some((address) => address.houseId === houseId && address.state === 'issued');

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
    if (against) return against;
    const after = nextVersion(house, edit.input.changes as Partial<typeof house>);
    if (chosenRoadId === undefined || after.entranceOrigin === 'shown' || isIssued(world, house.id)) {
      return withDrafts(world, house, after);
    }
    const { entrance } = withRoadChosen(world, house, chosenRoadId);
    return withDrafts(world, house, { ...after, entrance });
  },
});
