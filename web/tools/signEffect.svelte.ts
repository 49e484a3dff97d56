/** What the signs in the hand would be good for as they are moved, turned or placed, and what changes for others. */
import type { Sign } from '../../domain/records/sign.ts';
import type { Reevaluation } from '../../domain/signs/reevaluate.ts';
import { weigh } from '../state/signPlan.svelte.ts';
import { view } from '../state/view.svelte.ts';
import { village } from '../state/village.svelte.ts';
import { toolStatus } from './session.svelte.ts';

/** As they are now, before what the hand does. */
function signsBefore(): readonly Sign[] {
  if (view.tool === 'move-proposal') return view.toolOptions.proposedSigns;
  const { selection } = view;
  const selected = selection?.kind === 'sign' ? village.world.sign.get(selection.id) : undefined;
  return view.tool === 'move' && selected ? [selected] : [];
}

const effect = $derived.by((): Reevaluation | null => {
  const before = signsBefore();
  const inHand = toolStatus.signs;
  const after = inHand.length > 0 ? inHand : before;
  return after.length === 0 ? null : weigh(before, after);
});

/** Null while no sign is in the hand, or the needs are not known yet. */
export const signEffect = (): Reevaluation | null => effect;
