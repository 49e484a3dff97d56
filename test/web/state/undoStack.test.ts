import { expect, it } from 'vitest';
import { afterEdit, afterRedo, afterUndo, emptyUndoStack, without } from '../../../web/state/undoStack.ts';

const named = { editId: 'name', kind: 'road.name' } as const;
const drawn = { editId: 'draw', kind: 'house.draw' } as const;

it('undo reverts the edit, redo reverts the revert, undo again reverts that', () => {
  const done = afterEdit(emptyUndoStack, named);
  const undone = afterUndo(done, 'revert-1');
  expect(undone).toEqual({ undo: [], redo: [{ editId: 'revert-1', kind: 'road.name' }] });
  const redone = afterRedo(undone, 'revert-2');
  expect(redone).toEqual({ undo: [{ editId: 'revert-2', kind: 'road.name' }], redo: [] });
});

it('a new edit ends what could be redone', () => {
  const undone = afterUndo(afterEdit(emptyUndoStack, named), 'revert-1');
  expect(afterEdit(undone, drawn)).toEqual({ undo: [drawn], redo: [] });
});

it('a refused edit leaves the stack', () => {
  const stack = afterEdit(afterEdit(emptyUndoStack, named), drawn);
  expect(without(stack, 'draw').undo).toEqual([named]);
});

it('nothing to undo is nothing done', () => {
  expect(afterUndo(emptyUndoStack, 'x')).toBe(emptyUndoStack);
  expect(afterRedo(emptyUndoStack, 'x')).toBe(emptyUndoStack);
});
