/** What lists and counts show follows what the map shows, a moment later. */
import { afterEach, expect, it, vi } from 'vitest';
import { calm, calmSelection, keepCalm } from '../../../web/state/calm.svelte.ts';
import { resetView, select } from '../../../web/state/view.svelte.ts';
import { closeVillage, performNow, village } from '../../../web/state/village.svelte.ts';
import { aHouse, aRoad, at } from '../../domain/builders.ts';
import { openedVillage } from './openedVillage.ts';

const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
const house = aHouse(at(8, 100));

/** What is not answered waits on in the next test, so each moves the house elsewhere. */
const moved = (east: number) =>
  performNow('house.move', { id: house.id, entrance: at(east, 100), footprint: null }).refusal;

afterEach(() => {
  closeVillage();
  keepCalm();
  resetView();
  vi.unstubAllGlobals();
});

it('another village is shown at once, a change when the page has a moment', async () => {
  await openedVillage(road, house);
  expect(calm.world).toBe(village.world);
  keepCalm();
  const before = village.world;
  expect(moved(9)).toBeNull();
  const stop = keepCalm();
  expect(village.world).not.toBe(before);
  expect(calm.world).toBe(before);
  await vi.waitFor(() => expect(calm.world).toBe(village.world));
  stop();
});

it('what has just been changed has no place among the others yet', async () => {
  await openedVillage(road, house);
  keepCalm();
  select('house', house.id);
  expect(calmSelection()?.id).toBe(house.id);
  expect(moved(10)).toBeNull();
  keepCalm();
  expect(calmSelection()).toBeNull();
  select('road', road.id);
  expect(calmSelection()?.id).toBe(road.id);
  select('house', house.id);
  await vi.waitFor(() => expect(calmSelection()?.id).toBe(house.id));
});

it('work called off is not done', async () => {
  await openedVillage(road, house);
  keepCalm();
  const before = village.world;
  expect(moved(11)).toBeNull();
  keepCalm()();
  await new Promise((done) => setTimeout(done, 250));
  expect(calm.world).toBe(before);
});

it('what is refused here is said at once, and nothing changes', async () => {
  await openedVillage(road, house);
  const before = village.world;
  const { refusal, answer } = performNow('road.name', { id: road.id, name: 'Đường Làng' });
  expect(refusal?.code).toBe('nothing-changes');
  expect(await answer).toBe(refusal);
  expect(village.world).toBe(before);
});
