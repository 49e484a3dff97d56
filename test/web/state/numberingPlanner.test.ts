/** How the worker that plans numbers is told of the village; it answers here with what it runs there. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { planNumbering } from '../../../domain/addressing/numberingPlan.ts';
import { applyChange, emptyWorld, type World } from '../../../domain/records/world.ts';
import { numberingAnswer } from '../../../web/state/numberingAnswer.ts';
import { startNumberingPlanner } from '../../../web/state/numberingPlanner.ts';
import type { NumberingAsked, NumberingFound, NumberingQuestion } from '../../../web/state/numberingQuestion.ts';
import { aHouse, aHousehold, anAddress, aRoad, aWorld, at } from '../../domain/builders.ts';

/** A worker that answers when told to; what it gets and gives is copied, as between threads. */
class HeldWorker extends EventTarget {
  static last: HeldWorker;
  readonly questions: NumberingQuestion[] = [];
  terminate = vi.fn();
  #world = emptyWorld;
  #read = 0;
  constructor() {
    super();
    HeldWorker.last = this;
  }
  postMessage(question: NumberingQuestion): void {
    this.questions.push(structuredClone(question));
  }
  answer(): void {
    const { number, change, asked } = this.questions[this.#read++]!;
    this.#world = applyChange(this.#world, change);
    const data = structuredClone({ number, ...numberingAnswer(this.#world, asked) });
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

beforeEach(() => void vi.stubGlobal('Worker', HeldWorker));
afterEach(() => void vi.unstubAllGlobals());

const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
const [first, second, third] = [150, 50, -50].map((north) => aHouse(at(8, north))) as [
  ReturnType<typeof aHouse>,
  ReturnType<typeof aHouse>,
  ReturnType<typeof aHouse>,
];
const world = aWorld(road, first, second, third);
const moment = '2026-03-01T08:00:00.000Z';
const asked: NumberingAsked = {
  roadIds: null,
  isRenumbering: false,
  id: '019a0000-0000-7000-8000-00000000abcd',
  at: moment,
};
const planOf = (of: World) => planNumbering(of, null, asked.id, { on: '2026-03-01' });

it('answers as the page would have planned, also after houses have come, changed and gone', () => {
  const found: NumberingFound[] = [];
  const planner = startNumberingPlanner((one) => found.push(one), vi.fn());
  planner.ask(world, asked);
  HeldWorker.last.answer();
  expect(found.at(-1)).toEqual({ number: 1, plan: planOf(world), refusal: null });
  const fourth = aHouse(at(-8, 0));
  const house = new Map(world.house).set(first.id, { ...first, entrance: at(8, -120), version: 2 });
  house.set(fourth.id, fourth).delete(second.id);
  const later = { ...world, house };
  planner.ask(later, asked);
  expect(HeldWorker.last.questions[1]!.change).toEqual({
    created: [house.get(first.id), fourth],
    updated: [],
    deleted: [second],
  });
  HeldWorker.last.answer();
  expect(found.at(-1)!.plan).toEqual(planOf(later));
  expect(found.at(-1)!.plan.digest).not.toBe(planOf(world).digest);
});

it('says why a plan cannot be applied, but for a renumbering, which needs its decision', () => {
  const found: NumberingFound[] = [];
  const planner = startNumberingPlanner((one) => found.push(one), vi.fn());
  const numbered = applyChange(world, planOf(world).change);
  planner.ask(numbered, asked);
  HeldWorker.last.answer();
  expect(found.at(-1)!.refusal?.code).toBe('numbering-nothing-to-do');
  planner.ask(aWorld(road, first, anAddress(first, road, { state: 'issued', number: '9' })), {
    ...asked,
    isRenumbering: true,
  });
  HeldWorker.last.answer();
  expect(found.at(-1)!.refusal).toBeNull();
  expect(found.at(-1)!.plan.rows.map(({ state }) => state)).toEqual(['reissued']);
});

it('of changes that come while it works only the last is asked, with all that has changed, and only that is answered', () => {
  const onFound = vi.fn();
  const planner = startNumberingPlanner(onFound, vi.fn());
  const without = (...gone: readonly { readonly id: string }[]): World => ({
    ...world,
    house: new Map([...world.house].filter(([id]) => gone.every((house) => house.id !== id))),
  });
  planner.ask(world, asked);
  planner.ask(without(first), asked);
  planner.ask(without(first, third), asked);
  HeldWorker.last.answer();
  expect(onFound).not.toHaveBeenCalled();
  expect(HeldWorker.last.questions.map(({ number, change }) => [number, change.deleted])).toEqual([
    [1, []],
    [3, [first, third]],
  ]);
  HeldWorker.last.answer();
  expect(onFound).toHaveBeenCalledOnce();
});

it('no household leaves the page', () => {
  const household = aHousehold();
  startNumberingPlanner(vi.fn(), vi.fn()).ask({ ...world, household: new Map([[household.id, household]]) }, asked);
  const { created } = HeldWorker.last.questions[0]!.change;
  expect(new Set(created.map(({ kind }) => kind))).toEqual(new Set(['village', 'road', 'house']));
});

it('a worker that cannot be had is told', () => {
  const onFailure = vi.fn();
  startNumberingPlanner(vi.fn(), onFailure).ask(world, asked);
  HeldWorker.last.dispatchEvent(new Event('error'));
  expect(onFailure).toHaveBeenCalledOnce();
});
