/** The village's own facts: name, boundary, units, numbering profile, targets. */
import { updated } from '../records/change.ts';
import { completedTargets } from '../records/older.ts';
import { Targets, TargetsOfCriterion3, unsaidOfCriterion3, Village } from '../records/village.ts';
import { villageOf } from '../records/world.ts';
import { Id, orNull, record } from '../records/fields.ts';
import { defineEdit } from './edit.ts';
import { some, without } from './fields.ts';
import { orOlder } from './olderInput.ts';
import { sameFields } from './pointRecord.ts';
import { refuse } from './refusal.ts';

const criterion3 = orNull(orOlder(TargetsOfCriterion3, unsaidOfCriterion3));
const fields = {
  ...without(Village.properties, 'kind', 'version', 'id'),
  targets: record({ ...Targets.properties, criterion3 }),
};

export const villageUpdate = defineEdit({
  kind: 'village.update',
  input: record({ id: Id, changes: some(fields) }),
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const before = villageOf(world);
    if (!before || before.id !== edit.input.id) return refuse('record-missing', [edit.input.id]);
    const given = edit.input.changes as Partial<typeof before>;
    const changes = given.targets ? { ...given, targets: completedTargets(given.targets) } : given;
    return sameFields(before, changes) ? refuse('nothing-changes', [before.id]) : updated(before, changes);
  },
});
