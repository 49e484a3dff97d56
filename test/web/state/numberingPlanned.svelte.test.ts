/** When numbers are planned, what is said of the plan on the screen meanwhile, and what happens without the worker. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { applyChange, emptyWorld } from '../../../domain/records/world.ts';
import { keepCalm } from '../../../web/state/calm.svelte.ts';
import { whenIdle } from '../../../web/state/idle.ts';
import { numbering, resetNumbering } from '../../../web/state/numbering.svelte.ts';
import { numberingAnswer } from '../../../web/state/numberingAnswer.ts';
import { dropPlan, keepNumbersPlanned, numberingPlanned } from '../../../web/state/numberingPlanned.svelte.ts';
import type { NumberingQuestion } from '../../../web/state/numberingQuestion.ts';
import { resetView, view } from '../../../web/state/view.svelte.ts';
import { closeVillage, performNow } from '../../../web/state/village.svelte.ts';
import { aHouse, aRoad, at } from '../../domain/builders.ts';
import { openedVillage } from './openedVillage.ts';
import { running } from './running.svelte.ts';

let worker: HeldWorker;
class HeldWorker extends EventTarget {
  readonly questions: NumberingQuestion[] = [];
  terminate = vi.fn();
  constructor() {
    super();
    // The page makes it; the test answers in its place.
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    worker = this;
  }
  postMessage(question: NumberingQuestion): void {
    this.questions.push(question);
  }
  answer(): void {
    const world = this.questions.reduce((known, { change }) => applyChange(known, change), emptyWorld);
    const { number, asked } = this.questions.at(-1)!;
    this.dispatchEvent(new MessageEvent('message', { data: { number, ...numberingAnswer(world, asked) } }));
  }
  /** Answers, and waits for the moment of rest in which the page shows it. */
  async answerIsShown(): Promise<void> {
    const before = view.preview;
    this.answer();
    await vi.waitFor(() => expect(view.preview).not.toBe(before));
  }
}

const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
const other = aRoad(at(60, 200), at(60, -200), { name: 'Đường Đình' });
const houses = [aHouse(at(8, 100)), aHouse(at(8, -100)), aHouse(at(68, 0))];

let page: ReturnType<typeof running>;
beforeEach(async () => {
  vi.stubGlobal('Worker', HeldWorker);
  await openedVillage(road, other, ...houses);
  keepCalm();
  page = running(keepNumbersPlanned);
});
afterEach(() => {
  page.stop();
  dropPlan();
  closeVillage();
  keepCalm();
  resetNumbering();
  resetView();
  vi.unstubAllGlobals();
});

const newNumbers = () => view.preview?.rows.map(({ newNumber }) => newNumber);

it('nothing is on the screen until the plan is here; it can then be applied', async () => {
  expect([view.preview, numberingPlanned.isOfThis, numberingPlanned.isCurrent]).toEqual([null, false, false]);
  await worker.answerIsShown();
  expect(newNumbers()).toHaveLength(3);
  expect([numberingPlanned.isOfThis, numberingPlanned.isCurrent, numberingPlanned.refusal]).toEqual([true, true, null]);
});

it('the plan of other roads is not that of what is looked at', async () => {
  await worker.answerIsShown();
  numbering.roadId = other.id;
  expect(numberingPlanned.isOfThis).toBe(false);
  page.settle();
  await worker.answerIsShown();
  expect(numberingPlanned.isOfThis).toBe(true);
  expect(newNumbers()).toHaveLength(1);
  numbering.isRenumbering = true;
  expect(numberingPlanned.isOfThis).toBe(false);
});

it('a change of the village leaves its plan until the next one is here, which is asked for once the page is calm', async () => {
  await worker.answerIsShown();
  const before = view.preview;
  expect(performNow('house.move', { id: houses[0]!.id, entrance: at(-8, 100), footprint: null }).refusal).toBeNull();
  page.settle();
  expect(worker.questions).toHaveLength(1);
  expect([numberingPlanned.isOfThis, numberingPlanned.isCurrent]).toEqual([true, false]);
  keepCalm();
  await vi.waitFor(() => {
    page.settle();
    expect(worker.questions).toHaveLength(2);
  });
  expect(view.preview).toBe(before);
  await worker.answerIsShown();
  expect(numberingPlanned.isCurrent).toBe(true);
});

it('what is answered once nobody asks any more is not shown', async () => {
  page.stop();
  dropPlan();
  worker.answer();
  await new Promise<void>((done) => whenIdle(() => done()));
  expect(view.preview).toBeNull();
  expect(worker.terminate).toHaveBeenCalled();
});

it('without the worker the page plans in a moment of rest', async () => {
  worker.dispatchEvent(new Event('error'));
  expect(view.preview).toBeNull();
  await vi.waitFor(() => expect(newNumbers()).toHaveLength(3));
  expect([numberingPlanned.isCurrent, numberingPlanned.refusal]).toEqual([true, null]);
});
