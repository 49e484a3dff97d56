/** Asks the worker that plans signs: one question at a time, and of those that came meanwhile only the last. */
import { emptyWorld, type World } from '../../domain/records/world.ts';
import type { SignPlan } from '../../domain/signs/siting.ts';
import type { PlanAnswer, PlanQuestion } from './planQuestion.ts';

/** The records a plan rests on: no household, no code of anybody leaves the page, not even to its own worker. */
export const planKinds = ['village', 'road', 'house', 'address', 'lamp', 'sign', 'landmark'] as const;

/** Whether a plan of one world holds for the other. */
export const isSameToPlan = (one: World, other: World): boolean => planKinds.every((kind) => one[kind] === other[kind]);

export interface Planner {
  readonly ask: (question: Omit<PlanQuestion, 'number'>) => void;
  readonly stop: () => void;
}

/** `onPlan` gets the answer to the last question only; `onFailure`: the worker could not be had, or gave up. */
export function startPlanner(onPlan: (plan: SignPlan) => void, onFailure: () => void): Planner {
  const worker = new Worker(new URL('./signPlanner.worker.ts', import.meta.url), { type: 'module' });
  let asked = 0;
  let isBusy = false;
  let next: PlanQuestion | null = null;
  const send = (question: PlanQuestion) => {
    isBusy = true;
    worker.postMessage(question);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<PlanAnswer>) => {
    isBusy = false;
    if (data.number === asked) onPlan(data.plan);
    if (next) send(next);
    next = null;
  });
  worker.addEventListener('error', onFailure);
  return {
    ask({ world, profile, refused }) {
      const needed = Object.fromEntries(planKinds.map((kind) => [kind, world[kind]]));
      const question = { number: (asked += 1), world: { ...emptyWorld, ...needed }, profile, refused };
      if (isBusy) next = question;
      else send(question);
    },
    stop: () => worker.terminate(),
  };
}
