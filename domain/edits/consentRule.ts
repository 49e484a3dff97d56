/** What holds for the consent of a camera's owner: only of a household's camera, and withdrawn only after it was given (RULES §6.5). */
import type { Camera } from '../records/camera.ts';
import { refuse, type Refusal } from './refusal.ts';

export function consentRefusal({ id, owner, consentOn, consentWithdrawnOn }: Camera): Refusal | undefined {
  if (consentOn === null && consentWithdrawnOn === null) return undefined;
  if (owner !== 'household') return refuse('consent-of-no-household', [id]);
  if (consentOn === null) return refuse('consent-never-given', [id]);
  // Dates as written, yyyy-mm-dd, sort as days do.
  return consentWithdrawnOn !== null && consentWithdrawnOn < consentOn
    ? refuse('consent-withdrawn-before-given', [id], { given: consentOn, withdrawn: consentWithdrawnOn })
    : undefined;
}
