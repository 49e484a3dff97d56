/** Add, update and delete of records that stand alone: households, signs, cameras, lamps, landmarks. */
import type { Static, TObject, TProperties } from 'typebox';
import type { DeepReadonly } from '../plain.ts';
import { created, deleted, updated, type Change } from '../records/change.ts';
import type { Id } from '../records/fields.ts';
import { completed } from '../records/older.ts';
import type { AnyRecord, RecordKind, RecordOf } from '../records/record.ts';
import { findRecord, type Records, type World } from '../records/world.ts';
import { defineEdit } from './edit.ts';
import { newRecord, onlyId, someFields } from './fields.ts';
import { record, Id as IdSchema } from '../records/fields.ts';
import { orOlder } from './olderInput.ts';
import { refuse, type Refusal } from './refusal.ts';

/** `newer`: the fields that pages from before know nothing of (olderInput.ts). */
export function addEdit<const Kind extends string, P extends TProperties>(
  kind: Kind,
  recordKind: RecordKind,
  schema: TObject<P>,
  newer?: object,
) {
  const input = newRecord(schema);
  return defineEdit({
    kind,
    input: newer ? orOlder(input, newer) : input,
    targets: () => [],
    run: (world, edit) => {
      const fields = edit.input as DeepReadonly<Static<TObject<P>>> & { readonly id: Id };
      if (world[recordKind].has(fields.id)) return refuse('record-exists', [fields.id]);
      return created(completed({ ...fields, kind: recordKind, version: 1 } as unknown as AnyRecord));
    },
  });
}

/** All of them, or none when an id is there already or comes twice. */
export function allCreated<Fields extends { readonly id: Id }>(
  world: World,
  recordKind: RecordKind,
  given: readonly Fields[],
): Change | Refusal {
  const ids = new Set<Id>();
  for (const { id } of given) {
    if (ids.has(id) || findRecord(world, id)) return refuse('record-exists', [id]);
    ids.add(id);
  }
  return created(...given.map((fields) => ({ ...fields, kind: recordKind, version: 1 }) as unknown as AnyRecord));
}

export function updateEdit<const Kind extends string, P extends TProperties>(
  kind: Kind,
  recordKind: RecordKind,
  schema: TObject<P>,
) {
  const input = record({ id: IdSchema, changes: someFields(schema) });
  return defineEdit({
    kind,
    input,
    targets: ({ id }) => [id],
    run: (world, edit) => {
      const { id, changes } = edit.input as { id: Id; changes: Partial<AnyRecord> };
      const before = world[recordKind].get(id);
      if (!before) return refuse('record-missing', [id]);
      return sameFields(before, changes) ? refuse('nothing-changes', [id]) : updated<AnyRecord>(before, changes);
    },
  });
}

export function deleteEdit<const Kind extends string>(kind: Kind, recordKind: RecordKind) {
  return defineEdit({
    kind,
    input: onlyId,
    targets: ({ id }) => [id],
    run: (world, edit) => {
      const before = findOfKind(world, recordKind, edit.input.id);
      return before ? deleted(before) : refuse('record-missing', [edit.input.id]);
    },
  });
}

export function findOfKind<K extends RecordKind>(world: Records, kind: K, id: Id): RecordOf[K] | undefined {
  return world[kind].get(id);
}

/** True when every given field already has that value. */
export function sameFields(before: object, changes: object): boolean {
  const current = before as Readonly<Record<string, unknown>>;
  return Object.entries(changes).every(([field, value]) => JSON.stringify(current[field]) === JSON.stringify(value));
}
