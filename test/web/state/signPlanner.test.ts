/** How questions follow each other to the worker; what it answers is tested with the siting (test/domain/signs). */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { vietnamSigns } from '../../../domain/signs/profile.ts';
import { siteSigns } from '../../../domain/signs/siting.ts';
import type { Road } from '../../../domain/records/road.ts';
import type { PlanQuestion } from '../../../web/state/planQuestion.ts';
import { isSameToPlan, startPlanner } from '../../../web/state/signPlanner.ts';
import { aHousehold } from '../../domain/builders.ts';
import { accepted, across, upright, village, withSigns } from '../../domain/signs/villages.ts';

/** A worker that answers when told to. */
class HeldWorker extends EventTarget {
  static last: HeldWorker;
  readonly questions: PlanQuestion[] = [];
  terminate = vi.fn();
  constructor() {
    super();
    HeldWorker.last = this;
  }
  postMessage(question: PlanQuestion): void {
    this.questions.push(question);
  }
  answer(): void {
    const { number, world, profile, refused } = this.questions.at(-1)!;
    this.dispatchEvent(new MessageEvent('message', { data: { number, plan: siteSigns(world, profile, refused) } }));
  }
}

beforeEach(() => void vi.stubGlobal('Worker', HeldWorker));
afterEach(() => void vi.unstubAllGlobals());

const question = (...roads: readonly Road[]) => ({
  world: village(...roads),
  profile: vietnamSigns,
  refused: [],
});

it('answers with the plan of the village asked about', () => {
  const counts: number[] = [];
  startPlanner((plan) => counts.push(plan.proposals.length), vi.fn()).ask(question(across, upright));
  HeldWorker.last.answer();
  expect(counts).toEqual([6]);
});

it('of changes that come while it works only the last is asked, and only that answer is given', () => {
  const onPlan = vi.fn();
  const planner = startPlanner(onPlan, vi.fn());
  planner.ask(question(across));
  planner.ask(question(upright));
  planner.ask(question(across, upright));
  expect(HeldWorker.last.questions).toHaveLength(1);
  HeldWorker.last.answer();
  expect(onPlan).not.toHaveBeenCalled();
  expect(HeldWorker.last.questions.map(({ number }) => number)).toEqual([1, 3]);
  HeldWorker.last.answer();
  expect(onPlan).toHaveBeenCalledOnce();
});

it('no household leaves the page', () => {
  const household = aHousehold();
  const asked = question(across);
  startPlanner(vi.fn(), vi.fn()).ask({
    ...asked,
    world: { ...asked.world, household: new Map([[household.id, household]]) },
  });
  expect(HeldWorker.last.questions[0]!.world.household.size).toBe(0);
  expect(HeldWorker.last.questions[0]!.world.road.size).toBe(1);
});

it('a worker that cannot be had is told', () => {
  const onFailure = vi.fn();
  startPlanner(vi.fn(), onFailure).ask(question(across));
  HeldWorker.last.dispatchEvent(new Event('error'));
  expect(onFailure).toHaveBeenCalledOnce();
});

it('a plan outlives changes that do not concern it', () => {
  const world = village(across, upright);
  const household = aHousehold();
  expect(isSameToPlan(world, { ...world, household: new Map([[household.id, household]]) })).toBe(true);
  const signs = siteSigns(world).proposals.map(accepted);
  expect(isSameToPlan(world, withSigns(world, signs))).toBe(false);
});
