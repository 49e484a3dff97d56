/** Undo: a new edit that puts back what an earlier one changed, refused if a record has changed since. */
import type { Change } from '../records/change.ts';
import { Id, record } from '../records/fields.ts';
import { completed } from '../records/older.ts';
import type { AnyRecord } from '../records/record.ts';
import { applyChange, type World } from '../records/world.ts';
import { defineEdit } from './edit.ts';
import { displacedBy } from './issued.ts';
import { refuse, type Refusal } from './refusal.ts';

export const changeRevert = defineEdit({
  kind: 'change.revert',
  input: record({ editId: Id }),
  targets: () => [],
  run: (world, edit, history) => {
    const entry = history.changeOf(edit.input.editId);
    if (!entry) return refuse('revert-not-found', [], { editId: edit.input.editId });
    if (entry.kind === 'household.erase') return refuse('erased-for-good', [], { editId: edit.input.editId });
    const { change } = entry;
    const touched = [...change.created, ...change.updated.map(([, after]) => after)];
    const changedSince = touched.filter((item) => !sameContent(currentOf(world, item), item)).map((item) => item.id);
    const backAgain = change.deleted.filter((item) => currentOf(world, item)).map((item) => item.id);
    if (changedSince.length + backAgain.length > 0) {
      return refuse('revert-changed-since', [...changedSince, ...backAgain], {
        count: changedSince.length + backAgain.length,
      });
    }
    const back = reverseOf(world, change);
    return issuedDisplaced(world, back) ?? back;
  },
});

/**
 * What was issued after the change binds its undo: a road does not go back under an address counted on the line of
 * today, nor a door away from the entrance that is issued. What the undo itself puts back fits what it puts it back on.
 */
function issuedDisplaced(world: World, back: Change): Refusal | undefined {
  const after = applyChange(world, back);
  for (const [was, is] of back.updated) {
    if (was.kind === 'road' && is.kind === 'road' && JSON.stringify(was.line) !== JSON.stringify(is.line)) {
      const moved = displacedBy(world, is.id, is.line).find((address) => after.address.get(address.id) === address);
      if (moved) return refuse('address-issued', [moved.houseId, moved.roadId], { number: moved.number });
    }
    if (was.kind === 'house' && is.kind === 'house' && String(was.entrance) !== String(is.entrance)) {
      for (const { houseId, state, number } of after.address.values()) {
        if (houseId === is.id && state === 'issued') return refuse('address-issued', [houseId], { number });
      }
    }
  }
  return undefined;
}

/** Created records go, updated ones get their old content under a new version, deleted ones come back. */
function reverseOf(world: World, change: Change): Change {
  const current = (item: AnyRecord): AnyRecord => currentOf(world, item) ?? item;
  return {
    created: change.deleted.map((item) => ({ ...completed(item), version: item.version + 1 })),
    updated: change.updated.map(([before, after]) => {
      const now = current(after);
      return [now, completed({ ...now, ...before, version: now.version + 1 })] as const;
    }),
    deleted: change.created.map(current),
  };
}

const currentOf = (world: World, item: AnyRecord): AnyRecord | undefined => world[item.kind].get(item.id);

/** Same fields; the version alone may differ, since undo and redo raise it. The log says nothing of fields it is older than. */
function sameContent(now: AnyRecord | undefined, logged: AnyRecord): boolean {
  if (!now) return false;
  const known = Object.fromEntries(Object.entries(now).filter(([field]) => field in logged));
  return canonical(known) === canonical(logged);
}

function canonical(item: object): string {
  return JSON.stringify({ ...item, version: null }, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, field]) => field !== null)
            .sort(([x], [y]) => (x < y ? -1 : 1)),
        )
      : value,
  );
}
