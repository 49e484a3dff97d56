/** Many records taken away at once, of whatever kinds, undone at once. */
import * as Type from 'typebox';
import type { Change } from '../records/change.ts';
import { Id, record } from '../records/fields.ts';
import { findRecord, type World } from '../records/world.ts';
import { cameraDelete } from './camera.ts';
import { defineEdit, type Edit, type EditHistory } from './edit.ts';
import { houseDelete } from './houseDelete.ts';
import { allOrNothing } from './inMany.ts';
import { lampDelete } from './lamp.ts';
import { landmarkDelete } from './landmark.ts';
import { refuse, type Refusal } from './refusal.ts';
import { roadDelete } from './roadDelete.ts';
import { signDelete } from './sign.ts';

/** Each is decided as its own edit of one record would be. */
export const recordsDelete = defineEdit({
  kind: 'records.delete',
  input: record({ ids: Type.Array(Id, { minItems: 1, maxItems: 5000, uniqueItems: true }) }),
  targets: ({ ids }) => ids,
  run: (world, edit, history) =>
    allOrNothing(edit.input.ids, (id) => deletionOf(world, { ...edit, input: { id } }, history)),
});

/** As the edit of its own kind decides. */
export function deletionOf(
  world: World,
  edit: Edit<string, { readonly id: Id }>,
  history: EditHistory,
): Change | Refusal {
  const { id } = edit.input;
  switch (findRecord(world, id)?.kind) {
    case 'road':
      return roadDelete.run(world, { ...edit, kind: 'road.delete' }, history);
    case 'house':
      return houseDelete.run(world, { ...edit, kind: 'house.delete' }, history);
    case 'sign':
      return signDelete.run(world, { ...edit, kind: 'sign.delete' }, history);
    case 'camera':
      return cameraDelete.run(world, { ...edit, kind: 'camera.delete' }, history);
    case 'lamp':
      return lampDelete.run(world, { ...edit, kind: 'lamp.delete' }, history);
    case 'landmark':
      return landmarkDelete.run(world, { ...edit, kind: 'landmark.delete' }, history);
    case undefined:
      return refuse('record-missing', [id]);
    default:
      return refuse('record-in-use', [id]);
  }
}
