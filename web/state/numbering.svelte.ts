/** The numbering being looked at: its scope, its plan as of now, and applying just that plan. */
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import { isRefusal } from '../../domain/edits/edit.ts';
import type { Id } from '../../domain/records/fields.ts';
import { newId } from './newId.ts';
import { view } from './view.svelte.ts';
import { perform, village } from './village.svelte.ts';

/** Null is the whole village. */
let roadId = $state<Id | null>(null);

export const numbering = {
  get roadId(): Id | null {
    return roadId;
  },
  set roadId(next: Id | null) {
    roadId = next;
  },
};

const roadIds = (): readonly Id[] | null => (roadId === null ? null : [roadId]);

/** Plans again from the village as it is now and shows it on the map. */
export function showPlan(): void {
  view.preview = planNumbering(village.world, roadIds(), newId());
}

export function dropPlan(): void {
  view.preview = null;
}

/** Applies the plan on the screen; one that no longer holds is refused and shown anew. True when it was applied. */
export async function applyPlan(): Promise<boolean> {
  const plan = view.preview;
  if (!plan) return false;
  const result = await perform('numbering.apply', { roadIds: roadIds(), digest: plan.digest });
  if (isRefusal(result)) {
    if (view.preview) showPlan();
    return false;
  }
  view.preview = null;
  return true;
}
