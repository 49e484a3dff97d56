/** When the plan of signs is asked for, and when again after it could not be had. */
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { siteSigns } from '../../../domain/signs/siting.ts';
import type { PlanQuestion } from '../../../web/state/planQuestion.ts';
import { accepted, across, upright, village } from '../../domain/signs/villages.ts';
import { newDevice } from './onDevice.ts';

const signs = siteSigns(village(across, upright)).proposals.map(accepted);
const [one, other] = signs as [(typeof signs)[number], (typeof signs)[number]];

const weighing = '../../../web/state/signEvaluating.ts';
/** What weighs signs cannot be fetched; `after`: it is on its way till then. */
const lineIsDown = (after = Promise.resolve()) =>
  vi.doMock(weighing, () => after.then(() => Promise.reject(new TypeError('Failed to fetch'))));
const lineIsUp = () => vi.doUnmock(weighing);

let questions: PlanQuestion[] = [];
let network: EventTarget;

class CountingWorker extends EventTarget {
  postMessage = (question: PlanQuestion) => void questions.push(question);
  terminate = vi.fn();
}

async function newPage() {
  newDevice();
  network = new EventTarget();
  vi.stubGlobal('addEventListener', network.addEventListener.bind(network));
  vi.stubGlobal('removeEventListener', network.removeEventListener.bind(network));
  vi.stubGlobal('Worker', CountingWorker);
  const [plan, view, { closeVillage }, { openedVillage }, { running }] = await Promise.all([
    import('../../../web/state/signPlan.svelte.ts'),
    import('../../../web/state/view.svelte.ts'),
    import('../../../web/state/village.svelte.ts'),
    import('./openedVillage.ts'),
    import('./running.svelte.ts'),
  ]);
  await openedVillage(across, upright, one, other);
  return { ...plan, ...view, closeVillage, ...running(plan.keepSignsPlanned) };
}
let page: Awaited<ReturnType<typeof newPage>>;

// Found and translated once: on a busy machine that takes longer than a test waits.
beforeAll(async () => {
  const first = await newPage();
  await import('../../../web/state/signEvaluating.ts');
  first.stop();
  first.closeVillage();
}, 60_000);
beforeEach(async () => {
  questions = [];
  page = await newPage();
});
afterEach(() => {
  page.stop();
  page.closeVillage();
  lineIsUp();
  vi.unstubAllGlobals();
});

const asked = (count: number) => vi.waitFor(() => expect(questions).toHaveLength(count), 10_000);
const failed = () => vi.waitFor(() => expect(page.signPlan.hasFailed).toBe(true), 10_000);
const shown = (id: string) => {
  page.select('sign', id);
  page.settle();
};
/** Whatever is under way has come to its end. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 50));

it('a sign marked on the map while a list stays needs no plan; one whose details are shown does', async () => {
  page.openPanel('survey');
  page.mark([{ kind: 'sign', id: one.id }]);
  page.settle();
  await quiet();
  expect([page.signPlan.isWorking, page.signLookedAt()]).toEqual([false, null]);
  page.startTool('move');
  page.settle();
  await asked(1);
});

it('of several selected none is looked at', async () => {
  page.selectMany([one, other].map(({ id }) => ({ kind: 'sign', id })));
  page.settle();
  await quiet();
  expect(page.signPlan.isWorking).toBe(false);
  shown(one.id);
  await asked(1);
});

it('what could not be had is asked for again by hand, with the network, and for another sign', async () => {
  lineIsDown();
  shown(one.id);
  await failed();
  page.retryPlan();
  page.settle();
  await failed();
  shown(other.id);
  await failed();
  lineIsUp();
  await quiet();
  expect(questions).toEqual([]);
  network.dispatchEvent(new Event('online'));
  page.settle();
  expect(page.signPlan.hasFailed).toBe(false);
  await asked(1);
});

it('a failure that comes after the village was left is nobody’s', async () => {
  let letGo = () => {};
  lineIsDown(new Promise((resolve) => (letGo = resolve)));
  shown(one.id);
  page.resetSignPlan();
  letGo();
  await quiet();
  expect(page.signPlan.hasFailed).toBe(false);
});
