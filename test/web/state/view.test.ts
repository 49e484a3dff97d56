import { beforeEach, expect, it } from 'vitest';
import { cancelTool, openPanel, resetView, select, startTool, view } from '../../../web/state/view.svelte.ts';
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
