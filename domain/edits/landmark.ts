/** Edits of a landmark: add, update (also moving it), delete; signs that pointed to it let go of it. */
import { nextVersion } from '../records/change.ts';
import { Landmark } from '../records/landmark.ts';
import { defineEdit } from './edit.ts';
import { onlyId } from './fields.ts';
import { addEdit, updateEdit } from './pointRecord.ts';
import { refuse } from './refusal.ts';

export const landmarkAdd = addEdit('landmark.add', 'landmark', Landmark);
export const landmarkUpdate = updateEdit('landmark.update', 'landmark', Landmark);

export const landmarkDelete = defineEdit({
  kind: 'landmark.delete',
  input: onlyId,
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const landmark = world.landmark.get(edit.input.id);
    if (!landmark) return refuse('record-missing', [edit.input.id]);
    const pointing = [...world.sign.values()].filter(({ landmarkId }) => landmarkId === landmark.id);
    return {
      created: [],
      updated: pointing.map((sign) => [sign, nextVersion(sign, { landmarkId: null })] as const),
      deleted: [landmark],
    };
  },
});
