/** How far the village is on each of the six steps. */
import { currentStep, nextSteps, type Step, type StepId } from '../../domain/coverage/steps.ts';
import { calm } from './calm.svelte.ts';
import { releases } from './releases.svelte.ts';

const all = $derived(nextSteps(calm.world, releases.last));
const current = $derived(currentStep(all));

export const steps = {
  get all(): readonly Step[] {
    return all;
  },
  /** The one to work on next; null when all are done. */
  get current(): StepId | null {
    return current;
  },
};
