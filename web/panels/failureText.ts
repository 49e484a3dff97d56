/** Why a call to the server brought nothing, in words. */
import type { Failure } from '../sync/api.ts';
import { language } from '../i18n/language.svelte.ts';
import { refusalText } from '../i18n/refusals.ts';
import { t } from '../i18n/t.ts';

export function failureText(failure: Failure): string {
  if (failure.refusal) return refusalText(failure.refusal);
  switch (failure.code) {
    case 'unreachable':
      return t('failure.unreachable');
    case 'sign-in-failed':
      return t('failure.signIn');
    case 'too-many-attempts':
    case 'too-many-requests':
      return t('failure.tooMany', { minutes: Math.max(1, Math.ceil((failure.retryAfterSeconds ?? 60) / 60)) });
    case 'not-signed-in':
      return t('failure.expired');
    case 'forbidden':
      return t('refusal.forbidden');
    default:
      // The server's own words are Vietnamese.
      return language.current === 'vi' && failure.message !== '' ? failure.message : t('failure.other');
  }
}
