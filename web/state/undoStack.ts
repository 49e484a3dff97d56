/** What this person can undo and redo, newest last. Undoing is an edit too, and so is undoing that again. */
import type { EditKind } from '../../domain/edits/registry.ts';
import type { Id } from '../../domain/records/fields.ts';

export interface Undoable {
  /** The edit to revert. */
  readonly editId: Id;
  /** What the person did in the first place, for the words on the button. */
  readonly kind: EditKind;
}

export interface UndoStack {
  readonly undo: readonly Undoable[];
  readonly redo: readonly Undoable[];
}

export const emptyUndoStack: UndoStack = { undo: [], redo: [] };

const mostKept = 100;

export const afterEdit = (stack: UndoStack, done: Undoable): UndoStack => ({
  undo: [...stack.undo, done].slice(-mostKept),
  redo: [],
});

/** `revertId` is the edit that undid the newest one: reverting it is the redo. */
export const afterUndo = (stack: UndoStack, revertId: Id): UndoStack => {
  const last = stack.undo.at(-1);
  if (!last) return stack;
  return { undo: stack.undo.slice(0, -1), redo: [...stack.redo, { ...last, editId: revertId }] };
};

export const afterRedo = (stack: UndoStack, revertId: Id): UndoStack => {
  const last = stack.redo.at(-1);
  if (!last) return stack;
  return { undo: [...stack.undo, { ...last, editId: revertId }], redo: stack.redo.slice(0, -1) };
};

/** An edit that was refused can be neither undone nor redone. */
export const without = (stack: UndoStack, editId: Id): UndoStack => ({
  undo: stack.undo.filter((item) => item.editId !== editId),
  redo: stack.redo.filter((item) => item.editId !== editId),
});
