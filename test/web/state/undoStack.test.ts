import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mostUndoable, undoStackOf, type OwnEdit } from '../../../web/state/undoStack.ts';

const at = '2026-11-24T00:00:00Z';
const named: OwnEdit = { editId: 'name', kind: 'road.name', reverts: null, at };
const drawn: OwnEdit = { editId: 'draw', kind: 'house.draw', reverts: null, at };
const undo = (editId: string, reverts: string): OwnEdit => ({ editId, kind: 'change.revert', reverts, at });
const none: ReadonlySet<string> = new Set();

const ids = (own: readonly OwnEdit[], hopeless = none) => {
  const stack = undoStackOf(own, hopeless);
  return [stack.undo.map(({ editId }) => editId), stack.redo.map(({ editId }) => editId)];
};

it('undo reverts the edit, redo reverts the revert, undo again reverts that', () => {
  expect(ids([named])).toEqual([['name'], []]);
  expect(ids([named, undo('u1', 'name')])).toEqual([[], ['u1']]);
  expect(ids([named, undo('u1', 'name'), undo('r1', 'u1')])).toEqual([['r1'], []]);
  expect(undoStackOf([named, undo('u1', 'name'), undo('r1', 'u1')], none).undo[0]).toMatchObject({ kind: 'road.name' });
});

it('a new edit ends what could be redone', () => {
  expect(ids([named, undo('u1', 'name'), drawn])).toEqual([['draw'], []]);
});

it('what cannot be undone is passed over, and what lies below it can be undone and redone', () => {
  expect(ids([named, drawn], new Set(['draw']))).toEqual([['name'], []]);
  expect(ids([named, drawn, undo('u1', 'name')], new Set(['draw']))).toEqual([[], ['u1']]);
});

it("taking back another person's edit can itself be taken back", () => {
  expect(ids([undo('x', 'of another')])).toEqual([['x'], []]);
});

it('goes back only so far', () => {
  const many = Array.from({ length: mostUndoable + 20 }, (_, n) => ({ ...named, editId: `e${n}` }));
  const [undoable = []] = ids(many);
  expect([undoable.length, undoable.at(-1)]).toEqual([mostUndoable, `e${mostUndoable + 19}`]);
});

it('all undone and all redone is as it was, whatever was done', () => {
  const step = fc.constantFrom('do', 'undo', 'redo');
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let own: readonly OwnEdit[] = [];
      let alive: string[] = [];
      let gone: string[] = [];
      for (const [n, wanted] of steps.entries()) {
        const stack = undoStackOf(own, none);
        const target = wanted === 'undo' ? stack.undo.at(-1) : stack.redo.at(-1);
        if (wanted === 'do') {
          own = [...own, { ...named, editId: `e${n}` }];
          alive = [...alive, `e${n}`];
          gone = [];
        } else if (target) {
          own = [...own, undo(`e${n}`, target.editId)];
          const [from, to] = wanted === 'undo' ? [alive, gone] : [gone, alive];
          to.push(from.pop() ?? '');
        }
        const { undo: undoable, redo: redoable } = undoStackOf(own, none);
        expect([undoable.length, redoable.length]).toEqual([alive.length, gone.length]);
      }
    }),
  );
});
