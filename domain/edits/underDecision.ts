/** The decision an official act stands on: one already recorded, or a new one recorded with it. */
import type { DeepReadonly } from '../plain.ts';
import type { Static } from 'typebox';
import { created, noChange, type Change } from '../records/change.ts';
import type { World } from '../records/world.ts';
import type { decisionInput } from './fields.ts';
import { refuse, type Refusal } from './refusal.ts';

type Given = DeepReadonly<Static<typeof decisionInput>>;

/** The change that records the decision (none if it is there already), or why it cannot be used. */
export function underDecision(world: World, given: Given): Change | Refusal {
  const known = world.decision.get(given.id);
  if (!known) return created({ ...given, kind: 'decision', version: 1 });
  const same = known.number === given.number && known.date === given.date && known.signatory === given.signatory;
  return same ? noChange : refuse('decision-differs', [given.id], { number: known.number });
}
