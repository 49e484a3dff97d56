/** A reshaping of roads that changes issued addresses, waiting for the decision under which it is done. */
import type { ReshapingInput } from '../../domain/edits/numberingReshape.ts';
import type { Refusal } from '../../domain/edits/refusal.ts';
import { refusalText } from '../i18n/refusals.ts';
import { t } from '../i18n/t.ts';
import { say } from './toasts.svelte.ts';

let asked = $state.raw<ReshapingInput | null>(null);

export const reshaping = {
  get asked(): ReshapingInput | null {
    return asked;
  },
};

export function askForDecision(wanted: ReshapingInput): void {
  asked = wanted;
}
export const withdrawReshaping = (): void => {
  asked = null;
};

/** Says why an edit is refused, and offers to do it under a decision where that helps. */
export function sayRefused(refusal: Refusal, underDecision: ReshapingInput | null): Refusal {
  const way = underDecision && { label: t('reshape.offer'), run: () => askForDecision(underDecision) };
  say('problem', refusalText(refusal), way);
  return refusal;
}
