/** Applying the plan of numbers on the screen, and numbering some roads at once. */
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import { dayOf } from '../../domain/records/day.ts';
import { isRefusal } from '../../domain/edits/edit.ts';
import type { Change } from '../../domain/records/change.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Refusal } from '../../domain/edits/refusal.ts';
import type { DecisionFields } from './decisionDraft.svelte.ts';
import { newId } from './newId.ts';
import { numbering } from './numbering.svelte.ts';
import { planHere, roadIdsLookedAt } from './numberingPlanned.svelte.ts';
import { view } from './view.svelte.ts';
import { obstacle, perform, village } from './village.svelte.ts';

/** Why the renumbering on the screen cannot be done now, or null; it needs its decision. */
export function renumberingObstacle(decision: DecisionFields | null): Refusal | null {
  const plan = view.preview;
  if (!plan || !decision) return null;
  return obstacle('numbering.renumber', { roadIds: roadIdsLookedAt(), digest: plan.digest, decision });
}

/** Applies the plan on the screen; one that no longer holds is refused and shown anew. True when it was applied. */
export async function applyPlan(decision: DecisionFields | null): Promise<boolean> {
  const plan = view.preview;
  if (!plan) return false;
  const input = { roadIds: roadIdsLookedAt(), digest: plan.digest };
  let result: Change | Refusal;
  if (!numbering.isRenumbering) result = await perform('numbering.apply', input);
  else if (decision) result = await perform('numbering.renumber', { ...input, decision });
  else return false;
  if (isRefusal(result)) {
    if (view.preview) planHere();
    return false;
  }
  numbering.isRenumbering = false;
  view.preview = null;
  return true;
}

/** Numbers some roads at once, as the rules say now; true when it was done. */
export async function numberRoads(ids: readonly Id[]): Promise<boolean> {
  const { digest } = planNumbering(village.world, ids, newId(), { on: dayOf(new Date().toISOString()) });
  return !isRefusal(await perform('numbering.apply', { roadIds: ids, digest }));
}
