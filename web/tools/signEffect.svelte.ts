/** What the signs in the hand would be good for as they are moved, turned or placed, and what changes for others. */
import type { Reevaluation } from '../../domain/signs/reevaluate.ts';
import { weigh } from '../state/signPlan.svelte.ts';
import { toolStatus } from './session.svelte.ts';

const effect = $derived.by((): Reevaluation | null => {
  const { signs, signsBefore } = toolStatus;
  return signs.length === 0 ? null : weigh(signsBefore, signs);
});

/** Null while no sign is in the hand, or the needs are not known yet. */
export const signEffect = (): Reevaluation | null => effect;
