/** Where the next cameras go: asked of the worker, pinned, forbidden, moved and accepted. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { distanceMeters } from '../../../domain/geometry/localFrame.ts';
import { keepCalm } from '../../../web/state/calm.svelte.ts';
import { openPanel, resetView } from '../../../web/state/view.svelte.ts';
import { closeVillage, village } from '../../../web/state/village.svelte.ts';
import {
  acceptNext,
  allowNext,
  chooseNext,
  deviceOf,
  forbidNext,
  isNextShown,
  keepNextAsked,
  pinNext,
  placeNext,
  resetNext,
  unpinNext,
  whereNext,
} from '../../../web/state/whereNext.svelte.ts';
import { aHouse, aHousehold, aLamp, aRoad, at } from '../../domain/builders.ts';
import { openedVillage, type OpenedVillage } from './openedVillage.ts';
import { HeldCoverageWorker } from './heldCoverageWorker.ts';
import { running } from './running.svelte.ts';

const made = () => HeldCoverageWorker.last;

const long = aRoad(at(-200, 0), at(200, 0), { name: 'Đường Làng' });
const cross = aRoad(at(0, 150), at(0, -150), { name: 'Đường Chùa' });
const pole = aLamp(at(60, 4));

let opened: OpenedVillage;
let page: ReturnType<typeof running>;
beforeEach(async () => {
  HeldCoverageWorker.last = null;
  vi.stubGlobal('Worker', HeldCoverageWorker);
  opened = await openedVillage(long, cross, pole, aHouse(at(120, 8)), aHousehold());
  keepCalm();
  page = running(keepNextAsked);
});
afterEach(() => {
  page.stop();
  resetNext();
  closeVillage();
  resetView();
  vi.unstubAllGlobals();
});

const settle = () => {
  page.settle();
  made()!.answer();
};
const keys = () => whereNext.proposals.map(({ key }) => key);

it('nothing is asked until it is shown; no household goes to the worker', () => {
  page.settle();
  expect(made()).toBeNull();
  whereNext.isOn = true;
  page.settle();
  expect([whereNext.isWorking, whereNext.next]).toEqual([true, null]);
  expect(new Set(made()!.questions[0]!.change.created.map(({ kind }) => kind))).not.toContain('household');
  made()!.answer();
  expect(whereNext.isWorking).toBe(false);
  expect(whereNext.proposals).toHaveLength(3);
  const gains = whereNext.proposals.map(({ gainMeters }) => gainMeters);
  expect(gains).toEqual([...gains].sort((one, other) => other - one));
  expect(whereNext.next!.boundMeters).toBeGreaterThanOrEqual(whereNext.next!.addedMeters);
});

it('what is pinned stays and is one of as many; what is forbidden is not proposed again until it is allowed', () => {
  whereNext.isOn = true;
  settle();
  const [first, second] = whereNext.proposals;
  pinNext(second!);
  settle();
  expect(whereNext.proposals.map(({ key, isPinned }) => [key, isPinned])).toContainEqual([second!.key, true]);
  expect(whereNext.proposals).toHaveLength(3);
  forbidNext(first!);
  settle();
  const { place } = first!.candidate;
  expect(whereNext.proposals.some(({ candidate }) => distanceMeters(candidate.place, place) < 1)).toBe(false);
  allowNext(place);
  unpinNext(second!);
  settle();
  expect(keys()).toContain(first!.key);
  expect(whereNext.proposals.every(({ isPinned }) => !isPinned)).toBe(true);
});

it('whoever opens the panel sees the panel; what was pinned is there when the next places are asked for again', () => {
  openPanel('criterion3');
  whereNext.isOn = true;
  settle();
  pinNext(whereNext.proposals[1]!);
  settle();
  const before = keys();
  openPanel('criterion3');
  expect([whereNext.isOn, isNextShown()]).toEqual([false, false]);
  whereNext.isOn = true;
  page.settle();
  expect([isNextShown(), whereNext.isWorking, keys()]).toEqual([true, false, before]);
  expect(whereNext.proposals.filter(({ isPinned }) => isPinned)).toHaveLength(1);
});

it('one that is moved is pinned there, and the gains follow', () => {
  whereNext.isOn = true;
  settle();
  const [first] = whereNext.proposals;
  const before = deviceOf(first!);
  // Far from every road it sees none.
  placeNext(before, { ...before, place: at(-150, 140) });
  settle();
  const movedThere = whereNext.proposals.find(({ isPinned }) => isPinned)!;
  expect([movedThere.candidate.place, movedThere.candidate.poleId]).toEqual([at(-150, 140), null]);
  expect(movedThere.gainMeters).toBe(0);
  expect(whereNext.focusedKey).toBe(movedThere.key);
});

it('all are accepted as planned in one edit', async () => {
  whereNext.isOn = true;
  chooseNext({ count: 2, owner: 'commune', level: 2 });
  settle();
  const places = whereNext.proposals.map(({ candidate }) => candidate.place);
  void acceptNext(whereNext.proposals);
  const made = [...village.world.camera.values()];
  expect(made.map(({ place }) => place)).toEqual(places);
  for (const camera of made)
    expect(camera).toMatchObject({ state: 'planned', owner: 'commune', horizontalPixels: 1920 });
  await vi.waitFor(() => expect(opened.sent).toHaveLength(1));
});

it('lamps are asked for with places of their own, and what was chosen is forgotten with the village', () => {
  whereNext.isOn = true;
  settle();
  pinNext(whereNext.proposals[0]!);
  chooseNext({ kind: 'lamp', count: 4 });
  expect(whereNext.next).toBeNull();
  settle();
  expect(whereNext.proposals).toHaveLength(4);
  expect(
    whereNext.proposals.every(({ isPinned, candidate }) => !isPinned && candidate.facingDegrees === undefined),
  ).toBe(true);
  void acceptNext(whereNext.proposals.slice(0, 1));
  expect([...village.world.lamp.values()].filter(({ state }) => state === 'planned')).toHaveLength(1);
  resetNext();
  expect([whereNext.isOn, whereNext.choice.kind, whereNext.next, whereNext.forbidden]).toEqual([
    false,
    'camera',
    null,
    [],
  ]);
});
