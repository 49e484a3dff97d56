/**
 * What this person can undo and redo, newest last: derived from what they did, in order, so that it is the same after a
 * reload and on another device. Undoing is an edit too, and so is undoing that again.
 */
import type { EditKind } from '../../domain/edits/registry.ts';
import type { Id } from '../../domain/records/fields.ts';

/** An edit of this person, as far as undo needs to know it. */
export interface OwnEdit {
  readonly editId: Id;
  readonly kind: EditKind;
  /** The edit it undoes, when it is an undo or redo. */
  readonly reverts: Id | null;
  /** ISO 8601. */
  readonly at: string;
}

export interface Undoable {
  /** The edit to revert. */
  readonly editId: Id;
  /** What the person did in the first place, and when, for the words on the button. */
  readonly kind: EditKind;
  readonly at: string;
}

export interface UndoStack {
  readonly undo: readonly Undoable[];
  readonly redo: readonly Undoable[];
}

/** How far back one can undo. */
export const mostUndoable = 100;

/** `hopeless`: edits whose undoing was refused; the one before them comes next. */
export function undoStackOf(own: readonly OwnEdit[], hopeless: ReadonlySet<Id>): UndoStack {
  let undo: readonly Undoable[] = [];
  let redo: readonly Undoable[] = [];
  for (const { editId, kind, reverts, at } of own) {
    const undone = undo.find((item) => item.editId === reverts);
    const redone = redo.find((item) => item.editId === reverts);
    if (undone) {
      undo = undo.filter((item) => item !== undone);
      redo = [...redo, { ...undone, editId }];
    } else if (redone) {
      redo = redo.filter((item) => item !== redone);
      undo = [...undo, { ...redone, editId }];
    } else {
      // Something new, or taking back what another person did: it ends what could be redone.
      undo = [...undo, { editId, kind, at }];
      redo = [];
    }
  }
  const isPossible = ({ editId }: Undoable) => !hopeless.has(editId);
  return { undo: undo.filter(isPossible).slice(-mostUndoable), redo: redo.filter(isPossible) };
}
