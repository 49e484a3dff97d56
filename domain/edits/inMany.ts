/** One intention for many records: each is decided alone in the same world, and all are done or none. */
import type { Change } from '../records/change.ts';
import type { Id } from '../records/fields.ts';
import type { AnyRecord } from '../records/record.ts';
import { isRefusal } from './edit.ts';
import { refuse, type Refusal } from './refusal.ts';

/**
 * The changes of all together. What already is as wanted is left alone. Refused with `some-refused`, which names the
 * records that cannot, so that a person can leave out just those and do the rest.
 */
export function allOrNothing(ids: readonly Id[], decide: (id: Id) => Change | Refusal): Change | Refusal {
  const changes: Change[] = [];
  const refused: Id[] = [];
  for (const id of ids) {
    const result = decide(id);
    if (!isRefusal(result)) changes.push(result);
    else if (result.code !== 'nothing-changes') refused.push(id);
  }
  if (refused.length > 0) return refuse('some-refused', refused, { count: refused.length, total: ids.length });
  return changes.length === 0 ? refuse('nothing-changes', ids) : mergeChanges(changes);
}

/**
 * Changes made side by side in one world as one: a record deleted by any of them is gone, whatever the others made of
 * it; one updated by several gets the fields that each of them set, and one new version.
 */
export function mergeChanges(changes: readonly Change[]): Change {
  const deleted = new Map<Id, AnyRecord>();
  for (const change of changes) for (const item of change.deleted) deleted.set(item.id, item);
  const updated = new Map<Id, readonly [AnyRecord, AnyRecord]>();
  for (const change of changes) {
    for (const [before, after] of change.updated) {
      if (deleted.has(before.id)) continue;
      const earlier = updated.get(before.id)?.[1];
      updated.set(before.id, [before, earlier ? withFieldsSet(earlier, before, after) : after]);
    }
  }
  return {
    created: changes.flatMap((change) => change.created),
    updated: [...updated.values()],
    deleted: [...deleted.values()],
  };
}

function withFieldsSet(earlier: AnyRecord, before: AnyRecord, after: AnyRecord): AnyRecord {
  const set = Object.entries(after).filter(([field, value]) => before[field as keyof AnyRecord] !== value);
  return { ...earlier, ...Object.fromEntries(set) };
}
