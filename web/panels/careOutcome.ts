/** Tells the person what came of recording how a sign is. */
import { t } from '../i18n/t.ts';
import type { Outcome } from '../state/signCare.svelte.ts';
import { say } from '../state/toasts.svelte.ts';
import { sayDone } from '../state/village.svelte.ts';
import { failureText } from './failureText.ts';

/** `done`: what is said when all of it is recorded; `kept`: when the picture waits on the device. */
export function sayOutcome(outcome: Outcome, { done, kept }: { readonly done: string; readonly kept: string }): void {
  if ('failure' in outcome) say('problem', failureText(outcome.failure));
  // The rules have said why.
  else if ('isRefused' in outcome) return;
  else if ('hasLeft' in outcome) say('problem', t('care.leftVillage'));
  else if (outcome.photo === 'not-kept') say('problem', t('care.photoNotKept'));
  else if (outcome.photo === 'kept-for-village') say('notice', t('care.photoForVillage'));
  else if (outcome.photo === 'kept') say('notice', kept);
  else sayDone(done);
}
