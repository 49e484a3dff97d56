/** A refused edit taken up again: the same in the world as it is now, or the record made anew where it was deleted. */
import type { Edit } from '../../domain/edits/edit.ts';
import type { EditKind, InputOf } from '../../domain/edits/registry.ts';
import type { Id } from '../../domain/records/fields.ts';
import { completed } from '../../domain/records/older.ts';
import type { AnyRecord } from '../../domain/records/record.ts';
import { recordKinds, referencesOf } from '../../domain/records/record.ts';
import { noChange, type Change } from '../../domain/records/change.ts';
import { findRecord, type World } from '../../domain/records/world.ts';
import type { WaitingEdit } from './waitingEdit.ts';

export type AgainEdit = {
  readonly [K in EditKind]: { readonly kind: K; readonly input: InputOf<K>; readonly isAnew: boolean };
}[EditKind];

/** The existing records it acts upon. */
const targetsOf = ({ basis }: Edit<EditKind>): readonly Id[] => Object.keys(basis);

/** What to perform now. A record that is gone is made anew, under another id, as it was seen and as it was to be. */
export function takeUpAgain(world: World, { edit, seen }: WaitingEdit, newId: () => Id): AgainEdit {
  const same = { kind: edit.kind, input: edit.input, isAnew: false } as AgainEdit;
  const [record, ...others] = seen;
  if (!record || others.length > 0 || world[record.kind].has(record.id)) return same;
  return anew(world, completed({ ...record, ...wanted(edit), id: newId() })) ?? same;
}

/** The fields the edit was to give the record. */
function wanted({ kind, input }: Edit<EditKind>): object {
  if (/\.(delete|reverse)$/.test(kind)) return {};
  const { id: _id, changes, ...fields } = input as { id?: Id; changes?: object };
  return { ...fields, ...changes };
}

/** The record as the edit was to leave it; null for edits of many records at once, or of none. */
function wantedRecord({ edit, seen }: WaitingEdit): AnyRecord | null {
  const [subject = ''] = edit.kind.split('.');
  const { id } = edit.input as { id?: Id };
  const kind = recordKinds.find((one) => one === subject);
  if (!kind || id === undefined || /\.(delete|reverse)$/.test(edit.kind)) return null;
  const record = { ...seen.find((one) => one.id === id), ...wanted(edit), kind, id } as AnyRecord;
  // What an older page was to add says nothing of newer fields.
  return edit.kind.endsWith('.add') ? completed(record) : record;
}

function anew(world: World, record: AnyRecord): AgainEdit | null {
  const gone = referencesOf(record).filter(([, kind, id]) => !world[kind].has(id));
  const whole = { ...record, ...Object.fromEntries(gone.map(([field]) => [field, null])) } as AnyRecord;
  const isAnew = true;
  switch (whole.kind) {
    case 'house': {
      const { id, entrance, footprint, use, state, name } = whole;
      return { kind: 'house.draw', input: { id, entrance, footprint, use, state, name }, isAnew };
    }
    case 'road': {
      const { id, line, class: roadClass, name, parentRoadId, widthMeters } = whole;
      return { kind: 'road.draw', input: { id, line, class: roadClass, name, parentRoadId, widthMeters }, isAnew };
    }
    case 'household':
    case 'sign':
    case 'camera':
    case 'lamp':
    case 'landmark': {
      const { kind, version: _version, ...fields } = whole;
      return { kind: `${kind}.add`, input: fields, isAnew } as AgainEdit;
    }
    default:
      return null;
  }
}

/** What a refused edit was to do, beside what is there now; no change when it is about no record on the map. */
export function wantedChange(world: World, waiting: WaitingEdit): Change {
  const after = wantedRecord(waiting);
  if (!after) return noChange;
  const now = findRecord(world, after.id);
  return now ? { ...noChange, updated: [[now, after]] } : { ...noChange, created: [after] };
}

const changedFields = ({ input }: Edit<EditKind>): readonly string[] =>
  Object.keys((input as { changes?: object }).changes ?? {});
const isChangedBy = (edit: Edit<EditKind>) => {
  const fields = new Set(changedFields(edit));
  return (field: string): boolean => fields.has(field);
};

/**
 * Whether a later edit does what the refused one was to do: the same to the same records, of which it changes all the
 * fields that the refused one was to change, or the same new record.
 */
export function isTakenUpBy(refused: Edit<EditKind>, later: Edit<EditKind>): boolean {
  if (refused.villageId !== later.villageId || refused.kind !== later.kind) return false;
  const targets = targetsOf(refused);
  return targets.length > 0
    ? JSON.stringify(targets) === JSON.stringify(targetsOf(later)) && changedFields(refused).every(isChangedBy(later))
    : JSON.stringify({ ...(refused.input as object), id: null }) ===
        JSON.stringify({ ...(later.input as object), id: null });
}
