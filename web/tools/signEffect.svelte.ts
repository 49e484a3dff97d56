/** What the signs in the hand would be good for as they are moved, turned or placed, and what changes for others. */
import type { Reevaluation } from '../../domain/signs/reevaluate.ts';
import { weigh } from '../state/signPlan.svelte.ts';
import { toolStatus } from './session.svelte.ts';

const effect = $derived.by((): Reevaluation | null => {
  const { before, now } = toolStatus.signs;
  return now.length === 0 ? null : weigh(before, now);
});

/** Null while no sign is in the hand, or the needs are not known yet. */
export const signEffect = (): Reevaluation | null => effect;
