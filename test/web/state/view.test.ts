import { beforeEach, expect, it } from 'vitest';
import {
  cancelTool,
  clearSelection,
  mark,
  openPanel,
  resetView,
  select,
  selectMany,
  startPicking,
  startTool,
  stopPicking,
  toggleSelected,
  unselect,
  view,
} from '../../../web/state/view.svelte.ts';
import { panelPart } from '../../../web/state/panelPart.svelte.ts';
import { idOf } from '../../domain/builders.ts';

beforeEach(resetView);

it('a tool put down brings back the record it was taken up for', () => {
  select('road', idOf(1));
  startTool('move');
  expect(view.sheet).toBe('peek');
  cancelTool();
  expect(view.sheet).toBe('half');
});

it('beside the steps the sheet stays low after drawing', () => {
  openPanel('houses');
  startTool('draw-house');
  cancelTool();
  expect(view.sheet).toBe('peek');
});

it('what a panel shows in its place stays while a record is looked at, until a panel is opened: that one too', () => {
  openPanel('criterion3');
  panelPart.current = 'next';
  select('camera', idOf(1));
  clearSelection();
  expect([view.panel, panelPart.current]).toEqual(['criterion3', 'next']);
  openPanel('criterion3');
  expect([view.panel, panelPart.current]).toEqual(['criterion3', null]);
  panelPart.current = 'next';
  openPanel('roads');
  openPanel('criterion3');
  expect(panelPart.current).toBeNull();
});

it('several are selected by toggling; the last one chosen is the one shown', () => {
  openPanel('houses');
  toggleSelected('house', idOf(1));
  toggleSelected('house', idOf(2));
  toggleSelected('road', idOf(3));
  expect(view.selected.map(({ id }) => id)).toEqual([idOf(1), idOf(2), idOf(3)]);
  expect([view.selection?.id, view.panel, view.selectedIds.has(idOf(2))]).toEqual([idOf(3), 'selection', true]);
  toggleSelected('road', idOf(3));
  expect(view.selection?.id).toBe(idOf(2));
  toggleSelected('house', idOf(1));
  toggleSelected('house', idOf(2));
  expect([view.selection, view.panel]).toEqual([null, 'houses']);
});

it('an area adds each once, a click takes one alone, a list marks without leaving', () => {
  const refs = [1, 2, 3].map((n) => ({ kind: 'house', id: idOf(n) }) as const);
  selectMany(refs.slice(0, 2));
  selectMany(refs, true);
  expect(view.selected).toHaveLength(3);
  unselect(new Set([idOf(1), idOf(2)]));
  expect(view.selected.map(({ id }) => id)).toEqual([idOf(3)]);
  select('house', idOf(1));
  expect(view.selected).toHaveLength(1);
  openPanel('table');
  mark(refs);
  expect([view.panel, view.selected.length]).toEqual(['table', 3]);
});

it('a tool and selecting several are not in the hand together', () => {
  startTool('draw-house');
  startPicking('lasso');
  expect([view.tool, view.pickMode]).toEqual(['select', 'lasso']);
  startTool('draw-road');
  expect(view.pickMode).toBeNull();
  startPicking('tap');
  toggleSelected('house', idOf(1));
  stopPicking();
  expect([view.pickMode, view.panel, view.sheet]).toEqual([null, 'selection', 'half']);
});
