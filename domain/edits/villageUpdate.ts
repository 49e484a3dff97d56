/** The village's own facts: name, boundary, units, numbering profile, targets. */
import { updated } from '../records/change.ts';
import { Village } from '../records/village.ts';
import { villageOf } from '../records/world.ts';
import { Id, record } from '../records/fields.ts';
import { defineEdit } from './edit.ts';
import { someFields } from './fields.ts';
import { sameFields } from './pointRecord.ts';
import { refuse } from './refusal.ts';

export const villageUpdate = defineEdit({
  kind: 'village.update',
  input: record({ id: Id, changes: someFields(Village) }),
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const before = villageOf(world);
    if (!before || before.id !== edit.input.id) return refuse('record-missing', [edit.input.id]);
    return sameFields(before, edit.input.changes)
      ? refuse('nothing-changes', [before.id])
      : updated(before, edit.input.changes as Partial<typeof before>);
  },
});
