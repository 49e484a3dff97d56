/**
 * Things that stand at one place (landmarks, streetlights, cameras, signs) of a file taken in as one intention: those
 * added, those changed, and those no longer in it. A file that would lose most of them is refused, but for the commune.
 */
import type { TObject, TProperties } from 'typebox';
import * as Type from 'typebox';
import type { DeepReadonly } from '../plain.ts';
import { nextVersion, type Change } from '../records/change.ts';
import { Camera } from '../records/camera.ts';
import { Id, record, text } from '../records/fields.ts';
import { Lamp } from '../records/lamp.ts';
import { Landmark } from '../records/landmark.ts';
import type { AnyRecord } from '../records/record.ts';
import { Sign } from '../records/sign.ts';
import { findRecord, type World } from '../records/world.ts';
import { defineEdit, isRefusal, noHistory } from './edit.ts';
import { newRecord, someFields } from './fields.ts';
import type { Taken } from './housesImport.ts';
import { losesMost } from './householdsImport.ts';
import { mergeChanges } from './inMany.ts';
import { allCreated, sameFields } from './pointRecord.ts';
import { deletionOf } from './recordsDelete.ts';
import { refuse, type Refusal } from './refusal.ts';
import { lasting } from './sign.ts';

/** More than any village has. */
export const mostPoints = 10_000;

const ofKind = <const Kind extends string, P extends TProperties, Q extends TProperties>(
  recordKind: Kind,
  whole: TObject<P>,
  changeable: TObject<Q>,
) =>
  record({
    recordKind: Type.Literal(recordKind),
    /** The name of the file, for the history. */
    source: text(200),
    added: Type.Array(newRecord(whole), { maxItems: mostPoints }),
    changed: Type.Array(record({ id: Id, changes: someFields(changeable) }), { maxItems: mostPoints }),
    goneIds: Type.Array(Id, { maxItems: mostPoints, uniqueItems: true }),
  });

const input = Type.Union([
  ofKind('landmark', Landmark, Landmark),
  ofKind('lamp', Lamp, Lamp),
  ofKind('camera', Camera, Camera),
  // What becomes of a sign is an edit of its own (signSetState.ts).
  ofKind('sign', Sign, lasting),
]);
export type RecordsInput = DeepReadonly<Type.Static<typeof input>>;

export function recordsTaken(world: World, { recordKind, added, changed, goneIds }: RecordsInput): Taken {
  const parts: Change[] = [];
  const refused: Refusal[] = [];
  const take = (part: Change | Refusal): void => void (isRefusal(part) ? refused.push(part) : parts.push(part));
  const seen = new Set<Id>(added.map(({ id }) => id));
  take(allCreated(world, recordKind, added as readonly { readonly id: Id }[]));
  for (const { id, changes } of changed) {
    const before = world[recordKind].get(id) as AnyRecord | undefined;
    if (!before || seen.size === seen.add(id).size) take(refuse('record-missing', [id]));
    else if (!sameFields(before, changes)) {
      take({ created: [], updated: [[before, nextVersion(before, changes)]], deleted: [] });
    }
  }
  for (const id of goneIds) {
    if (findRecord(world, id)?.kind !== recordKind || seen.has(id)) take(refuse('record-missing', [id]));
    else take(deletionOf(world, { ...noEdit, input: { id } }, noHistory));
  }
  return { change: mergeChanges(parts), refused };
}

/** For the parts that ask for nothing of their edit but its input. */
const noEdit = { id: '', villageId: '', kind: 'records.delete', basis: {}, author: '', at: '' };

function listTaken(world: World, given: RecordsInput): Change | Refusal {
  const { change, refused } = recordsTaken(world, given);
  return refused[0] ?? change;
}

const targets = ({ changed, goneIds }: RecordsInput) => [...changed.map(({ id }) => id), ...goneIds];

export const recordsImport = defineEdit({
  kind: 'records.import',
  input,
  targets,
  run: (world, edit) => {
    const [gone, total] = [edit.input.goneIds.length, world[edit.input.recordKind].size];
    return losesMost(gone, total) ? refuse('import-loses-most', [], { gone, total }) : listTaken(world, edit.input);
  },
});

/** As above, whatever it loses. */
export const recordsReplace = defineEdit({
  kind: 'records.replace',
  input,
  targets,
  run: (world, edit) => listTaken(world, edit.input),
});
