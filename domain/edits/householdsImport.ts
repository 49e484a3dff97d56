/**
 * A list of households taken in as one intention: those added, those changed, and those no longer in it. A list that
 * would lose most of the village is refused, but for the commune, who confirms it by an edit of its own.
 */
import * as Type from 'typebox';
import type { DeepReadonly } from '../plain.ts';
import { nextVersion, type Change } from '../records/change.ts';
import { Id, record, text } from '../records/fields.ts';
import { Household } from '../records/household.ts';
import type { World } from '../records/world.ts';
import { defineEdit } from './edit.ts';
import { newRecord, some, without } from './fields.ts';
import { sameFields } from './pointRecord.ts';
import { refuse, type Refusal } from './refusal.ts';

/** More than any village has. */
const most = 20_000;
/** Of the households of the village that a list takes away, from which only the commune may (issue: 80 %). */
const refusedLoss = 0.8;
/** Of so few, one or two are a large share and no accident. */
const lossCountsFrom = 5;

export const losesMost = (gone: number, total: number): boolean =>
  total >= lossCountsFrom && gone / total >= refusedLoss;

const input = record({
  /** The name of the file, for the history. */
  source: text(200),
  added: Type.Array(newRecord(Household), { maxItems: most }),
  changed: Type.Array(
    record({ id: Id, changes: some(without(Household.properties, 'kind', 'version', 'id', 'surveyAnswers')) }),
    { maxItems: most },
  ),
  goneIds: Type.Array(Id, { maxItems: most, uniqueItems: true }),
});
type Input = DeepReadonly<Type.Static<typeof input>>;

const targets = ({ changed, goneIds }: Input) => [...changed.map(({ id }) => id), ...goneIds];

function listTaken(world: World, { added, changed, goneIds }: Input): Change | Refusal {
  const seen = new Set<Id>();
  for (const { id } of added) {
    if (seen.has(id) || world.household.has(id)) return refuse('record-exists', [id]);
    seen.add(id);
  }
  const updated: [Household, Household][] = [];
  for (const { id, changes } of changed) {
    const before = world.household.get(id);
    if (!before || seen.has(id)) return refuse('record-missing', [id]);
    seen.add(id);
    if (!sameFields(before, changes)) updated.push([before, nextVersion(before, changes)]);
  }
  const gone: Household[] = [];
  for (const id of goneIds) {
    const before = world.household.get(id);
    if (!before || seen.has(id)) return refuse('record-missing', [id]);
    gone.push(before);
  }
  if (added.length + updated.length + gone.length === 0) return refuse('nothing-changes');
  const created = added.map((fields) => ({ ...fields, kind: 'household', version: 1 }) as const);
  return { created, updated, deleted: gone };
}

export const householdsImport = defineEdit({
  kind: 'household.import',
  input,
  targets,
  run: (world, edit) => {
    const [gone, total] = [edit.input.goneIds.length, world.household.size];
    return losesMost(gone, total) ? refuse('import-loses-most', [], { gone, total }) : listTaken(world, edit.input);
  },
});

/** As above, whatever it loses. */
export const householdsReplace = defineEdit({
  kind: 'household.replace',
  input,
  targets,
  run: (world, edit) => listTaken(world, edit.input),
});

/** Households and the houses they live in, many at once; null: it is not known where. */
export const householdsAssign = defineEdit({
  kind: 'household.assign',
  input: record({
    assigned: Type.Array(record({ householdId: Id, houseId: Household.properties.houseId }), {
      minItems: 1,
      maxItems: most,
    }),
  }),
  targets: ({ assigned }) => assigned.map(({ householdId }) => householdId),
  run: (world, edit) => {
    const updated = new Map<Id, readonly [Household, Household]>();
    for (const { householdId, houseId } of edit.input.assigned) {
      const before = world.household.get(householdId);
      if (!before || updated.has(householdId)) return refuse('record-missing', [householdId]);
      if (before.houseId !== houseId) updated.set(householdId, [before, nextVersion(before, { houseId })]);
    }
    if (updated.size === 0) return refuse('nothing-changes');
    return { created: [], updated: [...updated.values()], deleted: [] };
  },
});
