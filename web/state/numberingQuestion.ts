/** What the page asks the worker that plans numbers, what comes back, and the plan that is meant by it. */
import { planNumbering, type NumberingPlan } from '../../domain/addressing/numberingPlan.ts';
import type { Refusal } from '../../domain/edits/refusal.ts';
import { dayOf } from '../../domain/records/day.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { World } from '../../domain/records/world.ts';
import type { WorldQuestion } from './worldWorker.ts';

export interface NumberingAsked {
  /** Null is the whole village. */
  readonly roadIds: readonly Id[] | null;
  /** Issued addresses are numbered anew too. */
  readonly isRenumbering: boolean;
  /** Of the edit that would apply the plan, which ids of new addresses come from. */
  readonly id: Id;
  /** The moment it would be applied. */
  readonly at: string;
}

export type NumberingQuestion = WorldQuestion<NumberingAsked>;

export interface NumberingFound {
  readonly plan: NumberingPlan;
  /** Why the plan cannot be applied, or null; not asked of a renumbering, which needs its decision. */
  readonly refusal: Refusal | null;
}

export function planAsked(world: World, { roadIds, isRenumbering, id, at }: NumberingAsked): NumberingPlan {
  const on = dayOf(at);
  return planNumbering(world, roadIds, id, isRenumbering ? { on, under: { decisionId: id, date: on } } : { on });
}
