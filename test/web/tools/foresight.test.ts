/** What is worked out while the hand rests is not worked out again as it clicks. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultEntrance } from '../../../domain/addressing/defaultEntrance.ts';
import { cancelTool, resetView, startTool } from '../../../web/state/view.svelte.ts';
import { closeVillage, village } from '../../../web/state/village.svelte.ts';
import { loadTools } from '../../../web/tools/loadTools.ts';
import { takeUp, toTool } from '../../../web/tools/session.svelte.ts';
import { aRoad, at } from '../../domain/builders.ts';
import { openedVillage } from '../state/openedVillage.ts';

vi.mock(import('../../../domain/addressing/defaultEntrance.ts'), async (original) => {
  const there = await original();
  return { ...there, defaultEntrance: vi.fn(there.defaultEntrance) };
});

const judged = vi.mocked(defaultEntrance);

beforeEach(async () => {
  await openedVillage(aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' }));
  startTool('draw-house');
  takeUp('draw-house');
  await loadTools();
  judged.mockClear();
  toTool({ type: 'click', position: at(10, 0) });
  toTool({ type: 'click', position: at(10, 6) });
});
afterEach(() => {
  cancelTool();
  takeUp('select');
  closeVillage();
  resetView();
  vi.unstubAllGlobals();
});

/** What is not answered waits on in the next test: the last one is of this. */
const doors = () => [...village.world.house.values()].map(({ entrance }) => entrance);
const rested = () => vi.waitFor(() => expect(judged).toHaveBeenCalledOnce());

it('the door of the house as it is drawn, once the hand rests on it', async () => {
  toTool({ type: 'hover', position: at(18, 6) });
  expect(judged).not.toHaveBeenCalled();
  await rested();
  const before = doors();
  toTool({ type: 'click', position: at(18, 6) });
  expect(judged).toHaveBeenCalledOnce();
  expect(doors()).toEqual([...before, judged.mock.results[0]!.value]);
});

it('not the one of a house drawn otherwise after all', async () => {
  toTool({ type: 'hover', position: at(18, 6) });
  await rested();
  toTool({ type: 'click', position: at(4, 6) });
  expect(judged).toHaveBeenCalledTimes(2);
  expect(doors().at(-1)).toEqual(judged.mock.results[1]!.value);
  expect(judged.mock.results[1]!.value).not.toEqual(judged.mock.results[0]!.value);
});

it('of a hand that moves on only where it comes to rest', async () => {
  for (let east = 14; east < 20; east += 1) toTool({ type: 'hover', position: at(east, 6) });
  await rested();
  toTool({ type: 'click', position: at(19, 6) });
  expect(judged).toHaveBeenCalledOnce();
  expect(doors().at(-1)).toEqual(judged.mock.results[0]!.value);
});
