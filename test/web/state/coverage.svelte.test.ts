/** When coverage is reported, of what, and what is kept of what a person wants to see of it. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepCalm } from '../../../web/state/calm.svelte.ts';
import { coverage, keepCoverageReported, resetCoverage } from '../../../web/state/coverage.svelte.ts';
import { openPanel, resetView } from '../../../web/state/view.svelte.ts';
import { closeVillage, performNow } from '../../../web/state/village.svelte.ts';
import { aCamera, aHouse, aHousehold, aLamp, aRoad, at } from '../../domain/builders.ts';
import { openedVillage } from './openedVillage.ts';
import { HeldCoverageWorker } from './heldCoverageWorker.ts';
import { running } from './running.svelte.ts';

const made = () => HeldCoverageWorker.last;

const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
const camera = aCamera(at(3, 100), { facingDegrees: 180, heightMeters: 4 });
const planned = aCamera(at(3, -50), { facingDegrees: 180, state: 'planned' });
const lamp = aLamp(at(3, 0));

let page: ReturnType<typeof running>;
let network: EventTarget;
const kept = new Map<string, string>();
beforeEach(async () => {
  HeldCoverageWorker.last = null;
  network = new EventTarget();
  kept.clear();
  vi.stubGlobal('Worker', HeldCoverageWorker);
  vi.stubGlobal('addEventListener', network.addEventListener.bind(network));
  vi.stubGlobal('removeEventListener', network.removeEventListener.bind(network));
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
  });
  await openedVillage(road, camera, planned, lamp, aHouse(at(8, 100)), aHousehold());
  keepCalm();
  page = running(keepCoverageReported);
});
afterEach(() => {
  page.stop();
  resetCoverage();
  Object.assign(coverage, { light: 'day', level: 0, isWithPlanned: false, darkMeters: 40, isWhole: false });
  closeVillage();
  keepCalm();
  resetView();
  vi.unstubAllGlobals();
});

const switchOn = () => {
  coverage.isOn = true;
  page.settle();
};
const said = (number: number) => made()!.questions[number]!;

it('nothing is worked out until the map shows it or the panel of criterion 3 is open', () => {
  expect(made()).toBeNull();
  openPanel('criterion3');
  page.settle();
  expect(made()!.questions).toHaveLength(1);
  expect([coverage.isWorking, coverage.report]).toEqual([true, null]);
  switchOn();
  expect(made()!.questions).toHaveLength(1);
  made()!.answer();
  expect(coverage.isWorking).toBe(false);
  expect(coverage.report!.cameras.map((one) => one.camera.id)).toEqual([camera.id]);
  expect(coverage.report!.roads.day.seenMeters).toBeGreaterThan(40);
  // Twice as far along the road as the lamp is high, and not more than 20 m.
  expect(coverage.report!.light.litMeters).toBeCloseTo(2 * Math.sqrt(14 ** 2 - 3 ** 2), 1);
});

it('no household and no address leaves the page', () => {
  switchOn();
  const told = new Set(said(0).change.created.map(({ kind }) => kind));
  expect(told).toEqual(new Set(['village', 'road', 'house', 'camera', 'lamp']));
});

it('a choice that changes what is counted asks anew and tells no record twice; one that only changes the drawing does not', () => {
  switchOn();
  made()!.answer();
  Object.assign(coverage, { light: 'night', isWhole: true, shows: 'lit' });
  page.settle();
  expect(made()!.questions).toHaveLength(1);
  coverage.isWithPlanned = true;
  page.settle();
  expect(coverage.isWorking).toBe(true);
  expect(coverage.reported!.isWithPlanned).toBe(false);
  expect(said(1)).toMatchObject({ change: { created: [], deleted: [] }, asked: { asked: { isWithPlanned: true } } });
  made()!.answer();
  expect(coverage.report!.cameras).toHaveLength(2);
});

it('a device that changes is told, and reported anew', async () => {
  switchOn();
  made()!.answer();
  const before = coverage.report;
  performNow('camera.update', { id: camera.id, changes: { facingDegrees: 0 } });
  keepCalm();
  page.settle();
  await vi.waitFor(() => {
    page.settle();
    expect(made()!.questions).toHaveLength(2);
  });
  expect(said(1).change.created).toMatchObject([{ id: camera.id, facingDegrees: 0 }]);
  made()!.answer();
  expect(coverage.report).not.toBe(before);
  expect(coverage.report!.cameras[0]!.optics.facingDegrees).toBe(0);
});

it('what a person chose is kept on the device; what is no choice there is not read', async () => {
  Object.assign(coverage, { light: 'night', isWithPlanned: true, darkMeters: 60 });
  const [[name, text]] = [...kept] as [[string, string]];
  expect(JSON.parse(text)).toEqual({
    ...{ light: 'night', shows: 'seen', level: 0 },
    ...{ isWithPlanned: true, darkMeters: 60, isWhole: false },
  });
  kept.set(name, JSON.stringify({ light: 'dusk', level: 1e9, darkMeters: 'far', isWhole: true, isOn: true }));
  vi.resetModules();
  const { coverage: later } = await import('../../../web/state/coverage.svelte.ts');
  expect(later).toMatchObject({ isOn: false, light: 'day', level: 0, darkMeters: 40, isWhole: true });
});

it('light is looked at by night: one follows the other', () => {
  coverage.shows = 'lit';
  expect([coverage.light, coverage.shows]).toEqual(['night', 'lit']);
  coverage.light = 'day';
  expect([coverage.light, coverage.shows]).toEqual(['day', 'seen']);
});

it('where the worker cannot be had it says so, and asks again once the network is back', () => {
  switchOn();
  const lost = made()!;
  lost.dispatchEvent(new Event('error'));
  page.settle();
  expect([coverage.hasFailed, coverage.isWorking]).toEqual([true, false]);
  expect(lost.terminate).toHaveBeenCalledOnce();
  network.dispatchEvent(new Event('online'));
  page.settle();
  expect(made()).not.toBe(lost);
  made()!.answer();
  expect([coverage.hasFailed, coverage.report !== null]).toEqual([false, true]);
});

it('leaving the village forgets it', () => {
  switchOn();
  made()!.answer();
  resetCoverage();
  expect([coverage.isOn, coverage.report]).toEqual([false, null]);
  expect(made()!.terminate).toHaveBeenCalledOnce();
});
