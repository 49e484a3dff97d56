/** The hand itself: what is half drawn, or held, as tools change. */
import { beforeEach, expect, it } from 'vitest';
import { t } from '../../../web/i18n/t.ts';
import { dismiss, toasts } from '../../../web/state/toasts.svelte.ts';
import { cancelTool, resetView, startTool, type ToolId } from '../../../web/state/view.svelte.ts';
import { aim } from '../../../web/tools/aim.svelte.ts';
import {
  handNow,
  loadTools,
  sketchNow,
  takeUp,
  toolHolds,
  toolStatus,
  toTool,
} from '../../../web/tools/session.svelte.ts';
import { at } from '../../domain/builders.ts';

/** As the map does when the view's tool changes. */
async function takenUp(id: Exclude<ToolId, 'select'>): Promise<void> {
  startTool(id);
  takeUp(id);
  await loadTools();
}

beforeEach(() => {
  cancelTool();
  takeUp('select');
  for (const { id } of toasts.list) dismiss(id);
  resetView();
});

it('another tool taken up while one is half drawn: the drawing is offered back', async () => {
  await takenUp('draw-road');
  toTool({ type: 'click', position: at(0, 0) });
  toTool({ type: 'click', position: at(50, 0) });
  const drawn = handNow()!.state;
  await takenUp('draw-house');
  expect(handNow()).toBeNull();
  const [offer] = toasts.list;
  expect(offer?.text).toBe(t('tool.dropped'));
  offer!.action!.run();
  expect(handNow()).toMatchObject({ tool: 'draw-road', state: drawn });
  toolStatus.cancel();
});

it('nothing is offered where nothing was drawn', async () => {
  await takenUp('draw-road');
  await takenUp('draw-house');
  expect(toasts.list).toEqual([]);
});

it('while a tool is being fetched, clicks wait for it and hovers do not', async () => {
  startTool('draw-road');
  takeUp('draw-road');
  toTool({ type: 'click', position: at(0, 0) });
  toTool({ type: 'hover', position: at(30, 0) });
  await loadTools();
  expect(sketchNow().map(({ properties }) => properties.role)).toEqual(['vertex']);
});
