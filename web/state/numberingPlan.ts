/** The plan of the numbering being looked at, as of now, and applying just that plan. */
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import { dayOf } from '../../domain/records/day.ts';
import { isRefusal } from '../../domain/edits/edit.ts';
import type { Change } from '../../domain/records/change.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Refusal } from '../../domain/edits/refusal.ts';
import type { DecisionFields } from './decisionDraft.svelte.ts';
import { newId } from './newId.ts';
import { numbering } from './numbering.svelte.ts';
import { view } from './view.svelte.ts';
import { obstacle, perform, village } from './village.svelte.ts';

const roadIds = (): readonly Id[] | null => (numbering.roadId === null ? null : [numbering.roadId]);

/** Plans again from the village as it is now and shows it on the map. */
export function showPlan(): void {
  const id = newId();
  const on = dayOf(new Date().toISOString());
  view.preview = planNumbering(village.world, roadIds(), id, {
    on,
    ...(numbering.isRenumbering ? { under: { decisionId: id, date: on } } : {}),
  });
}

export function dropPlan(): void {
  view.preview = null;
}

/** Why the plan on the screen cannot be applied now, or null; a renumbering needs its decision. */
export function planObstacle(decision: DecisionFields | null): Refusal | null {
  const plan = view.preview;
  if (!plan) return null;
  const input = { roadIds: roadIds(), digest: plan.digest };
  if (!numbering.isRenumbering) return obstacle('numbering.apply', input);
  return decision && obstacle('numbering.renumber', { ...input, decision });
}

/** Applies the plan on the screen; one that no longer holds is refused and shown anew. True when it was applied. */
export async function applyPlan(decision: DecisionFields | null): Promise<boolean> {
  const plan = view.preview;
  if (!plan) return false;
  const input = { roadIds: roadIds(), digest: plan.digest };
  let result: Change | Refusal;
  if (!numbering.isRenumbering) result = await perform('numbering.apply', input);
  else if (decision) result = await perform('numbering.renumber', { ...input, decision });
  else return false;
  if (isRefusal(result)) {
    if (view.preview) showPlan();
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
