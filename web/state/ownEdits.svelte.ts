/** What this person did in the open village, as the log holds it: the source of undo after a reload. */
import type { Edit } from '../../domain/edits/edit.ts';
import type { EditKind, InputOf } from '../../domain/edits/registry.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Entry } from '../sync/village.ts';
import { mostUndoable, type OwnEdit } from './undoStack.ts';

/** An undo takes two: what was done and its undoing. */
const mostKept = 2 * mostUndoable;

let confirmed = $state.raw<readonly OwnEdit[]>([]);
let hopeless = $state.raw<ReadonlySet<Id>>(new Set<Id>());

export const ownEdits = {
  /** Oldest first, as far back as undo goes. */
  get confirmed(): readonly OwnEdit[] {
    return confirmed;
  },
  /** Edits whose undoing was refused. */
  get hopeless(): ReadonlySet<Id> {
    return hopeless;
  },
};

export const ownEntry = ({ editId, kind, reverts, at }: Entry): OwnEdit => ({ editId, kind, reverts, at });

export const ownPending = ({ id, kind, input, at }: Edit<EditKind>): OwnEdit => ({
  editId: id,
  kind,
  reverts: kind === 'change.revert' ? (input as InputOf<'change.revert'>).editId : null,
  at,
});

/** The newest, as it is confirmed. */
export const addOwn = (entry: Entry): void =>
  void (confirmed = [...without([entry]), ownEntry(entry)].slice(-mostKept));

/** Those of before this page was opened, oldest first; some may have been confirmed since. */
export const addEarlier = (entries: readonly Entry[]): void =>
  void (confirmed = [...entries.map(ownEntry), ...without(entries)].slice(-mostKept));

function without(entries: readonly Entry[]): readonly OwnEdit[] {
  const ids = new Set(entries.map(({ editId }) => editId));
  return confirmed.filter(({ editId }) => !ids.has(editId));
}

export const giveUpUndoing = (editId: Id): void => void (hopeless = new Set(hopeless).add(editId));

export function forgetOwn(): void {
  confirmed = [];
  hopeless = new Set();
}
