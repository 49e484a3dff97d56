/** The hand itself: what is half drawn, or held, as tools change. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { t } from '../../../web/i18n/t.ts';
import { dismiss, toasts } from '../../../web/state/toasts.svelte.ts';
import { cancelTool, resetView, select, startTool, type ToolId } from '../../../web/state/view.svelte.ts';
import { closeVillage, village } from '../../../web/state/village.svelte.ts';
import { aim } from '../../../web/tools/aim.svelte.ts';
import { loadTools } from '../../../web/tools/loadTools.ts';
import { handNow, sketchNow, takeUp, toolStatus, toTool } from '../../../web/tools/session.svelte.ts';
import { aHouse, aRoad, aSign, at } from '../../domain/builders.ts';
import { openedVillage } from '../state/openedVillage.ts';

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

describe('in a village whose server answers as it is told to', () => {
  const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
  const houses = [150, 130].map((north) => aHouse(at(8, north)));
  const numbers = () => [...village.world.address.values()].map(({ number }) => number);

  afterEach(() => {
    closeVillage();
    vi.unstubAllGlobals();
  });

  it('a walk goes on from where one is when the server refuses an earlier press', async () => {
    const { answer } = await openedVillage(road, ...houses);
    await takenUp('walk');
    toTool({ type: 'here', position: at(0, 160) });
    toTool({ type: 'here', position: at(0, 150) });
    toTool({ type: 'offer', id: 'left' });
    expect(numbers()).toEqual(['1']);
    toTool({ type: 'here', position: at(0, 100) });
    const walked = toolStatus.hintParams;
    await vi.waitFor(() =>
      answer(Response.json({ refusal: { code: 'forbidden', params: {}, recordIds: [] } }, { status: 403 })),
    );
    await vi.waitFor(() => expect(numbers()).toEqual([]));
    await Promise.resolve();
    expect(toolStatus.hintParams).toEqual(walked);
    expect(walked).toMatchObject({ meters: 100 });
  });

  it('a press that can give no number says so, and the next one is not affected', async () => {
    await openedVillage(road, ...houses);
    await takenUp('paint-numbers');
    toTool({ type: 'click', position: at(8, 130) });
    expect(toasts.list).toEqual([]);
    toTool({ type: 'click', position: at(8, 150) });
    expect(toasts.list.map(({ tone, text }) => [tone, text])).toEqual([
      ['problem', t('tool.paint.noNumber', { road: 'Đường Làng' })],
    ]);
    toTool({ type: 'type', text: '1A' });
    toTool({ type: 'click', position: at(8, 150) });
    expect(numbers()).toEqual(['1', '1A']);
  });

  it('a nudge is dropped by "Bỏ" as by Esc, and a sign once moved is told beside what it was', async () => {
    const sign = aSign(at(4, 4), { roadId: road.id });
    await openedVillage(road, sign);
    select('sign', sign.id);
    await takenUp('move');
    expect(toolStatus.signs).toEqual({ before: [sign], now: [sign] });
    expect(toolStatus.canDrop).toBe(false);
    const nudge = () => toTool({ type: 'nudge', eastMeters: 0, northMeters: 5 });
    nudge();
    expect(toolStatus.canDrop).toBe(true);
    toolStatus.cancel();
    await takenUp('move');
    expect(toolStatus.signs.now).toEqual([sign]);
    nudge();
    toTool({ type: 'settle' });
    expect(village.world.sign.get(sign.id)!.place[1]).toBeGreaterThan(sign.place[1]);
    expect(toolStatus.signs).toEqual({ before: [sign], now: [village.world.sign.get(sign.id)] });
    expect(toolStatus.canDrop).toBe(false);
    nudge();
    toTool({ type: 'settle' });
    expect(toolStatus.signs.before).toEqual([sign]);
    toolStatus.cancel();
    await takenUp('move');
    expect(toolStatus.signs.before).toEqual([village.world.sign.get(sign.id)]);
  });

  it('what the cross has taken hold of is let go of by a button as by a key', async () => {
    await openedVillage(road, ...houses);
    select('road', road.id);
    await takenUp('move');
    aim.isOn = true;
    aim.moveTo(at(0, 200), true);
    aim.act();
    expect(aim.isHolding).toBe(true);
    toolStatus.undoPoint();
    expect(aim.isHolding).toBe(false);
    aim.act();
    expect(aim.isHolding).toBe(true);
    toolStatus.cancel();
    expect(aim.isHolding).toBe(false);
    aim.isOn = false;
  });
});
